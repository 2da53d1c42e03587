// What else one does in the cabinet, by keyboard alone. Signing in by password: sign-in.e2e.ts; withdrawing by EDS: sweep.e2e.ts.
import type { Page } from '@playwright/test'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { fileBankDetails } from './core.ts'
import { press, type } from './keyboard.ts'
import { awaited, lettersTo } from './messages-desk.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { MAIN } from './people.ts'
import { expect, type OpenWorld, test } from './world.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function signInByEds(page: Page, world: OpenWorld, then: string) {
  await setNcaLayer(world, { person: MAIN })
  await page.goto(`/kk/sign-in?next=${encodeURIComponent(then)}`)
  await press(page, button(page, 'ЭЦҚ арқылы кіру'))
  await page.waitForURL(`**${then}`)
}

test('by keyboard alone: EDS, a filter on the list, a document, a code for the phone and away from it, «Жабу» back to the list', async ({
  page,
  world,
}) => {
  const { number } = await fileBankDetails(world, MAIN)
  await signInByEds(page, world, '/kk/applications')
  await press(page, page.getByLabel('Мәртебесі'), 'ArrowDown')
  await expect(page.getByLabel('Мәртебесі')).toHaveValue('accepted')
  await type(page, page.getByLabel('Өтініш № немесе түрі'), number)
  await press(page, button(page, 'Көрсету'))
  await expect(page).toHaveURL(/status=accepted/)
  await press(page, page.getByRole('row', { name: number }).getByRole('link'))
  const arriving = page.waitForEvent('download')
  await press(page, page.getByRole('link', { name: 'Құжаттарды қабылдау туралы қолхат' }))
  expect((await arriving).suggestedFilename()).toMatch(/\.pdf$/)

  await press(page, link(page, 'Өтініштің күшін жою'))
  await press(page, button(page, 'Күшін жою өтінішін дайындау'))
  await press(page, page.getByLabel('Келісемін'), 'Space')
  await press(page, button(page, 'QR-мен қол қою'))
  await expect(heading(page)).toHaveText('QR қол қою')
  await press(page, button(page, 'Бас тарту'))
  await expect(heading(page)).toHaveText('Өтініштің күшін жою')
  await press(page, link(page, 'Артқа қайту'))
  await press(page, link(page, 'Жабу'))
  await expect(page).toHaveURL(/\/kk\/applications\?status=accepted&q=/)
})

test('by keyboard alone: a paper is checked by its code, and a new mail is asked to be confirmed', async ({
  page,
  world,
}) => {
  await page.goto('/kk/verify')
  await type(page, page.getByLabel('Құжаттағы код'), '0000-0000-0000-0000-0000')
  await press(page, button(page, 'Құжатты тексеру'))
  await expect(page.getByRole('alert')).toContainText('Мұндай құжат табылмады')

  await signInByEds(page, world, '/kk/profile')
  await press(page, link(page, 'Пошта мен телефонды ауыстыру'))
  await press(page, link(page, 'Поштаны ауыстыру'))
  await type(page, page.getByLabel('Жаңа пошта мекенжайы'), 'keyboard@example.kz')
  await press(page, button(page, 'Поштаға код жіберу'))
  await expect(heading(page)).toHaveText('Кодты енгізіңіз')
  await press(page, link(page, 'Ауыстырмай қайту'))
  await expect(heading(page)).toHaveText('Пошта мен телефон')
})

test('by keyboard alone and without a script: «бұл мен емес» is pressed; by keyboard it is taken back', async ({
  page,
  world,
  browser,
}) => {
  const { number } = await fileBankDetails(world, MAIN)
  const letter = await awaited(
    () => lettersTo(world, DEMO_ACCOUNT.mail),
    ({ text }) => text.includes(number) && ALERT.test(text),
  )
  const context = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false })
  const alert = await context.newPage()
  await alert.goto(ALERT.exec(letter.text)?.[0].replace(/\/(kk|ru|en)\/n\//, '/kk/n/') ?? '')
  for (let i = 0; i < 30 && !(await alert.locator('form.act button:focus').count()); i++)
    await alert.keyboard.press('Tab')
  await alert.keyboard.press('Enter')
  await expect(heading(alert)).toHaveText('Кабинетіңіз қорғауға алынды')
  await context.close()

  await signInByEds(page, world, '/kk/protection')
  await press(page, button(page, 'Бұл мен едім, қорғауды алу'))
  await expect(page.getByRole('main').getByRole('status')).toContainText('Қорғау алынды.')
})

const ALERT = /http\S+\/n\/[0-9a-z]{20}/
