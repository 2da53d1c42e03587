// A person is told of a withdrawal and of a stranger's device, by SMS, by mail and in the cabinet, and sees who did what.
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { fileBankDetails } from './core.ts'
import { awaited, lettersTo, smsTo } from './messages-desk.ts'
import { MAIN, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { expect, test } from './world.ts'

test('a person is told of what happens, reads it, and chooses the language of letters', async ({
  browser,
  page,
  world,
}) => {
  const { id, number } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN) // others have signed in as this person too: what they were told of stands before
  await openSigning(page, id)
  await choose(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
  const registration =
    (await page
      .getByText(/^\d+-ОЖ$/)
      .first()
      .textContent()) ?? ''
  const sms = await awaited(
    () => smsTo(world, DEMO_ACCOUNT.phone),
    ({ text }) => text.includes(registration),
  )
  expect(sms.text).toContain(`№\u00a0${number} өтінішіңіздің күші жойылды`)
  const letter = await awaited(
    () => lettersTo(world, DEMO_ACCOUNT.mail),
    ({ text }) => text.includes(`Тіркеу нөмірі: ${registration}`),
  )
  expect(letter.subject).toBe('Өтінішіңіздің күші жойылды')

  await page.goto('/kk/profile')
  await expect(page.getByRole('main')).not.toContainText(DEMO_ACCOUNT.mail)
  await page.getByLabel('Хаттар мен SMS қай тілде келсін?').selectOption('ru')
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await expect(page.getByText('Сақталды.')).toBeVisible()

  const stranger = await (await browser.newContext()).newPage()
  await signIn(stranger, world, MAIN)
  await stranger.context().close()
  await awaited(
    () => lettersTo(world, DEMO_ACCOUNT.mail),
    ({ subject }) => subject === 'Вход в кабинет с нового устройства',
  )

  await page.goto('/kk/messages')
  const unread = page.getByText('Жаңа', { exact: true })
  const before = await unread.count()
  await page.getByRole('button', { name: 'Жаңа Кабинетіңізге жаңа құрылғыдан кірді' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кабинетіңізге жаңа құрылғыдан кірді')
  await page.getByRole('main').getByRole('link', { name: 'Барлық хабарлама' }).click()
  await expect(page.getByRole('link', { name: 'Кабинетіңізге жаңа құрылғыдан кірді' }).first()).toBeVisible()
  await expect(unread).toHaveCount(before - 1)

  await page.goto('/kk/profile')
  await page.getByRole('link', { name: 'Кім менің деректерімді қарады' }).click()
  const acts = page.getByRole('listitem').filter({ hasText: number })
  await expect(acts).toContainText(['өтініштің күшін жойды', 'өтініш туралы деректерді осы сервиске жіберді'])
})
