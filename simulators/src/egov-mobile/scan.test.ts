// What the app sends: a signature as it was asked for, and, way by way, what a service must not take or must bear.
import { readDer } from '@otinish/eds/der/read'
import { readOid } from '@otinish/eds/der/value'
import { integer, sequence } from '@otinish/eds/der/write'
import { streebog512 } from '@otinish/gost/streebog'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, MEMO } from '../demo/persons.ts'
import { readHolder } from '../pki/holder.ts'
import { type Pki, startPki } from '../pki/server.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { readCms } from '../testing/read-cms.ts'
import { loginDocument, type SigningService, startSigningService, TEXT, TOKEN } from '../testing/signing-service.ts'
import { at } from '../testing/skeleton.ts'
import { readTimestampAnswer } from '../testing/tsp.ts'
import { type EgovMobile, type Options, startEgovMobile } from './server.ts'
import { type How, WAYS } from './ways.ts'

let demo: DemoDir
let service: SigningService
let phone: EgovMobile
let options: Options
beforeAll(async () => {
  demo = await makeDemoDir()
  service = await startSigningService()
  options = { port: 0, domains: [service.origin], keys: [demo.keysDir], now: () => NOW }
  phone = await startEgovMobile(options)
})
afterEach(() => service.reset())
afterAll(async () => {
  await Promise.all([phone.close(), service.close()])
  demo.remove()
})

type Sent = {
  readonly documentsToSign: readonly {
    readonly id: number
    readonly document: { readonly file: { readonly data: string } }
  }[]
}

const puts = () => service.asked().filter(({ call }) => call.startsWith('PUT'))
const lastBody = () => JSON.parse(puts().at(-1)?.body ?? '{}') as Sent & Record<string, unknown>
const signature = () => lastBody().documentsToSign[0]?.document.file.data ?? ''
const serve = (body: unknown) => service.reply('api2', right => ({ ...right, body }))
const signedBy = () => readHolder(readCms(signature()).certificate)

describe('a signature', () => {
  it('is CMS of the very document, by the signing key of the person, and all else goes back as it was served', async () => {
    const report = await phone.scan(service.qr, { person: MEMO.iin })
    expect(report).toMatchObject({ outcome: 'signed', statuses: [200, 200, 200], violations: [] })
    const cms = readCms(signature())
    expect(Buffer.from(cms.content ?? []).toString()).toBe(TEXT)
    expect(cms.signatureHolds).toBe(true)
    expect(Buffer.from(cms.messageDigest)).toEqual(Buffer.from(streebog512(Buffer.from(TEXT))))
    expect(signedBy()).toMatchObject({ iin: MEMO.iin, extKeyUsage: expect.arrayContaining(['1.3.6.1.5.5.7.3.4']) })
    const document = { file: { mime: 'text/plain', data: signature() } }
    const documentsToSign = [{ ...loginDocument(1), document }]
    expect(lastBody()).toEqual({ signMethod: 'CMS_WITH_DATA', version: 1, documentsToSign })
  })

  it('is detached for CMS_SIGN_ONLY', async () => {
    serve({ signMethod: 'CMS_SIGN_ONLY', version: 1, documentsToSign: [loginDocument(1)] })
    expect(await phone.scan(service.qr)).toMatchObject({ outcome: 'signed' })
    expect(readCms(signature())).toMatchObject({ content: undefined, signatureHolds: true })
  })

  it('is made of each of several documents, in their order', async () => {
    serve({ signMethod: 'CMS_WITH_DATA', version: 1, documentsToSign: [loginDocument(7), loginDocument(3)] })
    await phone.scan(service.qr)
    expect(lastBody().documentsToSign.map(({ id }) => id)).toEqual([7, 3])
    for (const { document } of lastBody().documentsToSign) expect(readCms(document.file.data).signatureHolds).toBe(true)
  })

  it('is of the method that a document names for itself under MIX_SIGN', async () => {
    const [first, second] = [loginDocument(1), loginDocument(2)]
    const mixed = [
      { ...first, signMethod: 'CMS_WITH_DATA' },
      { ...second, signMethod: 'CMS_SIGN_ONLY' },
    ]
    serve({ signMethod: 'MIX_SIGN', version: 1, documentsToSign: mixed })
    expect(await phone.scan(service.qr)).toMatchObject({ outcome: 'signed', violations: [] })
    const contents = lastBody().documentsToSign.map(({ document }) => readCms(document.file.data).content !== undefined)
    expect(contents).toEqual([true, false])
  })
})

describe('a time stamp', () => {
  let pki: Pki
  let stamping: EgovMobile
  beforeAll(async () => {
    pki = await startPki({ port: 0, authority: demo.authority, now: () => NOW })
    stamping = await startEgovMobile({ ...options, tsp: pki.tsp })
  })
  afterAll(async () => {
    await Promise.all([stamping.close(), pki.close()])
  })

  it('is put on the signature when there is an authority for it', async () => {
    expect(await stamping.scan(service.qr)).toMatchObject({ outcome: 'signed' })
    const signer = at(readDer(Buffer.from(signature(), 'base64')), 1, 0, -1, 0)
    const [value, unsigned] = [at(signer, -2).content, at(signer, -1, 0)]
    expect(readOid(at(unsigned, 0))).toBe('1.2.840.113549.1.9.16.2.14')
    const answer = sequence(sequence(integer(0)), at(unsigned, 1, 0).encoded)
    const token = readTimestampAnswer(answer)
    expect(token).toMatchObject({ at: NOW, signatureHolds: true, digestHolds: true })
    expect(typeof token === 'object' && Buffer.from(token.imprint)).toEqual(Buffer.from(streebog512(value)))
  })

  it('is a reason not to sign when the authority gives none', async () => {
    pki.control({ tsp: 'error' })
    expect(await stamping.scan(service.qr)).toMatchObject({ outcome: 'no-stamp', statuses: [200, 200] })
    pki.control({ tsp: 'down' })
    expect(await stamping.scan(service.qr)).toMatchObject({ outcome: 'no-stamp' })
    expect(puts()).toHaveLength(0)
  })
})

describe('the calls', () => {
  it('carry the language of the phone, the token where it belongs, and nothing that is not documented', async () => {
    await phone.scan(service.qr, { language: 'en' })
    const [first, second, put] = service.asked().map(({ headers }) => {
      const { host: _, connection: __, 'content-length': ___, ...documented } = headers
      return documented
    })
    const authorization = `Bearer ${TOKEN}`
    expect(first).toEqual({ 'accept-language': 'en' })
    expect(second).toEqual({ 'accept-language': 'en', authorization })
    expect(put).toEqual({ 'accept-language': 'en', authorization, 'content-type': 'application/json; charset=utf-8' })
  })

  it('show the person who asks, until when and what is signed, in the language of the phone', async () => {
    service.reply('put', right => ({ ...right, body: { status: 'success', backUrl: `${service.origin}/kk` } }))
    expect((await phone.scan(service.link, { language: 'ru' })).shown).toEqual({
      description: 'Жеке кабинетке кіру. Код 47',
      organisation: 'АО «Тест»',
      bin: '123456789021',
      until: '2026-12-01T07:49:56.000Z',
      documents: [
        { title: 'Вход в личный кабинет', meta: [{ name: 'Код', value: '47' }], mime: 'text/plain', text: TEXT },
      ],
      backUrl: `${service.origin}/kk`,
    })
  })

  it('end when nobody answers, and say what is left unsaid', async () => {
    service.reply('put', () => 'broken-off')
    expect(await phone.scan(service.qr)).toMatchObject({ outcome: 'unreachable', statuses: [200, 200] })
    service.reply('api1', () => 'broken-off')
    expect(await phone.scan(service.qr)).toMatchObject({ outcome: 'unreachable', statuses: [] })
  })

  it('repeat the words of a refusal', async () => {
    service.reply('put', right => ({ ...right, status: 403, body: { message: 'Қолтаңба тексеруден өтпеді.' } }))
    const { outcome, statuses, shown } = await phone.scan(service.qr)
    expect({ outcome, statuses, message: shown.message }).toEqual({
      outcome: 'refused',
      statuses: [200, 200, 403],
      message: 'Қолтаңба тексеруден өтпеді.',
    })
  })

  it('wait for the test before the last of them', async () => {
    const beforePut = async () => service.reply('put', right => ({ ...right, status: 410, body: { message: 'Кеш.' } }))
    expect(await phone.scan(service.qr, { beforePut })).toMatchObject({ outcome: 'refused', statuses: [200, 200, 410] })
  })

  it('are made by the clock of the phone', async () => {
    phone.configure({ clockMinutes: 9 * 24 * 60 })
    const { outcome, violations } = await phone.scan(service.qr)
    phone.configure({ clockMinutes: 0 })
    expect([outcome, violations[0]?.where]).toEqual(['stopped', 'API №1 expiry_date'])
  })
})

const CERTIFICATES: readonly (readonly [How, object])[] = [
  ['wrong-person', { iin: MEMO.iin }],
  ['authentication-key', { iin: MAIN.iin, issuedBy: 'rsa' }],
  ['expired-key', { iin: MAIN.iin, notAfter: new Date(NOW.getTime() - 24 * 3_600_000) }],
  ['company-key', { iin: MAIN.iin, bin: '851340000015' }],
  ['revoked-key', { iin: MAIN.iin }],
  ['not-yet-valid-key', { iin: MAIN.iin }],
  ['foreign-key', { iin: MAIN.iin }],
]

describe('the ways to do otherwise', () => {
  it.each(CERTIFICATES)('%s: the signature holds, the certificate does not fit', async (how, holder) => {
    await phone.scan(service.qr, { person: MAIN.iin, how })
    expect(readCms(signature()).signatureHolds).toBe(true)
    expect(signedBy()).toMatchObject(holder)
    await phone.scan(service.qr, { person: MAIN.iin })
    const good = readCms(signature()).certificate
    await phone.scan(service.qr, { person: MAIN.iin, how })
    expect(readCms(signature()).certificate).not.toEqual(good)
  })

  it('tampered: a good signature over another text', async () => {
    await phone.scan(service.qr, { how: 'tampered' })
    expect(readCms(signature()).signatureHolds).toBe(true)
    expect(Buffer.from(readCms(signature()).content ?? []).toString()).toBe(`${TEXT} `)
  })

  it('broken-signature: the text is the one that was served', async () => {
    await phone.scan(service.qr, { how: 'broken-signature' })
    expect(readCms(signature()).signatureHolds).toBe(false)
    expect(Buffer.from(readCms(signature()).content ?? []).toString()).toBe(TEXT)
  })

  it('detached: the data is left out although it was asked for', async () => {
    await phone.scan(service.qr, { how: 'detached' })
    expect(readCms(signature())).toMatchObject({ content: undefined, signatureHolds: true })
  })

  it('decline: what was served goes back with CANCELED, also from a person without a key', async () => {
    const report = await phone.scan(service.qr, { person: '000000000000', how: 'decline' })
    expect(report).toMatchObject({ outcome: 'declined', violations: [] })
    const documentsToSign = [loginDocument(1)]
    expect(lastBody()).toEqual({ signMethod: 'CMS_WITH_DATA', version: 1, documentsToSign, status: 'CANCELED' })
  })

  it.each([
    ['look', ['GET']],
    ['drop', ['GET', 'GET']],
  ] as const)('%s: the service hears nothing more', async (how, calls) => {
    expect(await phone.scan(service.qr, { how })).toMatchObject({ outcome: 'dropped' })
    expect(service.asked().map(({ call }) => call.split(' ')[0])).toEqual(calls)
  })

  it.each([
    ['unsigned', { documentsToSign: [loginDocument(1)] }],
    ['other-ids', { documentsToSign: [{ id: 1001 }] }],
    ['other-method', { signMethod: 'CMS_SIGN_ONLY' }],
  ] as const)('%s', async (how, body) => {
    await phone.scan(service.qr, { how })
    expect(lastBody()).toMatchObject(body)
  })

  it('garbage is not JSON, and huge is eight million characters', async () => {
    await phone.scan(service.qr, { how: 'garbage' })
    expect(() => JSON.parse(puts()[0]?.body ?? '')).toThrow(SyntaxError)
    await phone.scan(service.qr, { how: 'huge' })
    expect(puts()).toHaveLength(2)
    expect(Number(puts()[1]?.headers['content-length'])).toBeGreaterThan(8_000_000)
  })

  it.each([
    ['no-token', undefined],
    ['wrong-token', 'Bearer wrong'],
  ] as const)('%s at the PUT alone', async (how, authorization) => {
    await phone.scan(service.qr, { how })
    const [, second, put] = service.asked()
    expect(second?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(put?.headers.authorization).toBe(authorization)
  })

  it('old-app: no language and no version, to a service that serves none', async () => {
    serve({ signMethod: 'CMS_WITH_DATA', documentsToSign: [loginDocument(1)] })
    expect(await phone.scan(service.qr, { how: 'old-app' })).toMatchObject({ outcome: 'signed', violations: [] })
    expect(service.asked().map(({ headers }) => headers['accept-language'])).toEqual([undefined, undefined, undefined])
    expect(lastBody()['version']).toBeUndefined()
  })

  it('a person who has no such key is told so, and the service hears nothing', async () => {
    const report = await phone.scan(service.qr, { person: MEMO.iin, how: 'expired-key' })
    expect(report).toMatchObject({ outcome: 'no-key', statuses: [200, 200] })
  })
})

describe('a PUT that comes again', () => {
  it.each([
    ['twice', 'the same body'],
    ['third-same', 'the same body'],
    ['third-empty', 'nothing'],
  ] as const)('%s: is the same, or empty, and has to be taken', async (how, second) => {
    expect(await phone.scan(service.qr, { how })).toMatchObject({ outcome: 'signed', violations: [] })
    const [one, two] = puts().map(({ body }) => body)
    expect(two).toBe(second === 'nothing' ? '' : one)
  })

  it.each(['third-same', 'third-empty'] as const)('%s: is a violation when it is not taken', async how => {
    let count = 0
    service.reply('put', right => (++count === 1 ? right : { ...right, status: 409, body: { message: 'Бітті.' } }))
    const { outcome, violations } = await phone.scan(service.qr, { how })
    expect([outcome, violations]).toEqual([
      'refused',
      [{ section: '5.3', where: 'third PUT', problem: expect.any(String) }],
    ])
  })

  it('twice: one of them may hear that it is too late', async () => {
    let count = 0
    service.reply('put', right => (++count === 1 ? right : { ...right, status: 409, body: { message: 'Бітті.' } }))
    expect(await phone.scan(service.qr, { how: 'twice' })).toMatchObject({ outcome: 'signed', violations: [] })
  })
})

it('every way is one that a test may name', async () => {
  for (const how of Object.keys(WAYS)) {
    const answer = await fetch(new URL('/scan', phone.url), { method: 'POST', body: JSON.stringify({ text: '', how }) })
    expect(await answer.json()).toMatchObject({ outcome: 'stopped' })
  }
})
