// Every page in every state and every part of it, from the specimen: three languages, light, dark and forced colours, on a phone,
// enlarged to 400 % (a window of 320 px instead of 1280) and with letters of twice the size.
import type { Page } from '@playwright/test'
import { axe, fits } from './look.ts'
import { expect, test } from './world.ts'

test.describe.configure({ mode: 'parallel' }) // the longest of all

const PHONE = { width: 360, height: 740 }
const ENLARGED = { width: 320, height: 256 }
const WIDE = { width: 1280, height: 900 }

async function statesOf(page: Page): Promise<string[]> {
  await page.goto('/kk/_specimen')
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  const states = await links.allTextContents()
  expect(states.length).toBeGreaterThan(80)
  return states
}

/** The next state in the same window: what is around it (style, axe) stays, so that a look costs a tenth of a visit. */
async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate(async path => {
    const answer = await fetch(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const unread of next.querySelectorAll('noscript')) unread.remove() // read as elements here: its refresh would turn the page
    document.title = next.title
    document.documentElement.lang = next.documentElement.lang
    document.documentElement.style.fontSize = ''
    document.body.replaceWith(next.body)
    history.replaceState(null, '', path)
    scrollTo(0, 0)
  }, address)
}

/** Light and dark take turns: the contrast of every pair of colours is computed in both (contrast.test.ts). */
test('each page in each state is accessible, on a phone, and fits at 400 % and with letters of twice the size', async ({
  page,
}) => {
  test.setTimeout(240_000)
  for (const [i, state] of (await statesOf(page)).entries()) {
    await page.setViewportSize(PHONE)
    await page.emulateMedia({ colorScheme: i % 2 === 0 ? 'light' : 'dark', reducedMotion: 'reduce' })
    await turnTo(page, `/kk/_specimen/${state}`)
    await axe(page)
    await fits(page)
    await page.setViewportSize(ENLARGED)
    await fits(page)
    await page.setViewportSize(WIDE)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '225%' // 112.5 % is the ordinary size
    })
    await fits(page)
  }
})

/** Colours are the same in every language: they were looked at above. */
test('each page in each state is accessible in Russian and English too, and fits a phone', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize(PHONE)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const state of await statesOf(page))
    for (const language of ['ru', 'en']) {
      await turnTo(page, `/${language}/_specimen/${state}`)
      await fits(page)
      await axe(page, 'structure')
    }
})

for (const language of ['kk', 'ru', 'en'] as const)
  test(`every part is accessible in ${language}: light, dark, forced colours, more contrast`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ ...PHONE, height: 8000 }) // so that what sticks to the bottom covers nothing
    await page.goto(`/${language}/_specimen`)
    await fits(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await axe(page)
    }
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
    await axe(page)
    await page.emulateMedia({ contrast: 'more', forcedColors: 'none' })
    await axe(page, 'colours')
  })
