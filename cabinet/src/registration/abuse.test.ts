// Registering against whoever would take a step that is not theirs: strangers, thieves of cookies, two tabs, guessers.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { CONTACTS, ended, identified, newestCodes, PASSWORD, withCodes, withContacts } from './test-registering.ts'

const OTHER = 'жеті көлдің мұзды суы'

const accounts = ({ database: { owner } }: TestService) => owner`select iin, mail, phone from account`
const minutes = (service: TestService, count: number) => {
  service.clock.at = new Date(service.clock.at.getTime() + count * 60_000)
}

async function canSignIn(service: TestService, password: string): Promise<boolean> {
  const { status } = await service.browser().post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password })
  return status === 200
}

/** A browser with the cookies of another one. */
function twin(service: TestService, of: Browser): Browser {
  const copy = service.browser()
  for (const [name, value] of of.cookies) copy.cookies.set(name, value)
  return copy
}

const NO_CONTACTS: readonly [string, Record<string, string>][] = [
  ['no field', {}],
  ['100 KB in each field', { mail: 'a'.repeat(100_000), phone: '7'.repeat(100_000) }],
  ['two addresses', { mail: 'a@example.kz, b@example.kz', phone: '+7 701 123 45 67' }],
  ['a second line', { mail: 'a@example.kz\r\nBcc: b@example.kz', phone: '+7 701 123 45 67' }],
  ['a town’s phone', { mail: 'a@example.kz', phone: '+7 7172 12 34 56' }],
  ['a foreign phone', { mail: 'a@example.kz', phone: '+49 170 1234567' }],
]

const NO_PASSWORDS = [
  ['too short', 'он бір әріп', 'тым қысқа'],
  ['100 KB', 'ұ'.repeat(100_000), 'тым ұзын'],
  ['a common one', 'құпиясөз1234', 'оңай табуға болады'],
  ['with the person’s name', 'Айгерім тауға шықты', 'болмауы керек'],
  ['with the phone’s number', 'тауда 123 45 67 қайың', 'болмауы керек'],
] as const

describe('a step of registering', () => {
  it('is not another browser’s', async () => {
    const service = await testService()
    await withCodes(service)
    const stranger = service.browser()
    await stranger.get('/kk/register')
    for (const step of ['person', 'contacts', 'codes', 'password', 'done'])
      expect((await stranger.get(`/kk/register/${step}`)).status, step).toBe(410)
    expect((await stranger.form('/kk/register/password', { password: PASSWORD })).status).toBe(410)
    expect(await accounts(service)).toEqual([])
  })

  it('is not open to whoever knew the browser’s cookie before the person identified themselves', async () => {
    const service = await testService()
    const person = service.browser()
    await person.get('/kk/register')
    const thief = twin(service, person) // at a shared computer, before
    await identified(person, 'registration')
    expect((await person.get('/kk/register/person')).status).toBe(200)
    expect((await thief.get('/kk/register/person')).status).toBe(410)
    expect((await thief.form('/kk/register/person')).status).toBe(410)
  })

  it('sends no code to what is no address of a person, and keeps what was typed', async () => {
    const service = await testService()
    const browser = service.browser()
    await identified(browser, 'registration')
    await browser.form('/kk/register/person')
    for (const [what, contacts] of NO_CONTACTS) {
      const answer = await browser.form('/kk/register/contacts', contacts)
      expect([answer.status, answer.json.includes('aria-invalid="true"')], what).toEqual([422, true])
      expect(answer.json.length, what).toBeLessThan(20_000)
    }
    expect(await service.database.owner`select * from one_time_code`).toEqual([])
  })
})

describe('the codes of registering', () => {
  it('prove each its own address: swapped, they prove nothing', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    const { mail, sms } = await newestCodes(service)
    const answer = await browser.form('/kk/register/codes', { mail: sms, sms: mail })
    expect(answer.status).toBe(422)
    expect(answer.json).toContain('Қалған мүмкіндік: 4')
    expect(ended(await browser.get('/kk/register/password'))).toBe('/kk/register/codes')
  })

  it('are no good in another browser that registers the same addresses', async () => {
    const service = await testService()
    await withContacts(service)
    const codes = await newestCodes(service)
    const other = service.browser()
    await identified(other, 'registration', (await testAuthority()).signing(SERIK))
    await other.form('/kk/register/person')
    expect((await other.form('/kk/register/contacts', CONTACTS)).status).toBe(429) // a code has just gone there
    expect((await other.form('/kk/register/codes', codes)).json).toContain('Бұл код енді жарамайды')
    expect(ended(await other.get('/kk/register/password'))).toBe('/kk/register/codes')
  })

  it('can be guessed five times; then the right one is dead too, and a new one is asked for', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    const right = await newestCodes(service)
    const wrong = right.sms === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) await browser.form('/kk/register/codes', { mail: right.mail, sms: wrong })
    const answer = await browser.form('/kk/register/codes', { mail: '', sms: right.sms })
    expect(answer.json).toContain('Бұл код енді жарамайды')
    minutes(service, 1)
    expect(ended(await browser.form('/kk/register/codes/again', { channel: 'sms' }))).toBe(
      '/kk/register/codes?sent=sms',
    )
    const { sms } = await newestCodes(service)
    expect(ended(await browser.form('/kk/register/codes', { sms }))).toBe('/kk/register/password')
  })

  it('are sent once a minute, and the page says from when on', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    const answer = await browser.form('/kk/register/codes/again', { channel: 'mail' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(answer.json).toContain('12:01:00')
  })

  it('live ten minutes', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    minutes(service, 10)
    const answer = await browser.form('/kk/register/codes', await newestCodes(service))
    expect(answer.json).toContain('Бұл код енді жарамайды')
  })
})

describe('an address that is exchanged', () => {
  it('makes the codes sent to the old one worthless; the other address stays verified', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    const { mail, sms } = await newestCodes(service)
    await browser.form('/kk/register/codes', { mail, sms: 'x' })
    minutes(service, 1)
    const corrected = { mail: CONTACTS.mail, phone: '+7 701 765 43 21' }
    expect(ended(await browser.form('/kk/register/contacts', corrected))).toBe('/kk/register/codes')
    expect((await browser.form('/kk/register/codes', { sms })).status).toBe(422)
    expect(ended(await browser.form('/kk/register/codes', await newestCodes(service)))).toBe('/kk/register/password')
    await browser.form('/kk/register/password', { password: PASSWORD })
    expect(await accounts(service)).toMatchObject([{ mail: 'aigerim@example.kz', phone: '+77017654321' }])
  })

  it('after it was verified is to be verified anew', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    minutes(service, 1)
    await browser.form('/kk/register/contacts', { mail: 'other@example.kz', phone: CONTACTS.phone })
    expect(ended(await browser.form('/kk/register/password', { password: PASSWORD }))).toBe('/kk/register/codes')
    expect(await accounts(service)).toEqual([])
  })
})

describe('the password of a new account', () => {
  it('is none that others would guess, and does not come back to the page', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    for (const [what, password, sentence] of NO_PASSWORDS) {
      const answer = await browser.form('/kk/register/password', { password })
      expect([answer.status, answer.json.includes(sentence)], what).toEqual([422, true])
      expect(answer.json, what).not.toContain(password.slice(0, 30))
    }
    expect(await accounts(service)).toEqual([])
  })

  it('may be of Kazakh letters and emoji', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    await browser.form('/kk/register/password', { password: 'түнгі аспан 🦊🌌 қоңыр үн' })
    expect(await canSignIn(service, 'түнгі аспан 🦊🌌 қоңыр үн')).toBe(true)
  })

  it('is set once: of two tabs at the same moment one password stands, and both end registered', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    const tab = twin(service, browser)
    const answers = await Promise.all([
      browser.form('/kk/register/password', { password: PASSWORD }),
      tab.form('/kk/register/password', { password: OTHER }),
    ])
    expect(answers.map(ended)).toEqual(['/kk/register/done', '/kk/register/done'])
    expect([await canSignIn(service, PASSWORD), await canSignIn(service, OTHER)].toSorted()).toEqual([false, true])
    const told = await service.database.owner`select kind from message where kind = 'registered'`
    expect(told).toHaveLength(1)
  })

  it('is set by one of two browsers that register the same person at the same moment', async () => {
    const service = await testService()
    const one = await withCodes(service)
    minutes(service, 1) // a person gets a code a minute, in all their browsers
    const two = await withCodes(service, AIGERIM, { mail: 'two@example.kz', phone: '+7 702 222 22 22' })
    const answers = await Promise.all([
      one.form('/kk/register/password', { password: PASSWORD }),
      two.form('/kk/register/password', { password: OTHER }),
    ])
    expect(answers.map(ended).toSorted()).toEqual(['/kk/register/done', '409'])
    const loser = answers[0]?.status === 409 ? one : two
    expect((await loser.get('/api/v1/me')).status).toBe(401)
    expect([await canSignIn(service, PASSWORD), await canSignIn(service, OTHER)].toSorted()).toEqual([false, true])
    expect(await accounts(service)).toHaveLength(1)
  })

  it('makes the account also when the person may not be let in just then', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    service.gbdfl.configure({ standing: { [AIGERIM.iin]: 'deceased' } })
    expect(ended(await browser.form('/kk/register/password', { password: PASSWORD }))).toBe('/kk/register/done')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.get('/kk/register/done')).json).toContain('href="/kk/sign-in"')
  })
})

describe('the addresses and the log of registering', () => {
  it('hold no IIN, mail, phone, code or password', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    const codes = await newestCodes(service)
    await browser.form('/kk/register/codes', codes)
    const answer = await browser.form('/kk/register/password', { password: PASSWORD })
    const said = JSON.stringify([service.log, ended(answer)])
    for (const secret of [AIGERIM.iin, 'aigerim', '1234567', codes.mail, codes.sms, 'тауда'])
      expect(said).not.toContain(secret)
  })
})

it('codes go to five addresses an hour, however often somebody begins to register anew', async () => {
  const service = await testService()
  for (let i = 0; i < 8; i++) {
    await withContacts(service, AIGERIM, { mail: `stranger-${i}@example.kz`, phone: `+7 701 000 00 0${i}` })
    service.clock.at = new Date(service.clock.at.getTime() + 61_000)
  }
  const codes = await service.database.owner`select channel from delivery where code is not null`
  expect(codes.map(row => row['channel']).toSorted()).toEqual([...Array(5).fill('mail'), ...Array(5).fill('sms')])
})
