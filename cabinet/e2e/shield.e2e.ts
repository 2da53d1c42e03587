// Somebody acts in a person's name: the letter leads to «бұл мен емес», the cabinet is protected, and the key opens it again.
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { fileBankDetails } from './core.ts'
import { glance } from './look.ts'
import { awaited, lettersTo } from './messages-desk.ts'
import { MAIN, signIn } from './people.ts'
import { drawUp } from './signing.ts'
import { expect, test } from './world.ts'

test('an alert, «бұл мен емес», a protected cabinet, and «бұл мен едім» by EDS', async ({ browser, page, world }) => {
  await signIn(page, world, MAIN) // whoever it is
  const { id, number } = await fileBankDetails(world, MAIN)
  const letter = await awaited(
    () => lettersTo(world, DEMO_ACCOUNT.mail),
    ({ text }) => text.includes(number) && ALERT.test(text),
  )
  const person = await (await browser.newContext({ baseURL: world.url })).newPage()
  await person.goto(ALERT.exec(letter.text)?.[0].replace(/\/(kk|ru|en)\/n\//, '/kk/n/') ?? '')
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('Бұл сіз емессіз бе?')
  await expect(person.getByText(number)).toBeVisible()
  await glance(person)
  await person.getByRole('button', { name: 'Бұл мен емес, тоқтату' }).click()
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('Кабинетіңіз қорғауға алынды')
  await page.goto('/kk/applications')
  await expect(page).toHaveURL(/\/kk\/sign-in\?next=/)

  await signIn(person, world, MAIN)
  await person.goto(`/kk/applications/${id}/withdrawal`)
  await expect(person.getByRole('button', { name: 'Күшін жою өтінішін дайындау' })).toHaveCount(0)
  await person.getByRole('main').getByRole('link', { name: 'Қорғауды алу' }).click()
  await glance(person)
  await person.getByRole('button', { name: 'Бұл мен едім, қорғауды алу' }).click()
  await expect(person.getByRole('main').getByRole('status')).toHaveText(
    'Қорғау алынды. Енді өтініштің күшін қайтадан жоюға болады.',
  )
  await person.goto(`/kk/applications/${id}`)
  await drawUp(person)
  await expect(person.getByLabel('Келісемін')).toBeVisible()
  await person.context().close()
})

const ALERT = /http\S+\/n\/[0-9a-z]{20}/
