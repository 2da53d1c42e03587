// `npm run pictures`: makes the pictures of docs/pictures anew, from the service with the simulated world around it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { DEMO_ACCOUNT } from './fill.mjs'
import { startWorld } from './world.mjs'

const PICTURES = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/pictures')

await build()
const dataDir = mkdtempSync(join(tmpdir(), 'otinish-pictures-'))
const world = await startWorld({ mode: 'test', dataDir })
try {
  await picture('/kk/applications', 'list.png')
} finally {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A page as the first demo person sees it. */
async function picture(address, name) {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({
    baseURL: world.url,
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Asia/Almaty',
    reducedMotion: 'reduce',
  })
  await page.goto('/kk/sign-in')
  await page.fill('#iin', DEMO_ACCOUNT.iin)
  await page.fill('#password', DEMO_ACCOUNT.password)
  await page.locator('form:has(#password)').evaluate(form => form.requestSubmit())
  await page.waitForURL('**/services')
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(PICTURES, name), fullPage: true })
  await browser.close()
  console.log(`docs/pictures/${name}`)
}
