// Withdrawing with eGov Mobile, as a person does it: the code on the screen, the link on the phone, and a page without a script.
import type { Page } from '@playwright/test'
import { fileBankDetails } from './core.ts'
import { codeOn, scanWith } from './egov-desk.ts'
import { axe, fits, look } from './look.ts'
import { MAIN, signIn } from './people.ts'
import { expect, type OpenWorld, test } from './world.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const byPhone = (page: Page) => page.getByRole('button', { name: 'QR-мен қол қою' })

/** A statement to sign, as the page of the application makes it. */
async function toTheStatement(page: Page, id: string) {
  const made = await page.request.post(`/api/v1/applications/${id}/withdrawal-drafts`, { data: {} })
  await page.goto(`/kk/withdrawal-drafts/${(await made.json()).id}`)
}

async function signedIn(page: Page, world: OpenWorld, change: Parameters<typeof fileBankDetails>[2] = {}) {
  const { id } = await fileBankDetails(world, MAIN, change)
  await signIn(page, world, MAIN)
  await toTheStatement(page, id)
}

/** «Қол қою сәтті аяқталды» on the phone and here, and then the result, without a hand on the page. */
async function movesOn(page: Page) {
  await page.waitForURL('**/kk/withdrawals/**')
  await expect(heading(page, 'Өтініштің күші жойылды')).toBeVisible()
  await expect(page.getByText('eGov Mobile, QR-код арқылы')).toBeVisible()
}

test('golden test 9: a bank-details change is withdrawn by the code, and the page goes on by itself', async ({
  page,
  world,
}) => {
  await signedIn(page, world)
  await expect(byPhone(page)).toHaveAttribute('aria-disabled', 'true')
  await byPhone(page).click({ force: true }) // what is disabled in words alone can be pressed
  await expect(page.getByLabel('Келісемін')).toBeFocused()
  await page.getByLabel('Келісемін').check()
  await byPhone(page).click()
  await expect(heading(page, 'QR қол қою')).toBeVisible()
  await look(page)
  const text = await codeOn(page)
  const report = await scanWith(world, { text, person: MAIN })
  expect(report).toMatchObject({ outcome: 'signed', violations: [] })
  expect(report.shown.documents?.[0]).toMatchObject({ mime: 'application/pdf' })
  await expect(heading(page, 'Қол қою сәтті аяқталды')).toBeVisible()
  await axe(page)
  await movesOn(page)
})

test.describe('on the phone itself', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })

  test('the choice of a manager is withdrawn by the link, and the app leads back to the result', async ({
    page,
    world,
  }) => {
    await signedIn(page, world, { kind: 'tr-ipm-choose', series: 'ipm' })
    await fits(page)
    await page.getByLabel('Келісемін').check()
    await byPhone(page).click()
    const link = page.getByRole('link', { name: 'eGov Mobile-ды ашу' })
    await expect(link).toBeInViewport()
    await fits(page)
    const report = await scanWith(world, { text: (await link.getAttribute('href')) ?? '', person: MAIN })
    expect(report).toMatchObject({ outcome: 'signed', violations: [] })
    await page.goto(report.shown.backUrl ?? '')
    await movesOn(page)
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the agreement is asked for, and the code withdraws all the same', async ({ page, world }) => {
    const { id } = await fileBankDetails(world, MAIN)
    await page.goto('/kk/sign-in')
    await page.getByRole('button', { name: 'eGov Mobile арқылы кіру' }).click()
    await scanWith(world, { text: await codeOn(page), person: MAIN })
    await page.reload()
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await toTheStatement(page, id)
    await byPhone(page).click()
    await expect(page.getByRole('alert')).toContainText('«Келісемін» деген белгіні қойыңыз')
    await page.getByLabel('Келісемін').check()
    await byPhone(page).click()
    await scanWith(world, { text: await codeOn(page), person: MAIN })
    await expect(heading(page, 'Қол қою сәтті аяқталды'), 'the page asks again by itself').toBeVisible({
      timeout: 8_000,
    })
    await movesOn(page)
  })
})
