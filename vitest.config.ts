import { defineConfig } from 'vitest/config'

// Unit, integration and conformance tests. Journeys in a browser are Playwright's (playwright.config.ts).
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['*.test.ts', '{packages/*,cabinet,simulators}/src/**/*.test.{ts,tsx}'],
    globalSetup: ['cabinet/src/database/test-cluster.ts', 'cabinet/src/test-bundle.ts'],
    maxWorkers: '100%', // left alone it keeps one core free, which is half of a small machine
    isolate: false, // what the service is made of is loaded once, as where it runs; a test leaves nothing behind in it
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
