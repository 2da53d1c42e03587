// The help, its easy version, the accessibility statement and the service status as browsers show them, and the memo on paper.
import { CHAPTERS } from '../src/help/pages.ts'
import { axe, fits } from './look.ts'
import { expect, test } from './world.ts'

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the memo is found from the sign-in, and the way back stands above every chapter', async ({ page }) => {
    await page.goto('/kk/sign-in')
    await page.getByRole('link', { name: 'Толық түсіндірме' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кабинетке қалай кіруге болады')
    await page.getByRole('navigation', { name: 'Сіз осы жердесіз' }).getByRole('link', { name: 'Анықтама' }).click()
    await expect(page.getByText('Жадынаманың нұсқасы: 2026-1, Алматы, 2026 жыл.')).toBeVisible()
  })
})

test('the memo on paper is all its chapters, each from a new page, without what can only be pressed', async ({
  page,
}) => {
  await page.goto('/kk/help/print')
  const pressed = page.locator('nav, button, .way-in').filter({ visible: true })
  await expect(pressed).toHaveCount(4) // languages, signing in, the way back, further pages
  await page.emulateMedia({ media: 'print' })
  await expect(pressed).toHaveCount(0)
  const chapters = page.locator('.whole > section')
  const begins = await chapters.evaluateAll(all => all.map(chapter => getComputedStyle(chapter).breakBefore))
  expect(begins).toEqual(CHAPTERS.map((_, i) => (i === 0 ? 'auto' : 'page')))
  for (const id of CHAPTERS) await expect(page.locator(`#${id} > *`).last(), id).toBeVisible()
  await expect(page.getByText('БЖЗҚ байланыс орталығы: 1418')).toBeVisible()
})

test('axe finds nothing in the help, the statement and the status, wide and as narrow as a phone', async ({ page }) => {
  for (const address of ['help', 'help/withdraw', 'help/easy', 'accessibility', 'status']) {
    await page.goto(`/kk/${address}`)
    await axe(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await fits(page)
    await axe(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  }
})
