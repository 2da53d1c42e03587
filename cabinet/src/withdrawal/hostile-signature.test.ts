import type { KeyStore } from '@otinish/simulators/p12/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign, type TestAuthority, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { FORGERIES, twoSigners } from './test-forgeries.ts'

const flip = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9)
  return bytes.toString('base64')
}
type Case = (with_: { pdf: Buffer; own: KeyStore; authority: TestAuthority }) => string | Promise<string>
const CASES: readonly [string, number, string, Case][] = [
  ['nothing', 422, 'signature-missing', () => ' '],
  ['words', 422, 'signature-unreadable', () => 'not a signature'],
  ['random bytes', 422, 'signature-unreadable', () => Buffer.alloc(3000, 0x5a).toString('base64')],
  ['bytes that begin like DER', 422, 'signature-unreadable', () => Buffer.alloc(3000, 0x30).toString('base64')],
  ['a certificate', 422, 'signature-unreadable', ({ own }) => Buffer.from(own.certificate).toString('base64')],
  ['a signature with one flipped bit', 422, 'signature-invalid', ({ own, pdf }) => flip(sign(own, pdf))],
  ['another document', 422, 'signature-other-document', ({ own }) => sign(own, Buffer.from('%PDF another'))],
  [
    'another document, detached',
    422,
    'signature-other-document',
    ({ own }) => sign(own, Buffer.from('%PDF another'), { detached: true }),
  ],
  ['another person’s key', 422, 'signature-wrong-person', ({ authority, pdf }) => sign(authority.signing(SERIK), pdf)],
  [
    'the person’s key as head of a company',
    422,
    'signature-not-personal',
    ({ authority, pdf }) => sign(authority.companyHead(AIGERIM), pdf),
  ],
  [
    'an expired certificate',
    422,
    'signature-certificate-expired',
    ({ authority, pdf }) => sign(authority.expired(AIGERIM), pdf),
  ],
  [
    'a certificate of a foreign authority',
    422,
    'signature-untrusted',
    ({ authority, pdf }) => sign(authority.foreign(AIGERIM), pdf),
  ],
  [
    'a relative’s key, by the same surname and patronymic',
    422,
    'signature-wrong-person',
    ({ authority, pdf }) => sign(authority.signing({ ...AIGERIM, iin: SERIK.iin, name: 'САУЛЕ' }), pdf),
  ],
  [
    'two signers, the person being one of them',
    422,
    'signature-several-signers',
    ({ authority, own, pdf }) => joined(sign(own, pdf), sign(authority.signing(SERIK), pdf)),
  ],
  [
    'two signatures of the person',
    422,
    'signature-several-signers',
    ({ authority, own, pdf }) => joined(sign(own, pdf), sign(authority.signing(AIGERIM), pdf)),
  ],
  [
    'an authentication certificate',
    422,
    'signature-not-for-signing',
    async ({ authority, pdf }) => sign(await authority.authentication(AIGERIM), pdf),
  ],
]

/** What each forgery is refused for; most of them because the signature itself is no good. */
const FORGED: Readonly<Record<string, string>> = {
  'bitflip-content': 'signature-other-document',
  'eufcma-noattrs': 'signature-other-document',
  'no-signers': 'signature-unreadable',
  'trailing-byte': 'signature-unreadable',
}

const joined = (one: string, other: string) =>
  Buffer.from(twoSigners(Buffer.from(one, 'base64'), Buffer.from(other, 'base64'))).toString('base64')

describe('a signature that does not count changes nothing', () => {
  const cleanups: (() => Promise<void>)[] = []
  let service: TestService
  let road: Awaited<ReturnType<typeof withDraft>>

  beforeAll(async () => {
    service = await testService({ until: clean => cleanups.push(clean) })
    road = await withDraft(service)
  })
  afterAll(() => Promise.all(cleanups.map(clean => clean())))

  async function anotherDraft(application: string): Promise<{ readonly id: string; readonly pdf: Buffer }> {
    await service.core('PUT', `/applications/${application}`, bankDetails({ number: application }))
    const { json } = await road.browser.post(`/api/v1/applications/${application}/withdrawal-drafts`)
    return { id: json.id, pdf: Buffer.from(json.document.bytes, 'base64') }
  }

  for (const [what, status, code, make] of CASES)
    it(`${what}: ${code}`, async () => {
      const { browser, store, draft, pdf } = road
      const cms = await make({ pdf, own: store, authority: await testAuthority() })
      const answer = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
      expect([answer.status, answer.json.code]).toEqual([status, code])
      const { json } = await browser.get('/api/v1/applications/a-1')
      expect(json).toMatchObject({ status: 'accepted', withdrawal: { allowed: true } })
    })

  for (const [name, forge] of Object.entries(FORGERIES))
    it(`the attack ${name}: ${FORGED[name] ?? 'signature-invalid'}`, async () => {
      const { browser, store } = road
      const { id, pdf } = await anotherDraft(name)
      const cms = Buffer.from(forge(Buffer.from(sign(store, pdf), 'base64'))).toString('base64')
      const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${id}/signature`, { cms })
      expect([status, json.code]).toEqual([422, FORGED[name] ?? 'signature-invalid'])
      expect((await browser.get(`/api/v1/applications/${name}`)).json).toMatchObject({ status: 'accepted' })
    })

  it('and another signing certificate of the person’s own is as good as the first', async () => {
    const { id, pdf } = await anotherDraft('another-key')
    const cms = sign((await testAuthority()).signing(AIGERIM), pdf)
    expect((await road.browser.post(`/api/v1/withdrawal-drafts/${id}/signature`, { cms })).status).toBe(201)
  })

  it('and a name in the certificate that hides a NUL stops nothing: it is shown without, and kept as it was signed', async () => {
    const { browser } = road
    await service.core('PUT', '/applications/a-nul', bankDetails({ number: '7' }))
    const { json: draft } = await browser.post('/api/v1/applications/a-nul/withdrawal-drafts')
    const odd = (await testAuthority()).signing({ ...AIGERIM, name: 'АЙГЕ\u0000РІМ' })
    const cms = sign(odd, Buffer.from(draft.document.bytes, 'base64'))
    const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
    expect(status).toBe(201)
    const page = await browser.get(`/kk/withdrawals/${encodeURIComponent(json.registration.number)}`)
    expect(readable(page.json)).toContain('АЙГЕ РІМ')
  })

  it('and after all of them the same draft can still be signed', async () => {
    const { browser, store, draft, pdf } = road
    const answer = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect(answer.status).toBe(201)
    expect(await service.database.owner`select 1 from withdrawal where application = 'a-1'`).toHaveLength(1)
  })
})
