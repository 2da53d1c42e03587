import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = /(command|mutations|crash|races|simulation|packed|archive|pool)\.test\.ts$/

/** What takes longest comes first, so that nobody waits for it alone in the end; a fresh clone knows no durations. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (LONG.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

// Unit, integration and conformance tests. Journeys in a browser are Playwright's (playwright.config.ts).
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['*.test.ts', '{packages/*,cabinet,simulators}/src/**/*.test.{ts,tsx}'],
    globalSetup: ['cabinet/src/database/test-cluster.ts', 'cabinet/src/test-bundle.ts'],
    maxWorkers: '100%', // left alone it keeps one core free, which is half of a small machine
    sequence: { sequencer: LongestFirst },
    isolate: false, // what the service is made of is loaded once, as where it runs; a test leaves nothing behind in it
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
