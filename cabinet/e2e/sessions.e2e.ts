// The end of a session, as a person meets it: the warning, going on, the end, signing out here and everywhere, Back.
import type { Page } from '@playwright/test'
import { fileBankDetails } from './core.ts'
import { axe } from './look.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { MAIN, MEMO, signIn } from './people.ts'
import { endsIn, idle } from './session-desk.ts'
import { choose, drawUp, openSigning } from './signing.ts'
import { expect, type OpenWorld, test } from './world.ts'

const list = (page: Page) => page.getByRole('heading', { name: 'Төлемдерге' })
const field = (page: Page) => page.getByLabel('Өтініш №')
const warning = (page: Page) => page.getByRole('complementary', { name: 'Сеанстың аяқталуы' }).getByRole('status')
const note = (page: Page) => page.locator('main > .notice').first()

/** Signed in, on the list of applications. */
async function atTheList(page: Page, world: OpenWorld, iin = MAIN) {
  await signIn(page, world, iin)
  await page.goto('/kk/applications')
  await expect(list(page)).toBeVisible()
}

test('two minutes before the end one is warned, goes on, and what was typed is still there', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await atTheList(page, world)
  await field(page).fill('51553')
  await page.clock.fastForward('12:00')
  await expect(warning(page)).toBeEmpty()

  await idle(world, MAIN, 13)
  await page.clock.fastForward('01:00')
  await expect(warning(page)).toContainText('кабинет 2 минуттан кейін жабылады')
  await expect(field(page)).toBeFocused() // nobody is interrupted
  await axe(page)
  await page.getByRole('button', { name: 'Жалғастыру' }).click()
  await expect(warning(page)).toBeEmpty()
  await expect(page.getByRole('button', { name: 'Жалғастыру' })).toBeHidden()
  await expect(field(page)).toHaveValue('51553')
  await expect(field(page)).toBeFocused()
  const { left } = await (await page.request.get('/kk/session')).json()
  expect(left).toBeGreaterThan(14 * 60)

  await idle(world, MAIN, 13)
  await page.clock.fastForward('13:00')
  await expect(warning(page)).toContainText('2 минуттан кейін')
  await page.clock.fastForward('01:00')
  await expect(warning(page)).toContainText('1 минуттан кейін')
  await idle(world, MAIN, 2)
  await page.clock.fastForward('01:00')
  await page.waitForURL('**/sign-in?next=%2Fkk%2Fapplications&ended=idle')
  await expect(note(page)).toContainText('15 минут бойы жаңа бет ашылмады')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
  await page.waitForURL('**/kk/applications')
})

test('the end of the day cannot be put off, and the page says so', async ({ page, world }) => {
  await page.clock.install()
  await atTheList(page, world)
  await endsIn(world, MAIN, 10)
  await page.reload()
  await endsIn(world, MAIN, 2)
  await page.clock.fastForward('08:00')
  await expect(warning(page)).toContainText('бір кіру 12 сағаттан аспайды')
  await expect(page.getByRole('button', { name: 'Жалғастыру' })).toBeHidden()
  await endsIn(world, MAIN, 0)
  await page.clock.fastForward('02:00')
  await expect(note(page)).toContainText('бір кіру 12 сағаттан аспайды')
})

test('after signing out Back shows nothing, and the other tab shows nothing either', async ({
  page,
  context,
  world,
}) => {
  await atTheList(page, world)
  const tab = await context.newPage()
  await tab.goto('/kk/applications')
  await field(tab).fill('51553')
  await page.goto('/kk/services') // a page turned in one tab loses nothing in the other
  await expect(field(tab)).toHaveValue('51553')

  await page.getByRole('button', { name: 'Шығу' }).first().click()
  await expect(note(page)).toHaveText('Кабинеттен шықтыңыз.')
  await expect(note(tab)).toContainText('Сеансыңыз аяқталды')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Жеке кабинетке кіру')
  await expect(page.locator('.who')).toHaveCount(0)
})

test('a person sees where the cabinet is open, ends it there, and signs out everywhere', async ({
  page,
  browser,
  world,
}) => {
  await signIn(page, world, MEMO)
  const elsewhere = await (await browser.newContext({ baseURL: world.url })).newPage()
  await signIn(elsewhere, world, MEMO)
  await page.goto('/kk/profile/devices')
  await expect(page.getByRole('link', { name: /Хабарламалар \(\d оқылмаған\)/ })).toBeVisible() // of the new device
  const others = page.getByRole('button', { name: /^Кабинеттен шығару/ }) // the newest first; other journeys left theirs
  const before = await others.count()
  await others.first().click()
  await expect(others).toHaveCount(before - 1)
  await elsewhere.goto('/kk/applications')
  await expect(note(elsewhere)).toContainText('Сеансыңыз аяқталды')

  await signIn(elsewhere, world, MEMO)
  await page.getByRole('button', { name: 'Барлық құрылғыдан шығу' }).click()
  await expect(note(page)).toContainText('Барлық құрылғыдан шықтыңыз.')
  await elsewhere.goto('/kk/applications')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Жеке кабинетке кіру')
  await elsewhere.context().close()
})

test('a signature that NCALayer was asked for counts although the session ends meanwhile', async ({
  page,
  context,
  world,
}) => {
  const { id } = await fileBankDetails(world, MAIN)
  await page.clock.install()
  await signIn(page, world, MAIN)
  await openSigning(page, id)
  await page.clock.fastForward('12:00')
  await setNcaLayer(world, { mode: 'page' })
  await choose(page)
  await expect(page.getByRole('button', { name: 'Күтуді тоқтату' })).toBeVisible()

  await idle(world, MAIN, 15)
  await page.clock.fastForward('02:00')
  await expect(warning(page)).toContainText('NCALayer терезесінде бастаған қолтаңбаңыз есептеледі')
  await expect(page.getByRole('main')).toBeHidden()
  await expect(page.locator('.who')).toBeHidden()

  const dialog = await context.newPage()
  await dialog.goto(world.simulators.ncalayerPage)
  await dialog.getByLabel('Құпиясөз').fill('Qwerty12')
  await dialog.getByRole('button', { name: 'Қол қою' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
  await expect(page.locator('.who')).toHaveCount(0)
})

const PUBLIC = ['sign-in', 'help/sign-in', 'register', 'forgotten-password', 'rehearsal', 'nowhere']
const PRIVATE = ['services', 'applications', 'profile', 'profile/devices', 'profile/history', 'messages']

test('no page asks another host for anything', async ({ page, context, world }) => {
  const foreign: string[] = []
  const own = [world.url, world.simulators.ncalayer].map(url => new URL(url).host)
  context.on('request', request => {
    if (!own.includes(new URL(request.url()).host)) foreign.push(request.url())
  })
  for (const address of PUBLIC) await page.goto(`/kk/${address}`)
  await signIn(page, world, MAIN)
  for (const address of PRIVATE) await page.goto(`/kk/${address}`)
  const { id } = await fileBankDetails(world, MAIN)
  await page.goto(`/kk/applications/${id}`)
  await drawUp(page)
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
})
