// The authority over real HTTP: silent, lying, back again, with a certificate that it has revoked; and what a person is told.
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { SERIK, sign, TODAY, testAuthority } from '../test-authority.ts'
import { signedIn, signIn, withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'

const TOMORROW = new Date(TODAY.getTime() + 24 * 3_600_000)

function wait(service: TestService, seconds: number): void {
  service.clock.at = new Date(service.clock.at.getTime() + seconds * 1000)
}

/** A signature that arrived while the responder (or the stamp) did as it was told. */
async function sent(how: Parameters<TestService['pki']['control']>[0], options = {}) {
  const service = await testService(options)
  const road = await withDraft(service)
  service.pki.control(how)
  const cms = sign(road.store, road.pdf)
  const send = () => road.browser.post(`/api/v1/withdrawal-drafts/${road.draft.id}/signature`, { cms })
  return { service, ...road, cms, send, answer: await send() }
}

describe('a signature that arrives while the authority is silent', () => {
  it('is answered 202 with the end of the hold, and so is its repeat; program, core and person are told the same', async () => {
    const { service, browser, draft, send, answer } = await sent({ ocsp: 'down' })
    const told = { state: 'checking', receivedAt: '2026-06-16T12:00:00+05:00', until: '2026-06-17T12:00:00+05:00' }
    expect([answer.status, answer.json, answer.headers.get('Retry-After')]).toEqual([202, told, '30'])
    expect([(await send()).status, (await send()).json]).toEqual([202, told])
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json).toMatchObject({
      state: 'checking',
      signature: told,
    })
    expect((await browser.get('/api/v1/applications/a-1')).json).toMatchObject({
      status: 'accepted',
      withdrawal: { allowed: false, reason: 'withdrawal-being-checked', signature: told },
    })
    const claim = await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    expect([claim.status, claim.json.code, claim.headers.get('Retry-After')]).toEqual([
      409,
      'withdrawal-being-checked',
      '5',
    ])
    for (const address of [`/kk/withdrawal-drafts/${draft.id}`, '/kk/applications/a-1']) {
      const page = await browser.get(address)
      expect([page.status, page.headers.get('Refresh')]).toEqual([200, '30'])
      expect(page.json).toContain('Куәландырушы орталықтан әзірге жауап келген жоқ.')
      expect(page.json).toContain('17.06.2026 12:00:00')
    }
  })

  it('is refused at once when it is a stranger’s: the application is held by its applicant’s signature alone', async () => {
    const service = await testService()
    const { browser, draft, pdf } = await withDraft(service)
    service.pki.control({ ocsp: 'down' })
    const cms = sign((await testAuthority()).signing(SERIK), pdf)
    const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
    expect([status, json.code]).toEqual([422, 'signature-wrong-person'])
    expect((await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })).status).toBe(201)
  })
})

/** What an answer may be that is none; the last is a responder that takes longer than anybody waits. */
const NO_ANSWERS = ['unknown', 'wrong-nonce', 'old', 'lying', 'forged', 'other-certificate', 'garbage', 'slow'] as const

describe('an answer of the authority that is unknown, old, forged, a stranger’s, about something else, or too late', () => {
  it('holds the signature and never takes it; «revoked» refuses it at once', async () => {
    const service = await testService()
    const { browser, store } = await signedIn(service)
    const send = async (id: string, ocsp: (typeof NO_ANSWERS)[number] | 'revoked') => {
      await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
      const { json: draft } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
      const cms = sign(store, Buffer.from(draft.document.bytes, 'base64'))
      service.pki.control({ ocsp })
      const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
      const [row] = await service.database.owner`select state from application where id = ${id}`
      return [ocsp, status, json.state ?? json.code, row?.['state']]
    }
    for (const ocsp of NO_ANSWERS) expect(await send(ocsp, ocsp)).toEqual([ocsp, 202, 'checking', 'withdrawing'])
    const refused = [422, 'signature-certificate-revoked', 'accepted']
    expect(await send('revoked', 'revoked')).toEqual(['revoked', ...refused])
    expect(await service.database.owner`select from withdrawal`).toHaveLength(0)
  })
})

describe('a held signature', () => {
  it('is finished by itself when the authority answers again', async () => {
    const { service, browser, send } = await sent({ ocsp: 'down' })
    service.pki.control({ ocsp: 'good' })
    wait(service, 5)
    expect(await service.jobs.finishUndecided()).toBe(1)
    expect((await send()).json).toMatchObject({
      registration: { number: '1-ОЖ', receivedAt: '2026-06-16T12:00:00+05:00' },
      revocation: { source: 'ocsp', at: '2026-06-16T12:00:05+05:00' },
      timestamp: { at: '2026-06-16T12:00:05+05:00' },
    })
    const page = await browser.get('/en/applications/a-1')
    expect([page.headers.get('Refresh'), page.json.includes('Withdrawn')]).toEqual([null, true])
  })

  it('is given back with the reason when its certificate had been revoked before', async () => {
    const { service, browser, store, draft, send } = await sent({ ocsp: 'down' })
    const before = new Date(TODAY.getTime() - 3_600_000)
    service.pki.control({ ocsp: 'good', revoked: [revocationOf(store.certificate, before)] })
    wait(service, 5)
    expect(await service.jobs.finishUndecided()).toBe(1)
    const again = await send()
    expect([again.status, again.json.code]).toEqual([422, 'signature-certificate-revoked'])
    for (const address of [`/ru/withdrawal-drafts/${draft.id}`, '/ru/applications/a-1'])
      expect((await browser.get(address)).json).toContain('Получите новый ключ ЭЦП на сайте pki.gov.kz или в ЦОНе')
  })

  it('is given back after the hold; the person is told to sign again, and can', async () => {
    const { service, browser, store, draft, send } = await sent({ ocsp: 'lying' })
    service.clock.at = TOMORROW
    expect(await service.jobs.finishUndecided()).toBe(1)
    const again = await send()
    expect([again.status, again.json.code]).toEqual([422, 'signature-check-timed-out'])
    service.pki.control({ ocsp: 'good' })
    expect((await signIn(browser, store)).status).toBe(200) // it is another day
    for (const address of [`/kk/withdrawal-drafts/${draft.id}`, '/kk/applications/a-1'])
      expect((await browser.get(address)).json).toContain('Өтініштің күшін жойғыңыз келсе, қайта қол қойыңыз.')
    const { json: next } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    const cms = sign(store, Buffer.from(next.document.bytes, 'base64'))
    expect((await browser.post(`/api/v1/withdrawal-drafts/${next.id}/signature`, { cms })).status).toBe(201)
  })
})

describe('a signature for which there is no time stamp just now', () => {
  it('is held as well, and finished when there is one', async () => {
    const { service, answer, send } = await sent({ tsp: 'down' })
    expect(answer.status).toBe(202)
    service.pki.control({ tsp: 'good' })
    wait(service, 5)
    expect(await service.jobs.finishUndecided()).toBe(1)
    expect((await send()).json.timestamp.at).toBe('2026-06-16T12:00:05+05:00')
  })

  it('is registered without one where the service has no time-stamping authority', async () => {
    const { service, answer } = await sent({}, { settings: { TSP_URL: undefined } })
    expect([answer.status, answer.json.timestamp]).toEqual([201, null])
    const pieces = await service.database.owner`select piece from withdrawal_evidence where piece = 'timestamp'`
    expect(pieces).toHaveLength(0)
  })
})
