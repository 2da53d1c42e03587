// Signing in with eGov Mobile, as a person does: the phone reads the code from the screen, or opens the app by the link.
import type { Page } from '@playwright/test'
import { codeOn, scanWith } from './egov-desk.ts'
import { axe, fits, look } from './look.ts'
import { MAIN } from './people.ts'
import { expect, test } from './world.ts'

const code = (page: Page) => page.getByRole('img', { name: 'eGov Mobile-ға арналған QR-код' })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const digits = async (page: Page) =>
  /\d\d/.exec((await page.getByText('Салыстыратын екі цифр').textContent()) ?? '')?.[0]

/** From the sign-in page to the code. */
async function toTheCode(page: Page) {
  await page.goto('/kk/sign-in?next=%2Fkk%2Fapplications')
  await page.getByRole('button', { name: 'eGov Mobile арқылы кіру' }).click()
  await expect(heading(page, 'eGov Mobile арқылы кіру')).toBeVisible()
}

async function signedInAtTheList(page: Page) {
  await page.waitForURL('**/kk/applications')
  await expect(page.getByRole('banner')).toContainText('ҮЛГІБАЕВА')
}

test('the phone reads the code from the screen, and the page goes on by itself to where one wanted', async ({
  page,
  world,
}) => {
  const elsewhere: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(world.url)) elsewhere.push(request.url())
  })
  await toTheCode(page)
  await look(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const text = await codeOn(page)
  const shownDigits = await digits(page)

  const seen = await scanWith(world, { text, person: MAIN, how: 'look' })
  expect([seen.violations, seen.shown.description]).toEqual([
    [],
    `Жеке кабинетке кіру. Экрандағы екі цифр: ${shownDigits}`,
  ])
  await expect(heading(page, 'Енді телефонда қол қойыңыз')).toBeVisible()
  await expect(code(page)).toBeHidden()
  expect(await digits(page)).toBe(shownDigits)
  await axe(page)

  expect(await scanWith(world, { text, person: MAIN })).toMatchObject({ outcome: 'signed', violations: [] })
  await signedInAtTheList(page)
  await page.goBack() // the code has left the history: nothing is entered a second time
  await expect(heading(page, 'Қол қойылды')).toBeHidden()
  expect(elsewhere).toEqual([])
})

test('a signature that is no good is told on the page; a new code is one press away', async ({ page, world }) => {
  await toTheCode(page)
  const text = await codeOn(page)
  expect((await scanWith(world, { text, person: MAIN, how: 'company-key' })).outcome).toBe('refused')
  await expect(page.getByRole('alert')).toContainText('Бұл — заңды тұлғаның ЭЦҚ-сы')
  await axe(page)
  await page.getByRole('button', { name: 'Жаңа QR-код алу' }).click()
  await expect(code(page)).toBeVisible()
  expect(await codeOn(page)).not.toBe(text)
  await page.getByRole('button', { name: 'Бас тарту' }).click()
  await page.waitForURL('**/kk/sign-in?next=%2Fkk%2Fapplications')
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page asks again by itself, and a button goes on', async ({ page, world }) => {
    await toTheCode(page)
    const text = await codeOn(page)
    expect((await scanWith(world, { text, person: MAIN })).outcome).toBe('signed')
    await expect(heading(page, 'Қол қойылды')).toBeVisible() // after the refresh
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await signedInAtTheList(page)
  })
})

test.describe('on the phone itself', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })

  test('the way into the app comes first, with the digits, and the app leads back to the page', async ({
    page,
    world,
  }) => {
    await toTheCode(page)
    await fits(page)
    const link = page.getByRole('link', { name: 'eGov Mobile-ды ашу' })
    await expect(link).toBeInViewport()
    await expect(page.getByText('Салыстыратын екі цифр')).toBeInViewport()
    const report = await scanWith(world, { text: (await link.getAttribute('href')) ?? '', person: MAIN })
    expect(report).toMatchObject({ outcome: 'signed', violations: [] })
    await page.goto(report.shown.backUrl ?? '')
    await signedInAtTheList(page)
  })
})
