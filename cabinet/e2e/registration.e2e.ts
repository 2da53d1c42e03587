// Registering with real letters and SMS, and a password forgotten and set anew by codes, while a stranger's session is open.
import type { Page } from '@playwright/test'
import { glance } from './look.ts'
import { awaited, awaitedCode, lettersTo, smsTo } from './messages-desk.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { EMPTY } from './people.ts'
import { expect, type OpenWorld, test } from './world.ts'

const MAIL = 'danara@example.kz'
const PHONE = '+77015550102'
const FIRST = 'тауда жалғыз күрең қайың'
const SECOND = 'жеті көлдің мұзды суы'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function typeCodes(page: Page, world: OpenWorld, count: number) {
  await page.getByLabel('Поштаға келген код').fill(await awaitedCode(() => lettersTo(world, MAIL), count))
  await page.getByLabel('SMS-пен келген код').fill(await awaitedCode(() => smsTo(world, PHONE), count))
  await page.getByRole('button', { name: 'Кодтарды тексеру' }).click()
}

async function signInByPassword(page: Page, password: string) {
  await page.goto('/kk/sign-in')
  await page.getByLabel('ЖСН', { exact: true }).fill(EMPTY)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Жеке кабинетке кіру' }).click()
}

test('a person registers by EDS, then forgets the password and sets a new one by codes', async ({
  browser,
  page,
  world,
}) => {
  await setNcaLayer(world, { person: EMPTY })
  await page.goto('/kk/sign-in')
  await page.getByRole('link', { name: 'Тіркелу' }).click()
  await expect(heading(page)).toHaveText('Тіркелу')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы растау' }).click()

  await expect(heading(page)).toHaveText('Бұл сізсіз бе?')
  await page.getByRole('button', { name: 'Иә, бұл мен' }).click()
  await page.getByLabel('Электрондық пошта').fill(MAIL)
  await page.getByLabel('Ұялы телефон').fill('8 7172 55 01 02') // a town's
  await page.getByRole('button', { name: 'Кодтарды жіберу' }).click()
  await expect(page.getByRole('alert')).toContainText('Қалалық телефонға SMS келмейді')
  await expect(page.getByLabel('Электрондық пошта')).toHaveValue(MAIL)
  await page.getByLabel('Ұялы телефон').fill('8 (701) 555-01-02')
  await page.getByRole('button', { name: 'Кодтарды жіберу' }).click()

  await expect(heading(page)).toHaveText('Кодтарды енгізіңіз')
  await glance(page)
  await typeCodes(page, world, 1)
  await expect(heading(page)).toHaveText('Құпиясөз ойлап табыңыз')
  await glance(page)
  const password = page.getByLabel('Жаңа құпиясөз')
  await password.fill('құпиясөз1234')
  await page.getByRole('button', { name: 'Тіркелуді аяқтау' }).click()
  await expect(page.getByRole('alert')).toContainText('оңай табуға болады')
  await password.fill(FIRST)
  await page.getByRole('button', { name: 'Тіркелуді аяқтау' }).click()
  await expect(heading(page)).toHaveText('Сіз тіркелдіңіз')
  await awaited(
    () => lettersTo(world, MAIL),
    ({ subject }) => subject === 'Сіз жеке кабинетке тіркелдіңіз',
  )

  const stranger = await (await browser.newContext()).newPage()
  await signInByPassword(stranger, FIRST)
  await stranger.waitForURL('**/kk/services')

  await page.getByRole('button', { name: 'Шығу' }).click()
  await page.goto('/kk/sign-in')
  await page.getByRole('link', { name: 'Құпиясөзді ұмыттыңыз ба?' }).click()
  await glance(page)
  await page.getByLabel('ЖСН', { exact: true }).fill(EMPTY)
  await page.getByRole('button', { name: 'Кодтар сұрау' }).click()
  await expect(heading(page)).toHaveText('Кодтарды енгізіңіз')
  await expect(page.getByRole('main')).not.toContainText('•••')
  await typeCodes(page, world, 2)
  await expect(heading(page)).toHaveText('Жаңа құпиясөз қойыңыз')
  await page.getByLabel('Жаңа құпиясөз').fill(SECOND)
  await page.getByRole('button', { name: 'Жаңа құпиясөзді сақтау' }).click()
  await expect(heading(page)).toHaveText('Жаңа құпиясөз сақталды')

  await stranger.goto('/kk/applications')
  await expect(stranger).toHaveURL(/\/kk\/sign-in/)
  await stranger.context().close()
  await signInByPassword(page, FIRST)
  await expect(page.getByRole('alert')).toContainText('құпиясөз қате')
  await signInByPassword(page, SECOND)
  await page.waitForURL('**/kk/services')
})
