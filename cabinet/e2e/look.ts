// Looks at a page as it stands: axe, the width of a phone, light and dark, enlarged.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything; or what colours decide; or all that they do not. */
type Asked = 'everything' | 'colours' | 'structure'
const COLOURS = ['color-contrast', 'link-in-text-block']

const RUN: Readonly<Record<Asked, RunOptions>> = {
  everything: { runOnly: TAGS },
  colours: { runOnly: { type: 'rule', values: COLOURS } },
  structure: { runOnly: TAGS, rules: Object.fromEntries(COLOURS.map(rule => [rule, { enabled: false }])) },
}

/** Run in the page itself, since pages of the service have no frames: a third of the time of a run over frames. */
export async function axe(page: Page, asked: Asked = 'everything') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const violations = await page.evaluate(async options => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    const found = await axe.run({ ...options, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }, RUN[asked])
  expect(violations, page.url()).toEqual([])
}

/** Nothing is wider than the screen, so that nobody has to scroll sideways, and no text is cut. */
export async function fits(page: Page) {
  const { wider, cut } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const hides = (element: Element) => !/visible/.test(getComputedStyle(element).overflowX)
    const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1 && hides(element)
    const unseen = '.unseen, .unseen *, select, input, thead, thead *' // of these a part may be out of sight
    const texts = [...document.querySelectorAll('body *')].filter(element => !element.matches(unseen))
    return {
      wider: scrollWidth - clientWidth,
      cut: texts.filter(isCut).map(({ outerHTML }) => outerHTML.slice(0, 200)),
    }
  })
  expect(wider, `${page.url()} is wider than the screen`).toBe(0)
  expect(cut, `${page.url()} cuts text`).toEqual([])
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
