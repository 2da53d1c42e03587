// Registering, step by step, in the whole service on a real PostgreSQL.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, sign, testAuthority } from '../test-authority.ts'
import { type TestService, testService } from '../test-service.ts'
import {
  CONTACTS,
  ended,
  identified,
  newestCodes,
  PASSWORD,
  registered,
  withCodes,
  withContacts,
} from './test-registering.ts'

const accounts = ({ database: { owner } }: TestService) => owner`select iin, language, mail, phone from account`

const HALF_AN_HOUR = 30 * 60_000

describe('registering', () => {
  it('goes from a signature over name, contacts and codes to a password, and ends signed in', async () => {
    const service = await testService()
    const browser = service.browser()
    expect((await browser.get('/kk/register')).status).toBe(200)
    expect(ended(await identified(browser, 'registration'))).toBe('/kk/register/person')
    expect((await browser.get('/kk/register/person')).json).toContain('ҮЛГІБАЕВА АЙГЕРІМ ҮЛГІБАЙҚЫЗЫ')
    expect(ended(await browser.form('/kk/register/person'))).toBe('/kk/register/contacts')
    expect(ended(await browser.form('/kk/register/contacts', CONTACTS))).toBe('/kk/register/codes')
    expect(ended(await browser.form('/kk/register/codes', await newestCodes(service)))).toBe('/kk/register/password')
    expect(ended(await browser.form('/kk/register/password', { password: PASSWORD }))).toBe('/kk/register/done')
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ iin: AIGERIM.iin, signedInBy: 'eds' })
    expect(await accounts(service)).toEqual([
      { iin: AIGERIM.iin, language: 'kk', mail: 'aigerim@example.kz', phone: '+77011234567' },
    ])
    const { json } = await service.browser().post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password: PASSWORD })
    expect(json.person.iin).toBe(AIGERIM.iin)
  })

  it('is told by every channel and leaves a line', async () => {
    const service = await testService()
    await registered(service)
    const { owner } = service.database
    expect(await owner`select kind from message`).toEqual([{ kind: 'registered' }])
    const sent = await owner`select channel, address from delivery where message is not null order by channel`
    expect(sent).toEqual([
      { channel: 'mail', address: 'aigerim@example.kz' },
      { channel: 'sms', address: '+77011234567' },
    ])
    const [line] = await owner`select iin, outcome from audit_event where act = 'registered'`
    expect(line).toEqual({ iin: AIGERIM.iin, outcome: 'eds' })
  })

  it('skips no step, by address or by form', async () => {
    const service = await testService()
    const browser = service.browser()
    await identified(browser, 'registration')
    for (const step of ['contacts', 'codes', 'password', 'done'])
      expect(ended(await browser.get(`/kk/register/${step}`)), step).toBe('/kk/register/person')
    expect(ended(await browser.form('/kk/register/contacts', CONTACTS))).toBe('/kk/register/person')
    expect(ended(await browser.form('/kk/register/codes', { mail: '123456', sms: '123456' }))).toBe(
      '/kk/register/person',
    )
    expect(ended(await browser.form('/kk/register/codes/again', { channel: 'mail' }))).toBe('/kk/register/person')
    expect(ended(await browser.form('/kk/register/password', { password: PASSWORD }))).toBe('/kk/register/person')
    expect(await accounts(service)).toEqual([])
  })
})

describe('a registration', () => {
  it('goes on where it stopped, and can be begun anew', async () => {
    const service = await testService()
    const browser = await withContacts(service)
    expect(ended(await browser.get('/ru/register'))).toBe('/ru/register/codes')
    expect((await browser.get('/kk/register/contacts')).json).toContain('value="aigerim@example.kz"')
    expect(ended(await browser.form('/kk/register/cancellation'))).toBe('/kk/register')
    expect((await browser.get('/kk/register')).status).toBe(200)
    expect((await browser.get('/kk/register/codes')).status).toBe(410)
  })

  it('is over after half an hour, and nothing of it stays', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    service.clock.at = new Date(service.clock.at.getTime() + HALF_AN_HOUR)
    expect((await browser.get('/kk/register/password')).status).toBe(410)
    expect((await browser.form('/kk/register/password', { password: PASSWORD })).status).toBe(410)
    await service.jobs.forgetExpired(new Date(service.clock.at.getTime() + 1))
    expect(await service.database.owner`select * from registration`).toEqual([])
    expect(await accounts(service)).toEqual([])
  })

  it('shows whoever is registered already the ways on, and changes nothing of theirs', async () => {
    const service = await testService()
    await registered(service)
    const browser = service.browser()
    await identified(browser, 'registration')
    const page = await browser.get('/kk/register/person')
    expect(page.status).toBe(409)
    expect(page.json).toContain('href="/kk/forgotten-password"')
    expect((await browser.form('/kk/register/person')).status).toBe(409)
    expect(ended(await browser.form('/kk/register/contacts', CONTACTS))).toBe('/kk/register/person')
  })
})

describe('registering while the state database is silent', () => {
  it('says when to return, and nothing need be signed again', async () => {
    const service = await testService()
    const browser = service.browser()
    service.gbdfl.configure({ mode: 'down' })
    expect(ended(await identified(browser, 'registration'))).toBe('/kk/register/person')
    const silent = await browser.get('/kk/register/person')
    expect([silent.status, silent.headers.get('retry-after')]).toEqual([503, '60'])
    expect(silent.json).toContain('қайта қол қою керек емес')
    expect((await browser.form('/kk/register/person')).status).toBe(503)
    service.gbdfl.configure({ mode: 'answer' })
    expect((await browser.get('/kk/register/person')).status).toBe(200)
    expect(ended(await browser.form('/kk/register/person'))).toBe('/kk/register/contacts')
  })
})

describe('an identification for registering', () => {
  it('is not one for signing in or recovering, and the other way round', async () => {
    const service = await testService()
    const browser = service.browser()
    const store = (await testAuthority()).signing(AIGERIM)
    for (const purpose of ['sign-in', 'recovery']) {
      const { json } = await browser.post(`/api/v1/sign-in/challenges?purpose=${purpose}`)
      const cms = sign(store, Buffer.from(json.bytes, 'base64'))
      expect((await browser.form('/kk/register', { challenge: json.id, cms })).status, purpose).toBe(410)
    }
    expect((await browser.form('/kk/register', { challenge: '', cms: '' })).status).toBe(422)
  })

  it('by a certificate that is none of a person’s own and current ones is refused, with a line', async () => {
    const service = await testService()
    const browser = service.browser()
    for (const kind of ['expired', 'foreign', 'companyHead'] as const) {
      const answer = await identified(browser, 'registration', (await testAuthority())[kind](AIGERIM))
      expect([answer.status, answer.json.includes('Тіркелуді бастау мүмкін болмады')], kind).toEqual([422, true])
    }
    const lines = await service.database.owner`select distinct act, iin from audit_event`
    expect(lines).toEqual([{ act: 'identification-refused', iin: null }])
    expect((await browser.get('/kk/register/person')).status).toBe(410)
  })

  it('of somebody else takes the place of the one before in the same browser', async () => {
    const service = await testService()
    const browser = await withCodes(service)
    await identified(browser, 'registration', (await testAuthority()).signing(SERIK))
    expect(ended(await browser.get('/kk/register/password'))).toBe('/kk/register/person')
    expect((await browser.get('/kk/register/person')).json).toContain('МЫСАЛОВ СЕРІК')
  })
})
