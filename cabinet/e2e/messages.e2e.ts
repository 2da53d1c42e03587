// A person is told of a withdrawal and of a stranger's device, by SMS, by mail and in the cabinet, and sees who did what.
import { randomUUID } from 'node:crypto'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { coreOf, fileBankDetails } from './core.ts'
import { awaited, lettersTo, smsTo } from './messages-desk.ts'
import { MAIN, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { expect, test } from './world.ts'

test('the fund refuses: the letter leads past signing in to the page that says why, and what was read leads back', async ({
  page,
  world,
}) => {
  const { id, number } = await fileBankDetails(world, MAIN)
  const words = (text: string) => ({ kk: text, ru: text, en: text })
  const refusal = { code: 'details-differ', text: words('Шот басқа адамға тиесілі.'), next: null, appealUntil: null }
  const on = world.now().toISOString().slice(0, 10)
  await coreOf(world).say(randomUUID(), id, { is: 'refused', on, refusal })
  const isOurs = ({ text }: { text: string }) => text.includes(number) && text.includes('бас тарт')
  const [letter, sms] = await Promise.all([
    awaited(
      () => lettersTo(world, DEMO_ACCOUNT.mail),
      ({ subject, text }) => isOurs({ text: `${subject} ${text}` }),
    ),
    awaited(() => smsTo(world, DEMO_ACCOUNT.phone), isOurs),
  ])
  const [link = ''] = /http\S+/.exec(sms.text) ?? []
  expect(letter.text).toContain(`\n${link}\n`)

  await page.goto(`${world.simulators.mailPage}?${new URLSearchParams({ to: DEMO_ACCOUNT.mail })}`)
  await page.getByRole('link', { name: link, exact: true }).click()
  await expect(page).toHaveURL(/\/kk\/sign-in\?next=/)
  await page.getByLabel('ЖСН', { exact: true }).fill(MAIN)
  await page.getByLabel('Құпиясөз', { exact: true }).fill(DEMO_ACCOUNT.password)
  await page.getByRole('button', { name: 'Жеке кабинетке кіру' }).click()
  await expect(page).toHaveURL(`/kk/applications/${id}?from=messages`)
  await expect(page.getByRole('main')).toContainText('Шот басқа адамға тиесілі.')
  await page.getByRole('link', { name: 'Жабу' }).click()
  await expect(page).toHaveURL('/kk/messages')
  await expect(page.getByRole('listitem').filter({ hasText: number })).toHaveCount(2) // it came, and was refused

  await page.goto(link.replace(/.$/, '_'))
  await expect(page.getByRole('main').getByRole('status')).toContainText('ешқайсысына апармайды')
})

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
