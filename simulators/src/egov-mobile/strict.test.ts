// Each thing that the app checks in a service can fail alone: right in everything else, the service hears what was wrong.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { loginDocument, type Reply, type SigningService, startSigningService } from '../testing/signing-service.ts'
import { type EgovMobile, startEgovMobile } from './server.ts'
import type { Section } from './violation.ts'

let demo: DemoDir
let service: SigningService
let phone: EgovMobile
beforeAll(async () => {
  demo = await makeDemoDir()
  service = await startSigningService()
  const domains = ['cabinet.example.kz', service.origin]
  phone = await startEgovMobile({ port: 0, domains, keys: [demo.keysDir], now: () => NOW })
})
afterEach(() => service.reset())
afterAll(async () => {
  await Promise.all([phone.close(), service.close()])
  demo.remove()
})

type Line = readonly [what: string, change: (right: Reply) => Reply, section: Section, where: string, problem: RegExp]

/** The body with the value at this path replaced; undefined takes the key away. */
const set =
  (path: string, value: unknown) =>
  (right: Reply): Reply => ({ ...right, body: replaced(right.body, path.split('.'), value) })

const header =
  (name: string, value: string) =>
  (right: Reply): Reply => ({ ...right, headers: { ...right.headers, [name]: value } })

const status =
  (code: number, body?: unknown) =>
  (right: Reply): Reply => ({ ...right, status: code, body: body ?? right.body })

const raw =
  (body: unknown) =>
  (right: Reply): Reply => ({ ...right, body })

function replaced(value: unknown, [key = '', ...rest]: readonly string[], by: unknown): unknown {
  const inner = rest.length > 0 ? replaced((value as Record<string, unknown>)[key], rest, by) : by
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...(value as object), [key]: inner }
}

const OTHERS_HEADERS: readonly Line[] = [
  ['another type', header('content-type', 'text/html'), '6', 'Content-Type', /instead of application\/json/],
  ['another charset', header('content-type', 'application/json; charset=windows-1251'), '6', 'Content-Type', /instead/],
  ['an answer that may be kept', header('cache-control', 'private'), '6', 'Cache-Control', /no-store/],
  ['a cookie', header('set-cookie', 'session=1'), '6', 'Set-Cookie', /no cookies/],
  ['a redirect', status(302), '6', '', /redirects \(302\)/],
  ['a failure', status(500, { message: 'Қате' }), '5.2', 'status', /500 is not one/],
  ['another success', status(201), '5.2', 'status', /201 is not one/],
  ['what is not JSON', raw('<html>'), '5.2', 'body', /not JSON/],
  ['nothing', raw(''), '5.2', 'body', /not JSON/],
]

const API1: readonly Line[] = [
  ...OTHERS_HEADERS,
  ['401, where nobody asks for a token', status(401, { message: 'Қате' }), '5.2', 'status', /401 is not one/],
  ['a list', raw([]), '2', '', /an object is expected, not a list/],
  ['null', raw('null'), '2', '', /an object is expected, not null/],
  ['no description', set('description', undefined), '2', 'description', /missing/],
  ['an empty description', set('description', ' '), '2', 'description', /empty/],
  ['a description of another type', set('description', 47), '2', 'description', /a string is expected, not 47/],
  ['an unknown key', set('state', 'waiting'), '2', 'state', /unknown key/],
  ['no moment', set('expiry_date', undefined), '2', 'expiry_date', /missing/],
  ['a moment in milliseconds', set('expiry_date', 1_796_000_000_000), '2', 'expiry_date', /a string is expected/],
  ['a moment without a zone', set('expiry_date', '2026-12-01T12:49:56.000'), '2', 'expiry_date', /not like/],
  ['no milliseconds', set('expiry_date', '2026-12-01T12:49:56+0500'), '2', 'expiry_date', /not like/],
  ['another date', set('expiry_date', '01.12.2026 12:49'), '2', 'expiry_date', /not like/],
  ['31 November', set('expiry_date', '2026-11-31T12:49:56.000+0500'), '2', 'expiry_date', /no such moment/],
  ['25 hours', set('expiry_date', '2026-12-01T25:00:00.000+0500'), '2', 'expiry_date', /no such moment/],
  ['what is over', set('expiry_date', '2026-11-22T13:59:59.999+0500'), '2', 'expiry_date', /is over/],
  ['no organisation', set('organisation', undefined), '2', 'organisation', /missing/],
  [
    'an organisation in a string',
    set('organisation', 'ЕНПФ'),
    '2',
    'organisation',
    /an object is expected, not a string/,
  ],
  ['no Russian name', set('organisation.nameRu', undefined), '2', 'organisation nameRu', /missing/],
  ['no Kazakh name', set('organisation.nameKz', undefined), '2', 'organisation nameKz', /missing/],
  ['no English name', set('organisation.nameEn', ''), '2', 'organisation nameEn', /empty/],
  ['a name of another type', set('organisation.nameKz', ['А']), '2', 'organisation nameKz', /a string is expected/],
  ['a name under the key of the header', set('organisation.nameKk', 'А'), '2', 'organisation nameKk', /unknown key/],
  ['no BIN', set('organisation.bin', undefined), '2', 'organisation bin', /missing/],
  ['a BIN that is a number', set('organisation.bin', 123456789021), '2', 'organisation bin', /a string is expected/],
  ['a BIN of eleven digits', set('organisation.bin', '12345678902'), '2', 'organisation bin', /twelve digits/],
  ['no document', set('document', undefined), '2', 'document', /missing/],
  ['no address', set('document.uri', undefined), '2', 'document uri', /missing/],
  ['an address of this site only', set('document.uri', '/documents'), '1.1', 'document uri', /absolute/],
  ['another address of a file', set('document.uri', 'file:///etc/passwd'), '1.1', 'document uri', /absolute/],
  ['plain http', set('document.uri', 'http://cabinet.example.kz/d'), '1.1', 'document uri', /not https/],
  ['another port', set('document.uri', 'https://cabinet.example.kz:8443/d'), '1.1', 'document uri', /port 8443/],
  ['another domain', set('document.uri', 'https://example.org/d'), '1.1', 'document uri', /not on the app's list/],
  ['an address with a name', set('document.uri', 'https://a:b@cabinet.example.kz/d'), '1.1', 'document uri', /a name/],
  ['no type of authorisation', set('document.auth_type', undefined), '2', 'document auth_type', /missing/],
  ['Bearer', set('document.auth_type', 'Bearer'), '2', 'document auth_type', /"Bearer" is none of Token, Eds, None/],
  ['token in small letters', set('document.auth_type', 'token'), '2', 'document auth_type', /"token" is none of/],
  ['no token', set('document.auth_token', undefined), '2', 'document auth_token', /missing/],
  ['an empty token', set('document.auth_token', ''), '2', 'document auth_token', /empty/],
  ['a token for None', set('document.auth_type', 'None'), '2', 'document auth_token', /does not belong to None/],
  ['a token for Eds', set('document.auth_type', 'Eds'), '2', 'document auth_token', /does not belong to Eds/],
  ['a token that no header can carry', set('document.auth_token', 'a b'), '2', 'document auth_token', /header/],
  ['a key misspelt in the document', set('document.authType', 'Token'), '2', 'document authType', /unknown key/],
]

const FIRST = 'documentsToSign[0]'
const doc = (path: string, value: unknown) => set(`documentsToSign.0.${path}`, value)
const bytes = (text: string | Uint8Array) => Buffer.from(text).toString('base64')
const pdf = (text: string) => doc('document.file', { mime: 'application/pdf', data: bytes(text) })

const API2: readonly Line[] = [
  ...OTHERS_HEADERS,
  ['a list', raw([]), '4', '', /an object is expected/],
  ['no method', set('signMethod', undefined), '4', 'signMethod', /missing/],
  ['a method that is not known', set('signMethod', 'CMS'), '4', 'signMethod', /"CMS" is none of XML, CMS_WITH_DATA/],
  ['no version', set('version', undefined), '4', 'version', /missing/],
  ['a version in a string', set('version', '1'), '4', 'version', /an integer is expected/],
  ['another version', set('version', 2), '4', 'version', /is 2, not 1/],
  ['an unknown key', set('status', 'ok'), '4', 'status', /unknown key/],
  ['no documents', set('documentsToSign', undefined), '4', 'documentsToSign', /missing/],
  ['an empty list', set('documentsToSign', []), '4', 'documentsToSign', /holds no document/],
  [
    'one document without a list',
    set('documentsToSign', loginDocument(1)),
    '4',
    'documentsToSign',
    /a list is expected/,
  ],
  ['a document that is no object', set('documentsToSign', ['1']), '4', FIRST, /an object is expected/],
  ['the same id twice', set('documentsToSign', [loginDocument(1), loginDocument(1)]), '4', 'documentsToSign', /twice/],
  ['no id', doc('id', undefined), '4', `${FIRST} id`, /missing/],
  ['an id in a string', doc('id', '1'), '4', `${FIRST} id`, /an integer is expected/],
  ['half an id', doc('id', 1.5), '4', `${FIRST} id`, /an integer is expected/],
  ['no Kazakh name', doc('nameKz', undefined), '4', `${FIRST} nameKz`, /missing/],
  ['no Russian name', doc('nameRu', null), '4', `${FIRST} nameRu`, /a string is expected, not null/],
  ['an empty English name', doc('nameEn', ''), '4', `${FIRST} nameEn`, /empty/],
  ['an unknown key of a document', doc('name', 'А'), '4', `${FIRST} name`, /unknown key/],
  ['a method of one document alone', doc('signMethod', 'CMS_WITH_DATA'), '4', `${FIRST} signMethod`, /unknown key/],
  ['rows that are no list', doc('meta', {}), '4', `${FIRST} meta`, /a list is expected/],
  ['a row that is no object', doc('meta', ['47']), '4', `${FIRST} meta[0]`, /an object is expected/],
  ['a row without a name', doc('meta', [{ value: '47' }]), '4', `${FIRST} meta[0] name`, /missing/],
  ['a value that is a number', doc('meta', [{ name: 'Код', value: 47 }]), '4', `${FIRST} meta[0] value`, /a string/],
  ['no file', doc('document', {}), '4', `${FIRST} document file`, /missing/],
  ['no document in the document', doc('document', undefined), '4', `${FIRST} document`, /missing/],
  ['another body', doc('documentXml', '<a/>'), '4', `${FIRST} documentXml`, /unknown key/],
  ['no mime', doc('document.file.mime', undefined), '4', `${FIRST} document file mime`, /missing/],
  ['a mime of old', doc('document.file.mime', '@file/pdf'), '4', `${FIRST} document file mime`, /"@file\/pdf" is none/],
  ['XML in CMS', doc('document.file.mime', 'application/xml'), '4', `${FIRST} document file mime`, /is none of/],
  [
    'a charset',
    doc('document.file.mime', 'text/plain; charset=utf-8'),
    '4',
    `${FIRST} document file mime`,
    /is none of/,
  ],
  ['no data', doc('document.file.data', undefined), '4', `${FIRST} document file data`, /missing/],
  ['empty data', doc('document.file.data', ''), '4', `${FIRST} document file data`, /empty/],
  ['a bare text', doc('document.file.data', 'Жеке кабинет'), '4', `${FIRST} document file data`, /not base64/],
  ['base64 of addresses', doc('document.file.data', '_-8='), '4', `${FIRST} document file data`, /not base64/],
  ['base64 without padding', doc('document.file.data', 'MQ'), '4', `${FIRST} document file data`, /not base64/],
  ['base64 in lines', doc('document.file.data', 'MTIz\nMTIz'), '4', `${FIRST} document file data`, /not base64/],
  [
    'a text of bytes',
    doc('document.file.data', bytes(Uint8Array.of(255))),
    '4',
    `${FIRST} document file data`,
    /UTF-8/,
  ],
  ['a text with bells', doc('document.file.data', bytes('\u0007')), '4', `${FIRST} document file data`, /UTF-8/],
  ['a PDF that is none', pdf('Құжат'), '4', `${FIRST} document file data`, /no PDF/],
  ['a file with a name', doc('document.file.name', 'a.txt'), '4', `${FIRST} document file name`, /unknown key/],
]

const PUT: readonly Line[] = [
  ...OTHERS_HEADERS,
  ['nothing inside', raw({}), '5.2', 'status', /missing/],
  ['another word', set('status', 'ok'), '5.2', 'status', /"ok" is none of success/],
  ['an empty list', raw([]), '5.2', '', /an object is expected/],
  ['an unknown key', set('id', 1), '5.2', 'id', /unknown key/],
  ['a way back to another domain', set('backUrl', 'https://example.org/'), '1.1', 'backUrl', /not on the app's list/],
  ['a way back of this site only', set('backUrl', '/kk/services'), '1.1', 'backUrl', /absolute/],
  ['an empty way back', set('backUrl', ''), '5.3', 'backUrl', /empty/],
  ['an error without words', status(403, {}), '5.2', 'message', /missing/],
  ['an error with empty words', status(403, { message: '' }), '5.2', 'message', /empty/],
  ['an error with more than words', status(403, { message: 'Жоқ', code: 1 }), '5.2', 'code', /unknown key/],
  ['an error that is not JSON', status(404, 'Not found'), '5.2', 'body', /not JSON/],
]

describe('a service that is right in everything', () => {
  it('is not found fault with', async () => {
    const report = await phone.scan(service.qr)
    expect(report).toMatchObject({ outcome: 'signed', statuses: [200, 200, 200], violations: [] })
  })
})

describe.each([
  ['api1', 'API №1', API1, 1],
  ['api2', 'API №2', API2, 2],
  ['put', 'PUT', PUT, 3],
] as const)('%s', (name, place, lines, calls) => {
  it.each(lines)('is found wrong alone: %s', async (_, change, section, where, problem) => {
    service.reply(name, change)
    const { outcome, violations, statuses } = await phone.scan(service.qr)
    const full = where === '' ? place : `${place} ${where}`
    expect(violations).toContainEqual({ section, where: full, problem: expect.stringMatching(problem) })
    expect(new Set(violations.map(violation => violation.where.startsWith(full)))).toEqual(new Set([true]))
    expect(statuses).toHaveLength(calls) // it goes no further
    expect(name === 'put' ? ['signed', 'unclear', 'refused'] : ['stopped']).toContain(outcome)
  })
})

it('says everything that is wrong in a message at once', async () => {
  service.reply(
    'api1',
    raw({ descripton: 'А', expiry_date: 'ертең', organisation: {}, document: { auth_type: 'Bearer' } }),
  )
  const { violations } = await phone.scan(service.qr)
  expect(violations.map(({ where }) => where)).toEqual([
    'API №1 descripton',
    'API №1 description',
    'API №1 expiry_date',
    ...['nameRu', 'nameKz', 'nameEn', 'bin'].map(key => `API №1 organisation ${key}`),
    'API №1 document uri',
    'API №1 document auth_type',
  ])
})
