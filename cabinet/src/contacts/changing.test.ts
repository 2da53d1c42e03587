// Changing the mail address and the phone in the profile, in the whole service on a real PostgreSQL.
import { describe, expect, it } from 'vitest'
import { codeDigits } from '../accounts/code-digits.ts'
import { ended, PASSWORD, recoveryCodes, registered } from '../registration/test-registering.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'

const NEW_MAIL = 'new@example.kz'
const digitsOf = codeDigits(['00'.repeat(32)])

async function code({ database: { owner } }: TestService, address = NEW_MAIL): Promise<string> {
  const [row] = await owner`select code from contact_change where address = ${address}`
  return digitsOf(String(row?.['code']))
}

const contacts = async ({ database: { owner } }: TestService) => (await owner`select mail, phone from account`)[0]

const ask = (browser: Browser, address = NEW_MAIL, current = '') =>
  browser.form('/kk/profile/contacts/mail', { address, current })

async function byPassword(service: TestService) {
  const browser = service.browser()
  await browser.post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password: PASSWORD })
  return browser
}

describe('changing the mail address', () => {
  it('counts when the code came back, and the old address is told as well', async () => {
    const service = await testService()
    const browser = await registered(service)
    expect(ended(await ask(browser))).toBe('/kk/profile/contacts/code')
    expect(await contacts(service)).toMatchObject({ mail: 'aigerim@example.kz' })
    const entered = await browser.form('/kk/profile/contacts/code', { mail: await code(service) })
    expect(ended(entered)).toBe('/kk/profile/contacts?changed=mail')
    expect(await contacts(service)).toEqual({ mail: NEW_MAIL, phone: '+77011234567' })
    const told = await service.database.owner`
      select address from delivery join message on message.id = delivery.message
       where message.kind = 'contact-changed' order by address`
    expect(told.map(row => row['address'])).toEqual(['+77011234567', 'aigerim@example.kz', NEW_MAIL])
    expect((await browser.get('/kk/profile/contacts?changed=mail')).json).toContain('n•••@example.kz')
  })

  it('asks for the password in a session by password, and slows guessing down', async () => {
    const service = await testService()
    await registered(service)
    const browser = await byPassword(service)
    expect((await browser.get('/kk/profile/contacts/mail')).json).toContain('name="current"')
    expect((await ask(browser)).status).toBe(422)
    expect((await ask(browser, NEW_MAIL, 'жоқ сөз мүлдем')).json).toContain('Қазіргі құпиясөз қате')
    expect(await service.database.owner`select 1 from one_time_code where purpose = 'contact'`).toEqual([])
    expect(ended(await ask(browser, NEW_MAIL, PASSWORD))).toBe('/kk/profile/contacts/code')
  })

  it.each([
    ['nonsense', 'new@', 422],
    ['the address that one has', 'aigerim@example.kz', 422],
    ['100 KB', 'a'.repeat(100_000), 422],
  ])('to %s sends nothing', async (_, address, status) => {
    const service = await testService()
    const browser = await registered(service)
    expect((await ask(browser, address)).status).toBe(status)
    expect(await service.database.owner`select 1 from one_time_code where purpose = 'contact'`).toEqual([])
  })
})

describe('the code for a new address', () => {
  it('is taken from no other browser of the same person, and never twice', async () => {
    const service = await testService()
    const browser = await registered(service)
    const other = await byPassword(service)
    await ask(browser)
    const mail = await code(service)
    expect((await other.form('/kk/profile/contacts/code', { mail })).status).toBe(410)
    const answers = await Promise.all([1, 2].map(() => browser.form('/kk/profile/contacts/code', { mail })))
    expect(answers.map(ended).toSorted()).toEqual(['/kk/profile/contacts?changed=mail', '410'])
    const lines = await service.database.owner`select 1 from audit_event where act = 'contact-changed'`
    expect(lines).toHaveLength(1)
  })

  it('changes nothing in a session that was ended from elsewhere meanwhile', async () => {
    const service = await testService()
    const browser = await registered(service)
    const { browser: elsewhere } = await signedIn(service)
    await ask(browser)
    await elsewhere.form('/kk/profile/password', { password: 'жеті көлдің мұзды суы' })
    const mail = '000000'
    expect(ended(await browser.form('/kk/profile/contacts/code', { mail }))).toMatch(/sign-in/)
    expect(await service.database.owner`select 1 from contact_change`).toEqual([])
    expect(await contacts(service)).toMatchObject({ mail: 'aigerim@example.kz' })
  })

  it('ends a recovery that was begun by the old address', async () => {
    const service = await testService()
    const browser = await registered(service)
    const stranger = service.browser()
    await stranger.get('/kk/forgotten-password')
    await stranger.form('/kk/forgotten-password/iin', { iin: AIGERIM.iin })
    const codes = await recoveryCodes(service)
    await stranger.form('/kk/forgotten-password/codes', codes)
    await ask(browser)
    await browser.form('/kk/profile/contacts/code', { mail: await code(service) })
    const answer = await stranger.form('/kk/forgotten-password/password', { password: 'жеті көлдің мұзды суы' })
    expect(answer.status).toBe(410)
  })
})

describe('whoever signs in by EDS and never registered', () => {
  it('verifies mail and phone, then sets a first password', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    await ask(browser)
    await browser.form('/kk/profile/contacts/code', { mail: await code(service) })
    expect(await contacts(service)).toEqual({ mail: NEW_MAIL, phone: null })
    const phone = '+77011234567'
    await browser.form('/kk/profile/contacts/phone', { address: '8 701 123 45 67' })
    const answer = await browser.form('/kk/profile/contacts/code', { sms: await code(service, phone) })
    expect(ended(answer)).toBe('/kk/profile/contacts?changed=sms')
    expect(ended(await browser.form('/kk/profile/password', { password: PASSWORD }))).toBe(
      '/kk/profile/password/changed',
    )
    expect((await (await byPassword(service)).get('/api/v1/me')).status).toBe(200)
  })

  it('signs in again when the signature is not fresh any more', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let i = 0; i < 4; i++) {
      service.clock.at = new Date(service.clock.at.getTime() + 10 * 60_000)
      await browser.get('/api/v1/me')
    }
    expect((await browser.get('/kk/profile/contacts/mail')).json).toContain(
      'ЭЦҚ немесе eGov Mobile арқылы қайта кіріңіз',
    )
    const refused = await ask(browser)
    expect([refused.status, /action="\/kk\/sign-out"/.test(refused.json)]).toEqual([403, true])
    expect(await service.database.owner`select 1 from contact_change`).toEqual([])
  })
})

it('codes go to five addresses an hour, also from a browser that throws its cookie away', async () => {
  const service = await testService()
  const browser = await registered(service)
  for (let i = 0; i < 20; i++) {
    browser.cookies.delete('starter')
    await ask(browser, `stranger-${i}@example.kz`)
    service.clock.at = new Date(service.clock.at.getTime() + 30_000)
  }
  expect(await service.database.owner`select 1 from one_time_code where purpose = 'contact'`).toHaveLength(5)
})
