// The list where it needs a browser: pages there and back, and on paper.
import type { Page } from '@playwright/test'
import { LONG_LIST, signIn } from './people.ts'
import { expect, test } from './world.ts'

test('101 rows come in pages of 25 there and back, newest first, with № counted from the oldest; and a page of them prints with all its columns', async ({
  page,
  world,
}) => {
  await signIn(page, world, LONG_LIST)
  await page.goto('/kk/applications')
  await expect(page.getByText('Барлығы: 101')).toBeVisible()
  const there = await walk(page, 'Келесі бет')
  expect(there.flat()).toEqual(Array.from({ length: 101 }, (_, i) => 101 - i))
  expect(await walk(page, 'Алдыңғы бет')).toEqual(there.toReversed())
  await expectPaper(page)
})

/** The numbers on each page along the links of this name, the page where it begins included. */
async function walk(page: Page, name: string): Promise<number[][]> {
  const pages: number[][] = []
  for (;;) {
    const cells = await page.locator('tbody tr td:first-child').allTextContents()
    pages.push(cells.map(Number))
    const way = page.getByRole('link', { name })
    if ((await way.count()) === 0) return pages
    await way.click()
  }
}

/** As narrow as A4 is between its margins: all columns side by side, as of when, and nothing that can only be pressed. */
async function expectPaper(page: Page) {
  await page.setViewportSize({ width: 600, height: 900 })
  await expect(page.getByRole('columnheader', { name: 'Шарт түрі' })).not.toBeInViewport()
  await page.emulateMedia({ media: 'print' })
  const tops = await page
    .getByRole('columnheader')
    .evaluateAll(cells => cells.map(cell => cell.getBoundingClientRect()))
  expect(new Set(tops.map(({ bottom }) => Math.round(bottom))).size).toBe(1)
  expect(tops.map(({ width }) => width > 10)).toEqual(Array(6).fill(true))
  await expect(page.getByText('жағдайы бойынша')).toBeVisible()
  await expect(page.locator('.who a').first()).toBeVisible() // whose list it is
  for (const pressed of ['.filter', '.pager', '.languages', '.crumbs', '.who button', '.skip'])
    await expect(page.locator(pressed), pressed).toBeHidden()
}
