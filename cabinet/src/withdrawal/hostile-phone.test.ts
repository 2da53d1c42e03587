// What must not withdraw when it comes from a phone; and after all of it the person still can.

import { type Element, readDer } from '@otinish/eds/der/read'
import { explicit, implicit, sequence, setOf } from '@otinish/eds/der/write'
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begunByPage, type Scanned, signedWith, withData } from '../qr-signing/test-phone.ts'
import { AIGERIM, SERIK, sign, TODAY } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Json, type TestService, testService } from '../test-service.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { codeFor, type Draft, draftFor, type PhoneRoad, phoneRoad } from './test-phone-road.ts'

const MINUTE = 60_000
const said = (code: ProblemCode) => ({ message: PROBLEMS[code].text.ru })

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let road: PhoneRoad
let draft: Draft // of the application that is attacked
let other: Draft // the same person's, of another application
let yesterdays: Draft
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  road = await phoneRoad(service)
  yesterdays = await draftFor(road, 'a-1')
  service.clock.at = new Date(TODAY.getTime() + 31 * MINUTE)
  road = await phoneRoad(service)
  draft = await draftFor(road, 'a-1')
  other = await draftFor(road, 'a-2')
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

function changed(document: Uint8Array): Uint8Array {
  return document.map((octet, i) => (i === 100 ? octet ^ 1 : octet))
}

/** Two signers of one document in one CMS. */
function bothSign(a: string, b: string): string {
  const [one, two] = [a, b].map(cms => partsOf(Buffer.from(cms, 'base64')))
  if (!one || !two) throw new Error('two signatures are expected')
  const inner = (element: Element) => element.children.map(({ encoded }) => encoded)
  const [version, digests, content, certificates, signers] = one.parts
  const [, , , certificatesOfTwo, signersOfTwo] = two.parts
  if (!version || !digests || !content || !certificates || !signers || !certificatesOfTwo || !signersOfTwo)
    throw new Error('no CMS')
  const signedData = sequence(
    version.encoded,
    digests.encoded,
    content.encoded,
    implicit(0, setOf(...inner(certificates), ...inner(certificatesOfTwo))),
    setOf(...inner(signers), ...inner(signersOfTwo)),
  )
  return Buffer.from(sequence(one.type, explicit(0, signedData))).toString('base64')
}

function partsOf(cms: Uint8Array) {
  const [type, content] = readDer(cms).children
  const parts = content?.children[0]?.children
  if (!type || !parts) throw new Error('no CMS')
  return { type: type.encoded, parts }
}

type Make = (scanned: Scanned) => Json | Promise<Json>
const by =
  (cms: (scanned: Scanned) => string | Promise<string>): Make =>
  async scanned =>
    withData(scanned.served, await cms(scanned))

const REFUSED: readonly [string, ProblemCode, Make][] = [
  ['a relative’s', 'qr-wrong-person', s => signedWith(road.authority.signing(SERIK), s)],
  [
    'the employer’s, in the person’s own name',
    'signature-not-personal',
    s => signedWith(road.authority.companyHead(AIGERIM), s),
  ],
  [
    'one by the key for signing in',
    'signature-not-for-signing',
    async s => signedWith(await road.authority.authentication(AIGERIM), s),
  ],
  [
    'one by the person’s expired certificate',
    'signature-certificate-expired',
    s => signedWith(road.authority.expired(AIGERIM), s),
  ],
  [
    'one by the person’s revoked certificate',
    'signature-certificate-revoked',
    s => {
      const revoked = road.authority.signing(AIGERIM)
      service.pki.control({ revoked: [revocationOf(revoked.certificate, TODAY)] })
      return signedWith(revoked, s)
    },
  ],
  [
    'one of an authority that nobody verified',
    'signature-untrusted',
    s => signedWith(road.authority.foreign(AIGERIM), s),
  ],
  [
    'one under the document with a changed octet',
    'signature-other-document',
    s => signedWith(road.store, s, changed(s.text)),
  ],
  [
    'one under the same person’s statement for another application',
    'signature-other-document',
    by(() => sign(road.store, other.pdf)),
  ],
  [
    'one under yesterday’s draft for the same application',
    'signature-other-document',
    by(() => sign(road.store, yesterdays.pdf)),
  ],
  [
    'the person’s and a relative’s together',
    'signature-several-signers',
    by(s => bothSign(sign(road.store, s.text), sign(road.authority.signing(SERIK), s.text))),
  ],
]

describe('a signature from the phone', () => {
  it.each(REFUSED)('%s: 403, the page says the same, the application stands', async (_, code, make) => {
    const { browser, phone, state } = road
    const { id } = await codeFor(browser, draft)
    const scanned = await phone.scan(id)
    const { status, json } = await phone.put(id, scanned.token, await make(scanned))
    expect([status, json]).toEqual([403, said(code)])
    expect(await state(id)).toMatchObject({ state: 'failed', problem: code })
    const page = (await browser.get(`/ru/qr/${id}`)).json
    expect(page).toContain(`<p>${PROBLEMS[code].text.ru}</p>`)
    expect((await browser.get('/api/v1/applications/a-1')).json).toMatchObject({
      status: 'accepted',
      withdrawal: { allowed: true },
    })
  })

  it('under other ids, in another form, unsigned or unreadable is refused, and the code goes on', async () => {
    const { browser, phone, state, store } = road
    const { id } = await codeFor(browser, draft)
    const scanned = await phone.scan(id)
    const good = signedWith(store, scanned)
    const [document] = good.documentsToSign
    const CASES: readonly [unknown, number, ProblemCode][] = [
      [{ ...good, documentsToSign: [{ ...document, id: 2 }] }, 403, 'qr-other-documents'],
      [{ ...good, documentsToSign: [document, document] }, 403, 'qr-other-documents'],
      [{ ...good, signMethod: 'CMS_SIGN_ONLY' }, 403, 'qr-form-unused'],
      [scanned.served, 403, 'qr-unsigned'],
      ['', 403, 'qr-unsigned'],
      ['{"signMethod": ', 400, 'qr-unreadable'],
    ]
    for (const [body, status, code] of CASES) {
      const answer = await phone.put(id, scanned.token, body)
      expect([answer.status, answer.json]).toEqual([status, said(code)])
    }
    const huge = await phone.put(id, scanned.token, withData(scanned.served, 'A'.repeat(20 * 1024 * 1024)))
    expect(huge.status).toBe(413)
    for (const token of ['', 'A'.repeat(43)]) expect((await phone.put(id, token, good)).status).toBe(401)
    expect((await state(id)).state).toBe('scanned')
  })
})

describe('a code', () => {
  it('takes no signature before anybody was told what to sign, after a newer one, and too late', async () => {
    const { browser, phone, store, state } = road
    const older = await codeFor(browser, draft)
    const scanned = await phone.scan(older.id)
    const { id } = await codeFor(browser, draft)
    expect((await state(older.id)).state).toBe('declined')
    expect((await phone.put(older.id, scanned.token, signedWith(store, scanned))).json).toEqual(said('qr-closed'))

    const { json } = await phone.api1(id)
    const unread = await phone.put(id, json.document.auth_token, signedWith(store, { ...scanned, id }))
    expect([unread.status, unread.json]).toEqual([404, said('qr-not-found')])
    const read = await phone.scan(id)
    service.clock.at = new Date(service.clock.at.getTime() + 15 * MINUTE)
    const late = await phone.put(id, read.token, signedWith(store, read))
    expect([late.status, late.json]).toEqual([403, said('qr-expired')])
    road = await phoneRoad(service) // the session has been idle too
    expect(await road.state(id)).toMatchObject({ state: 'expired', problem: null })
  })

  it('ends when the person declines, and another is one press away', async () => {
    const { browser, phone, state } = road
    const { id } = await codeFor(browser, draft)
    const scanned = await phone.scan(id)
    expect((await phone.put(id, scanned.token, { ...scanned.served, status: 'CANCELED' })).status).toBe(200)
    expect((await state(id)).state).toBe('declined')
    const page = (await browser.get(`/kk/qr/${id}`)).json
    expect(page).toContain(`action="/kk/withdrawal-drafts/${draft.id}/qr"`)
  })

  it('is no longer good once the person said that it was not them: the phone is told, by the scan and by the signature', async () => {
    const { browser, phone, store } = road
    const stopped = await draftFor(road, 'a-3')
    const { id } = await codeFor(browser, stopped)
    const scanned = await phone.scan(id)
    await service.database.owner`update withdrawal_draft set stopped_at = ${service.clock.at} where id = ${stopped.id}`
    expect((await phone.api1(id)).status).toBe(403)
    const { status, json } = await phone.put(id, scanned.token, signedWith(store, scanned))
    expect([status, json]).toEqual([403, said('draft-stopped')])
  })

  it('is overtaken by the fund that began between the scan and the signature: both are told, nothing is withdrawn', async () => {
    const { browser, phone, state, store } = road
    const { id } = await codeFor(browser, other)
    const scanned = await phone.scan(id)
    await service.core('POST', '/applications/a-2/execution', { claimId: 'c-1' })
    const { status, json } = await phone.put(id, scanned.token, signedWith(store, scanned))
    expect([status, json]).toEqual([403, said('execution-started')])
    expect(await state(id)).toMatchObject({ state: 'failed', problem: 'execution-started' })
    expect((await browser.get(`/ru/qr/${id}`)).json).toContain(PROBLEMS['execution-started'].text.ru)
    const again = await browser.post(`/api/v1/withdrawal-drafts/${other.id}/qr-operations`)
    expect([again.status, again.json.code]).toEqual([410, 'draft-overtaken'])
  })
})

describe('the document', () => {
  it('is given three times by one code and no more, and each time is a line that its person can see', async () => {
    const { browser, phone } = road
    const linesOf = async (page = '/kk/profile/history'): Promise<number> => {
      const { json: history } = await browser.get(page)
      const [, older] = /rel="next" href="([^"]+)"/.exec(history) ?? []
      const here = history.match(/QR-код арқылы телефонда ашты/g)?.length ?? 0
      return here + (older ? await linesOf(older) : 0)
    }
    const { id } = await codeFor(browser, draft)
    const before = await linesOf()
    const { token } = await phone.scan(id)
    expect(await linesOf()).toBe(before + 1)
    const statuses = [await phone.api2(id, token), await phone.api2(id, token), await phone.api2(id, token)].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual([200, 200, 403])
    expect((await phone.api2(id, token)).json).toEqual(said('qr-given-enough'))
    expect(await linesOf(), 'three fetches, and none for what was refused').toBe(before + 3)
  })

  it('is of its person alone: a stranger’s session sees neither the code nor how it stands', async () => {
    const { phone } = road
    const { id } = await codeFor(road.browser, draft)
    const stranger = service.browser()
    await stranger.get('/kk/sign-in')
    const begun = await begunByPage(stranger, { purpose: 'withdrawal', draft: draft.id })
    expect(begun).toBe('')
    expect((await stranger.get(`/api/v1/qr-operations/${id}`)).status).toBe(401)
    expect((await stranger.post(`/api/v1/withdrawal-drafts/${draft.id}/qr-operations`)).status).toBe(401)
    expect((await stranger.get(`/kk/qr/${id}`)).headers.get('Location')).toMatch(/^\/kk\/sign-in\?next=/)
    const serik = (await signedIn(service, SERIK)).browser
    for (const answer of [
      await serik.get(`/api/v1/qr-operations/${id}`),
      await serik.send('DELETE', `/api/v1/qr-operations/${id}`),
      await serik.post(`/api/v1/withdrawal-drafts/${draft.id}/qr-operations`),
      await serik.get(`/kk/qr/${id}`),
      await serik.form(`/kk/qr/${id}/cancellation`),
      await serik.form(`/kk/withdrawal-drafts/${draft.id}/qr`, { agree: 'yes' }),
    ])
      expect(answer.status).toBe(404)
    expect((await phone.api1(id)).status).toBe(200)
  })

  it('can be signed after all that', async () => {
    const { browser, phone, store, state } = road
    const fresh = await draftFor(road, 'a-1')
    const { id } = await codeFor(browser, fresh)
    const scanned = await phone.scan(id)
    expect((await phone.put(id, scanned.token, signedWith(store, scanned))).status).toBe(200)
    expect((await state(id)).state).toBe('signed')
  })
})
