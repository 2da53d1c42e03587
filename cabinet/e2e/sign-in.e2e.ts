// The page on which one signs in, as a person meets it: by password and by keyboard, a key tried beforehand, NCALayer absent.
import type { Locator, Page } from '@playwright/test'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { tabTo } from './keyboard.ts'
import { axe, fits } from './look.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { keyOf, MAIN } from './people.ts'
import { expect, test } from './world.ts'

const { iin, password } = DEMO_ACCOUNT
const WRONG = 'Жеті қазына 2025!'

const iinField = (page: Page) => page.getByLabel('ЖСН', { exact: true })
const passwordField = (page: Page) => page.getByLabel('Құпиясөз', { exact: true })
const enter = (page: Page) => page.getByRole('button', { name: 'Жеке кабинетке кіру' })

test('in three languages, as narrow as a phone, axe finds nothing: a refusal, the rehearsal', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const look = async () => {
    await fits(page)
    await axe(page)
  }
  for (const language of ['kk', 'ru', 'en']) {
    await page.goto(`/${language}/sign-in?next=%2Fkk%2Fapplications`)
    await page.locator('#iin').fill('1234')
    await page.locator('form[action*=password] [type=submit]').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await look()
    await page.goto(`/${language}/rehearsal`)
    await look()
  }
})

test('by keyboard alone, with a password: a wrong one keeps the IIN, the right one opens the page that was asked for', async ({
  page,
}) => {
  await page.goto('/kk/applications')
  const focus = (on: Locator) => tabTo(page, on)
  await focus(iinField(page))
  await page.keyboard.insertText('851315 400 107') // as a paste comes
  await focus(passwordField(page))
  await page.keyboard.insertText(WRONG)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter') // «Көрсету»
  await expect(passwordField(page)).toHaveAttribute('type', 'text')
  await focus(passwordField(page))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('alert')).toContainText('ЖСН немесе құпиясөз қате')
  await expect(iinField(page)).toHaveValue('851315 400 107')
  await expect(passwordField(page)).toHaveValue('')
  await expect(passwordField(page)).toHaveAttribute('type', 'password')
  await focus(page.getByRole('link', { name: 'Құпиясөзді қайта енгізу' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await focus(passwordField(page))
  await page.keyboard.insertText(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/kk\/applications$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('өтініштерім')
})

test('the IIN is remembered on this device when one wants it, never the password; the check digit is a hint', async ({
  page,
}) => {
  const remember = page.getByLabel('ЖСН-ды еске сақтау')
  const doubt = page.getByText('Бұл ЖСН-да қате болуы мүмкін')
  await page.goto('/kk/sign-in')
  await expect(remember).not.toBeChecked()
  await iinField(page).fill('851315400108')
  await passwordField(page).focus()
  await expect(doubt).toBeVisible()
  await iinField(page).fill(iin)
  await expect(doubt).toBeHidden()
  await remember.check()
  await passwordField(page).fill(password)
  const sent = page.waitForRequest(request => request.method() === 'POST')
  await enter(page).click()
  expect([...new URLSearchParams((await sent).postData() ?? '').keys()]).toEqual(['iin', 'password'])
  await page.waitForURL('**/kk/services')

  await page.context().clearCookies()
  await page.goto('/kk/sign-in')
  await expect(iinField(page)).toHaveValue(iin)
  await expect(passwordField(page)).toHaveValue('')
  await remember.uncheck()
  await page.reload()
  await expect(iinField(page)).toHaveValue('')
})

test('a key is tried before it counts; where it is kept is remembered', async ({ page, world }) => {
  await page.goto('/kk/sign-in')
  await page.getByRole('link', { name: 'Кілтті алдымен сынап көру' }).click()
  await page.getByLabel('Кілтіңіз қайда сақтаулы?').selectOption('')
  await setNcaLayer(world, { key: keyOf(world, MAIN, 'expired'), check: false })
  const tryIt = page.getByRole('button', { name: 'Кілтті сынап көру' })
  await tryIt.click()
  await expect(page.getByRole('alert')).toContainText('мерзімі өтіп кеткен')
  await expect(page.getByLabel('Кілтіңіз қайда сақтаулы?')).toHaveValue('')

  await setNcaLayer(world, { person: MAIN })
  await tryIt.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кілтіңіз жұмыс істейді')
  await expect(page.getByText(MAIN)).toBeVisible()
  await expect(page.getByText('Кабинетке кіруге және өтінішке қол қоюға жарайды.')).toBeVisible()
  expect((await page.request.get('/api/v1/me')).status()).toBe(401)
})

test('without NCALayer there is a list of what to check, in order, and the way on to the phone', async ({ page }) => {
  await page.route('**/kk/sign-in', async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/data-ncalayer="[^"]*"/, 'data-ncalayer="ws://127.0.0.1:9/"')
    const { 'content-security-policy': _, ...headers } = response.headers() // it allows the usual port only
    await route.fulfill({ response, headers, body }) // nobody listens at this one
  })
  await page.addInitScript(() => {
    navigator.permissions.query = async () => Object.assign(new EventTarget(), DENIED)
    const DENIED = { state: 'denied', name: 'loopback-network', onchange: null } as const
  })
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('NCALayer бағдарламасына қосыла алмадық')
  await expect(alert).toContainText('қосылуға тыйым салып тұр') // as this browser says of itself
  await expect(alert.getByRole('listitem')).toHaveCount(5)
  await expect(page.locator('[data-failed]').first()).toBeFocused()
  await alert.getByRole('link', { name: 'eGov Mobile арқылы жалғастыру' }).click()
  await expect(page.getByRole('button', { name: 'eGov Mobile арқылы кіру' })).toBeInViewport()
})

test('too many from one network: the page says so, and not that the server was silent', async ({ page }) => {
  await page.route('**/api/v1/sign-in/challenges?*', route => route.fulfill({ status: 429, json: {} }))
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
  await expect(page.getByRole('alert')).toContainText('Осы желіден сұраулар тым көп келді')
})
