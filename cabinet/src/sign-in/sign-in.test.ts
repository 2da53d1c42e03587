import type { KeyStore } from '@otinish/simulators/p12/read'
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { describe, expect, it } from 'vitest'
import { AIGERIM, type Applicant, SERIK, sign, TODAY, testAuthority } from '../test-authority.ts'
import { signedIn, signIn, withDraft } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'

const MINUTE = 60_000

async function challengeOf(browser: Browser) {
  const { json } = await browser.post('/api/v1/sign-in/challenges')
  return { id: String(json.id), bytes: Buffer.from(json.bytes, 'base64') }
}

function wait(service: TestService, minutes: number): void {
  service.clock.at = new Date(service.clock.at.getTime() + minutes * MINUTE)
}

describe('signing in by EDS', () => {
  it('takes an individual’s key for signing or for authentication, and tells the name from the state database', async () => {
    const service = await testService()
    const authority = await testAuthority()
    for (const store of [authority.signing(AIGERIM), await authority.authentication(AIGERIM)]) {
      const browser = service.browser()
      const { status, json } = await signIn(browser, store)
      expect([status, json.person]).toEqual([200, { ...AIGERIM, birthDate: '1985-03-15' }])
      expect((await browser.get('/api/v1/me')).json).toMatchObject({
        iin: AIGERIM.iin,
        signedInBy: 'eds',
        since: '2026-06-16T12:00:00+05:00',
      })
    }
  })

  it('signs a text with a fixed beginning that says what it is for', async () => {
    const service = await testService()
    const { json } = await service.browser().post('/api/v1/sign-in/challenges')
    expect(json.text).toMatch(/^ӨТІНІШ: ЖЕКЕ КАБИНЕТКЕ КІРУ \/ ВХОД В ЛИЧНЫЙ КАБИНЕТ \/ SIGN-IN\n/)
    expect(json.text).toContain('site: http://127.0.0.1:8080')
    expect(Buffer.from(json.bytes, 'base64').toString()).toBe(json.text)
    expect(json.expiresAt).toBe('2026-06-16T12:05:00+05:00')
  })

  it('spends the challenge: once, within five minutes, in the browser that asked', async () => {
    const service = await testService()
    const store = (await testAuthority()).signing(AIGERIM)
    const enter = async (browser: Browser, challenge: { id: string; bytes: Buffer }) => {
      const { status, json } = await browser.post('/api/v1/sign-in/eds', {
        challenge: challenge.id,
        cms: sign(store, challenge.bytes),
      })
      return json.code ?? status
    }
    const [one, other] = [service.browser(), service.browser()]
    const first = await challengeOf(one)
    await challengeOf(other)
    expect(await enter(other, first)).toBe('challenge-expired')
    expect(await enter(service.browser(), first)).toBe('challenge-expired')
    expect(await enter(one, first)).toBe(200)
    expect(await enter(one, first)).toBe('challenge-expired')
    const second = await challengeOf(one)
    wait(service, 5)
    expect(await enter(one, second)).toBe('challenge-expired')
  })

  it('spends the challenge once though ten send the same answer at the same moment', async () => {
    const service = await testService({ connections: 10 })
    const browser = service.browser()
    const { id: challenge, bytes } = await challengeOf(browser)
    const cms = sign((await testAuthority()).signing(AIGERIM), bytes)
    const send = () => browser.post('/api/v1/sign-in/eds', { challenge, cms })
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, ...Array(9).fill(410)])
    expect(await service.database.owner`select 1 from session`).toHaveLength(1)
  })
})

describe('a challenge', () => {
  it('takes no signature under a statement for one under a challenge, nor the other way round', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const { id: challenge, bytes } = await challengeOf(browser)
    const entered = await browser.post('/api/v1/sign-in/eds', { challenge, cms: sign(store, pdf) })
    expect([entered.status, entered.json.code]).toEqual([422, 'signature-other-document'])
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const withdrawn = await browser.post(address, { cms: sign(store, bytes) })
    expect([withdrawn.status, withdrawn.json.code]).toEqual([422, 'signature-other-document'])
  })

  it('lets two tabs of one browser begin', async () => {
    const service = await testService()
    const store = (await testAuthority()).signing(AIGERIM)
    const browser = service.browser()
    const first = await challengeOf(browser)
    await challengeOf(browser)
    const { status } = await browser.post('/api/v1/sign-in/eds', { challenge: first.id, cms: sign(store, first.bytes) })
    expect(status).toBe(200)
  })
})

describe('signing in is refused', () => {
  type Make = (authority: Awaited<ReturnType<typeof testAuthority>>, bytes: Buffer) => string
  const cases: readonly [string, number, string, Make][] = [
    [
      'with a signature over another text',
      422,
      'signature-other-document',
      (a, _) => sign(a.signing(AIGERIM), Buffer.from('text')),
    ],
    [
      'with the key of a company’s head',
      422,
      'signature-not-personal',
      (a, bytes) => sign(a.companyHead(AIGERIM), bytes),
    ],
    ['with an expired key', 422, 'signature-certificate-expired', (a, bytes) => sign(a.expired(AIGERIM), bytes)],
    ['with a key of a foreign authority', 422, 'signature-untrusted', (a, bytes) => sign(a.foreign(AIGERIM), bytes)],
    ['with words', 422, 'signature-unreadable', () => 'let me in'],
    [
      'to one whom the state database does not know',
      422,
      'person-unknown',
      (a, bytes) => sign(a.signing(person('991399999999')), bytes),
    ],
    [
      'to one who may not act alone',
      403,
      'person-not-capable',
      (a, bytes) => sign(a.signing(person('821715300506')), bytes),
    ],
  ]
  const person = (iin: string): Applicant => ({ ...AIGERIM, iin })
  it.each(cases)('%s', async (_, status, code, make) => {
    const service = await testService()
    const browser = service.browser()
    const challenge = await challengeOf(browser)
    const cms = make(await testAuthority(), challenge.bytes)
    const answer = await browser.post('/api/v1/sign-in/eds', { challenge: challenge.id, cms })
    expect([answer.status, answer.json.code]).toEqual([status, code])
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect(await service.database.owner`select outcome from audit_event where act = 'sign-in-refused'`).toEqual([
      { outcome: code },
    ])
  })

  it('to a stranger while the state database is silent; whoever is known to us comes in', async () => {
    const service = await testService()
    await signedIn(service, AIGERIM)
    service.gbdfl.configure({ mode: 'fail' })
    const stranger = await signIn(service.browser(), (await testAuthority()).signing(SERIK))
    expect([stranger.status, stranger.json.code]).toEqual([503, 'person-data-unavailable'])
    await signedIn(service, AIGERIM)
  })
})

describe('signing in while the certifying authority does not answer', () => {
  const press = async (browser: Browser, store: KeyStore, challenge: { id: string; bytes: Buffer }) =>
    browser.post('/api/v1/sign-in/eds', { challenge: challenge.id, cms: sign(store, challenge.bytes) })

  for (const ocsp of ['down', 'try-later', 'lying', 'no-nonce', 'unknown'] as const)
    it(`is refused for now (${ocsp}): nobody comes in unchecked, and pressing again later makes a new challenge`, async () => {
      const service = await testService()
      const store = (await testAuthority()).signing(AIGERIM)
      const browser = service.browser()
      const challenge = await challengeOf(browser)
      service.pki.control({ ocsp })
      const silent = await press(browser, store, challenge)
      expect([silent.status, silent.json.code, silent.headers.get('Retry-After')]).toEqual([
        503,
        'signature-not-checkable',
        '120',
      ])
      expect(await service.database.owner`select 1 from session`).toHaveLength(0)
      expect(await service.database.owner`select outcome from audit_event where act = 'sign-in-refused'`).toEqual([
        { outcome: 'signature-not-checkable' },
      ])
      service.pki.control({ ocsp: 'good' })
      expect((await press(browser, store, challenge)).json.code).toBe('challenge-expired') // the old one is spent
      expect((await press(browser, store, await challengeOf(browser))).status).toBe(200)
    })

  it('is refused for good with a revoked certificate, with what to do', async () => {
    const service = await testService()
    const store = (await testAuthority()).signing(AIGERIM)
    service.pki.control({ revoked: [revocationOf(store.certificate, new Date(TODAY.getTime() - MINUTE))] })
    const { status, json } = await signIn(service.browser(), store)
    expect([status, json.code]).toEqual([422, 'signature-certificate-revoked'])
    expect(json.title).toContain('pki.gov.kz')
  })

  it('asks for no time stamp', async () => {
    const service = await testService()
    service.pki.control({ tsp: 'down' })
    await signedIn(service)
    expect(service.pki.asked()).toMatchObject({ ocsp: 1, tsp: 0 })
  })
})

describe('a session', () => {
  it('ends after fifteen idle minutes, and is prolonged by being used', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let i = 0; i < 3; i++) {
      wait(service, 14)
      expect((await browser.get('/api/v1/me')).status).toBe(200)
    }
    wait(service, 15)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('ends after twelve hours, however it is used', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      wait(service, 10)
      expect((await browser.get('/api/v1/me')).status).toBe(200)
    }
    expect((await browser.get('/api/v1/me')).json.expiresAt).toBe('2026-06-17T00:00:00+05:00')
    wait(service, 10)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('ends with signing out, whatever copy of the cookie is left', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const copy = [...browser.cookies]
    expect((await browser.post('/api/v1/sign-out')).status).toBe(204)
    expect(browser.cookies.has('session')).toBe(false)
    for (const [name, value] of copy) browser.cookies.set(name, value)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('is new at every sign-in, and neither it nor the starter is in the database as the browser carries it', async () => {
    const service = await testService()
    const { browser, store } = await signedIn(service)
    const first = browser.cookies.get('session')
    await signIn(browser, store)
    expect(browser.cookies.get('session')).not.toBe(first)
    const stored = await service.database.owner`select id from session union select starter from sign_in_challenge`
    const secrets = [...browser.cookies.values()].map(value => Buffer.from(value, 'base64url').toString('hex'))
    for (const row of stored) expect(secrets).not.toContain(row['id'].toString('hex'))
  })

  it('ends when the same browser signs in anew, whoever signs', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const before = browser.cookies.get('session') ?? ''
    await signIn(browser, (await testAuthority()).signing(SERIK))
    expect((await browser.get('/api/v1/me')).json.iin).toBe(SERIK.iin)
    browser.cookies.set('session', before)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('is over once the state database has said that the person may not act', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    await service.database.owner`update person set standing = 'deceased'`
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.get('/kk/applications')).status).toBe(303)
  })

  it('that is over is not kept', async () => {
    const service = await testService()
    await signedIn(service)
    wait(service, 90)
    await service.jobs.forgetExpired(service.clock.at)
    expect(await service.database.owner`select 1 from session union all select 1 from sign_in_challenge`).toHaveLength(
      0,
    )
    expect(TODAY < service.clock.at).toBe(true)
  })
})
