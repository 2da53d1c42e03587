// Looks at a page as it stands: axe, the width of a phone, light and dark.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export async function axe(page: Page) {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** Nothing is wider than the screen, so that nobody has to scroll sideways. */
export async function fits(page: Page) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, `${page.url()} is wider than the screen`).toBe(0)
}

/** Wide in light colours, and dark as narrow as phones are. */
export async function look(page: Page) {
  await openAll(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }) // a colour in motion is no colour to judge
  await axe(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await glance(page)
}

/** As narrow as phones are. */
export async function glance(page: Page) {
  await openAll(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await fits(page)
  await axe(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** What is told on request is looked at too. */
async function openAll(page: Page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}
