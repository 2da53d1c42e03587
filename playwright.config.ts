import { defineConfig } from '@playwright/test'

// Journeys in a real browser against the real service, with the simulated world around it (cabinet/e2e/world.ts).
export default defineConfig({
  testDir: 'cabinet/e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './cabinet/e2e/first-world.ts',
  workers: 3, // a browser waits for much
  fullyParallel: false, // but for the files that say so
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    locale: 'kk-KZ',
    timezoneId: 'Asia/Almaty',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
