import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const CLUSTER = 'cabinet/src/database/test-cluster.ts'

// Unit, integration and conformance tests. Journeys in a browser are Playwright's (playwright.config.ts).
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['*.test.ts', '{packages/*,cabinet,simulators}/src/**/*.test.{ts,tsx}'],
    globalSetup: existsSync(CLUSTER) ? [CLUSTER] : [],
    maxWorkers: '100%', // left alone it keeps one core free, which is half of a small machine
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
