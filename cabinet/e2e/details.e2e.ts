// One application while it is looked at: the fund acts, the page says so and does not move, «Жабу» leads back; and on paper.
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { coreOf, fileBankDetails } from './core.ts'
import { axe, look } from './look.ts'
import { MEMO, signIn } from './people.ts'
import { expect, test } from './world.ts'

test('the page of an application prints how its deadline was counted, says politely that it has changed, and leads back to the list as it was', async ({
  page,
  world,
}) => {
  const { id, number } = await fileBankDetails(world, MEMO)
  await signIn(page, world, MEMO)
  await page.clock.install()
  await page.goto('/kk/applications?kind=bank-details&status=accepted')
  await page.getByRole('row', { name: number }).getByRole('link').click()
  await expect(page.getByText('Қазір күшін жоюға болады.')).toBeVisible()
  await expect(page.locator('li[aria-current="step"]')).toContainText('Кезек кімде: БЖЗҚ')
  await axe(page)
  await expectPaper(page)
  for (const address of [page.url(), '/kk/applications/demo-memo-ipm']) {
    const sent = await (await page.request.get(address)).body()
    expect(gzipSync(sent, { level: 9 }).length, address).toBeLessThanOrEqual(14 * 1024)
  }

  const core = coreOf(world)
  await core.claim(id, 'e2e-claim')
  await core.say(randomUUID(), id, { is: 'executed', on: today(world.now()) })
  const notice = page.getByRole('status').filter({ hasText: 'мәлімет өзгерді' })
  await expect(notice).toHaveCount(0)
  const place = () =>
    page.getByRole('link', { name: 'Жабу' }).evaluate(link => link.getBoundingClientRect().top + scrollY)
  const before = await place()
  await page.clock.runFor(11_000)
  await expect(notice).toBeVisible()
  expect(await place()).toBe(before)
  await expect(page.getByText('Өңдеуге қабылданды').first()).toBeVisible() // nothing is turned under the reader's hands
  await look(page)

  await notice.getByRole('link', { name: 'Жаңасын көру' }).click()
  await expect(page.getByText('Енді төлемдер жаңа деректемелер бойынша жіберіледі.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Русский' }).click()
  await page.getByRole('link', { name: 'Закрыть' }).click()
  await expect(page).toHaveURL(/\/ru\/applications\?kind=bank-details&status=accepted#n\d+$/)
  await expect(page.getByText(number)).toHaveCount(0) // it is executed, so it has left this list
})

test('anybody reads what a kind of application is and how long it takes', async ({ page }) => {
  await page.goto('/kk/kinds')
  await look(page)
  await page.getByRole('link', { name: /Тұрғын үй жағдайларын жақсартуға/ }).click()
  await expect(page.getByText('жеткілікті дерек жоқ')).toBeVisible()
  await look(page)
})

/** What is folded on the screen is told on paper, which cannot be unfolded; what can only be pressed is not there. */
async function expectPaper(page: Page) {
  const counting = [page.locator('.counting .strip'), page.getByText('Өндірістік күнтізбенің нұсқасы')]
  for (const told of counting) await expect(told).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  for (const told of counting) await expect(told).toBeVisible()
  await expect(page.locator('nav, button, .close, a.secondary, .deadline a').filter({ visible: true })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  for (const told of counting) await expect(told).toBeHidden()
}

function today(now: Date): string {
  return new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10)
}
