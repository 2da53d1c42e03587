// What a phone may send back in place of a signature, and what it is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AIGERIM, sign, testAuthority } from '../test-authority.ts'
import { type Json, type TestService, testService } from '../test-service.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { begun, phoneFor, signedWith, withData } from './test-phone.ts'

const said = (code: ProblemCode) => PROBLEMS[code].text.ru

const cleanups: (() => Promise<void>)[] = []
let service: TestService
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

async function scannedOne() {
  const browser = service.browser()
  const operation = await begun(browser)
  const phone = phoneFor(service)
  const scanned = await phone.scan(operation.id)
  const store = (await testAuthority()).signing(AIGERIM)
  const state = async () => (await browser.get(`/api/v1/sign-in/qr-operations/${operation.id}`)).json.state
  return { operation, phone, scanned, store, state }
}

type Spoil = (served: Json, good: Json) => unknown
const file = (data: string) => ({ file: { mime: 'text/plain', data } })
const SPOILT: readonly [string, number, ProblemCode, Spoil][] = [
  [
    'ids that were not served',
    403,
    'qr-other-documents',
    (_, good) => ({
      ...good,
      documentsToSign: [{ ...good.documentsToSign[0], id: 1001 }],
    }),
  ],
  [
    'one document more',
    403,
    'qr-other-documents',
    (_, good) => ({
      ...good,
      documentsToSign: [...good.documentsToSign, { id: 2, document: file('AAAA') }],
    }),
  ],
  [
    'the same document twice',
    403,
    'qr-other-documents',
    (_, good) => ({
      ...good,
      documentsToSign: [...good.documentsToSign, ...good.documentsToSign],
    }),
  ],
  ['no document', 403, 'qr-other-documents', (_, good) => ({ ...good, documentsToSign: [] })],
  ['another method', 403, 'qr-form-unused', (_, good) => ({ ...good, signMethod: 'CMS_SIGN_ONLY' })],
  ['what was served, unsigned', 403, 'qr-unsigned', served => served],
  ['nothing, before it signed', 403, 'qr-unsigned', () => ''],
  ['no signature in the document', 403, 'qr-unsigned', served => withData(served, '')],
  ['half of JSON', 400, 'qr-unreadable', () => '{"signMethod": '],
  ['JSON of another shape', 400, 'qr-unreadable', () => '[]'],
  ['a number for a method', 400, 'qr-unreadable', (_, good) => ({ ...good, signMethod: 1 })],
  [
    'words for an id',
    400,
    'qr-unreadable',
    served => ({
      ...served,
      documentsToSign: [{ id: '1', document: file('AAAA') }],
    }),
  ],
  [
    'a thousand documents',
    400,
    'qr-unreadable',
    (_, good) => ({
      ...good,
      documentsToSign: Array.from({ length: 1000 }, (_, id) => ({ id, document: file('AAAA') })),
    }),
  ],
  ['its prototype', 400, 'qr-unreadable', () => '{"__proto__": {"signMethod": "CMS_WITH_DATA"}}'],
  ['20 MB', 413, 'too-large', served => withData(served, 'A'.repeat(20 * 1024 * 1024))],
]

describe('what the phone sends back', () => {
  it.each(SPOILT)('%s: refused in words, and the right signature still counts', async (_, status, code, spoil) => {
    const { operation, phone, scanned, store, state } = await scannedOne()
    const good = signedWith(store, scanned)
    const answer = await phone.put(operation.id, scanned.token, spoil(scanned.served, good), {
      'Content-Type': 'application/json',
    })
    expect([answer.status, answer.json]).toEqual([status, { message: said(code) }])
    expect(await state()).toBe('scanned')
    expect((await phone.put(operation.id, scanned.token, good)).status).toBe(200)
  })

  it.each([
    ['words', 'let me in'],
    ['a CMS with its middle cut out', undefined],
  ])('%s for a signature: refused, and the code is over', async (_, words) => {
    const { operation, phone, scanned, store, state } = await scannedOne()
    const cms = Buffer.from(sign(store, scanned.text), 'base64')
    const cut = Buffer.concat([cms.subarray(0, 100), cms.subarray(200)]).toString('base64')
    const { status } = await phone.put(operation.id, scanned.token, withData(scanned.served, words ?? cut))
    expect([status, await state()]).toEqual([403, 'failed'])
  })
})
