// The time-stamping authority: the genuine shape, honest tokens, refusals by their bit, and each way to go wrong.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDer } from '@otinish/eds/der/read'
import { explicit, integer, nullValue, octetString, oid, sequence } from '@otinish/eds/der/write'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeImpostor } from '../pki/services.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { at, skeleton } from '../testing/skeleton.ts'
import {
  IMPRINT,
  NONCE,
  type Query,
  type ReadToken,
  readTimestampAnswer,
  SHA256,
  timestampRequest,
} from '../testing/tsp.ts'
import { vectors } from '../testing/vectors.ts'
import { answerTsp, type TspDesk, type TspMode } from './answer.ts'

const GOST_POLICY = '1.2.398.3.3.2.6.4'
const RSA_POLICY = '1.2.398.3.3.2.6.2'
const SHORT = IMPRINT.subarray(0, 32)

let demo: DemoDir
let desk: TspDesk
beforeAll(async () => {
  demo = await makeDemoDir()
  const { authority } = demo
  desk = {
    authorities: { gost: authority['tsa-gost'], rsa: authority['tsa-rsa'] },
    impostors: { gost: await makeImpostor('tsa-gost', authority), rsa: await makeImpostor('tsa-rsa', authority) },
    now: NOW,
  }
})
afterAll(() => demo.remove())

function stamp(mode: TspMode, query: Query = { nonce: NONCE }): ReadToken {
  const read = readTimestampAnswer(answerTsp(timestampRequest(query), mode, desk))
  if (typeof read === 'number') throw new Error(`refused: ${read}`)
  return read
}

const refusal = (bytes: Uint8Array, mode: TspMode = 'good') => readTimestampAnswer(answerTsp(bytes, mode, desk))

describe('the time-stamping authority', () => {
  for (const [what, query, kind, policy] of [
    ['Streebog', {}, 'gost', GOST_POLICY],
    ['SHA-256', { hash: SHA256, digest: SHORT }, 'rsa', RSA_POLICY],
    ['SHA-256 with the GOST policy asked', { hash: SHA256, digest: SHORT, policy: GOST_POLICY }, 'gost', GOST_POLICY],
    ['Streebog with the RSA policy asked', { policy: RSA_POLICY }, 'rsa', RSA_POLICY],
    ['GOST 34.311-95', { hash: '1.2.398.3.10.1.3.1', digest: SHORT }, 'gost', GOST_POLICY],
    ['SHA-1', { hash: '1.3.14.3.2.26', digest: IMPRINT.subarray(0, 20) }, 'gost', GOST_POLICY],
  ] as const)
    it(`stamps an imprint by ${what} under policy ${policy}`, () => {
      const { isIssuedBy, ...token } = stamp('good', { ...query, nonce: NONCE })
      expect(token).toMatchObject({
        policy,
        imprint: 'digest' in query ? query.digest : IMPRINT,
        at: NOW,
        signingTime: NOW,
        nonce: NONCE,
        digestHolds: true,
        signatureHolds: true,
        essHolds: true,
      })
      expect(isIssuedBy(demo.authority[`issuing-${kind}`].certificate)).toBe(true)
    })

  it('gives every token another serial number, some of them negative', () => {
    const serials = Array.from({ length: 24 }, () => stamp('good').serial)
    expect(new Set(serials).size).toBe(24)
    expect(serials.some(serial => serial < 0n)).toBe(true) // of 24 random signs all the same: once in 16 million runs
    expect(serials.some(serial => serial > 0n)).toBe(true)
  })

  it('leaves out the nonce and the certificate when they are not asked for', () => {
    expect(stamp('good', {}).nonce).toBeUndefined()
    const signedData = at(readDer(answerTsp(timestampRequest({ certReq: false }), 'good', desk)), 1, 1, 0)
    expect(signedData.children.map(({ tag }) => tag)).toEqual([0x02, 0x31, 0x30, 0x31])
  })
})

describe('no token is given', () => {
  const imprint = sequence(sequence(oid(SHA256), nullValue()), octetString(SHORT))
  for (const [what, bytes, bit] of [
    ['to an unknown hash', timestampRequest({ hash: '1.2.3.4' }), 0],
    ['to a digest that is too short', timestampRequest({ digest: SHORT }), 5],
    ['under an unknown policy', timestampRequest({ policy: '1.2.398.3.3.2.6.1' }), 15],
    ['with extensions', sequence(integer(1), imprint, explicit(0, sequence())), 16],
    ['to another version', sequence(integer(2), imprint), 5],
    ['to a request with a field too many', sequence(integer(1), imprint, nullValue()), 5],
    ['to an empty body', new Uint8Array(), 5],
    ['to text', Buffer.from('hello'), 5],
  ] as const)
    it(`${what}: bit ${bit}`, () => expect(refusal(bytes)).toBe(bit))

  it('in the mode error: the time is not available', () => expect(refusal(timestampRequest({}), 'error')).toBe(14))
})

describe('the mode', () => {
  for (const [mode, expected] of [
    ['wrong-imprint', { imprint: IMPRINT.with(-1, (IMPRINT.at(-1) ?? 0) ^ 1), signatureHolds: true }],
    ['wrong-nonce', { nonce: NONCE + 1n, signatureHolds: true }],
    ['no-nonce', { nonce: undefined, signatureHolds: true }],
    ['clock-ahead', { at: new Date(NOW.getTime() + 3_600_000), signatureHolds: true }],
    ['forged', { signatureHolds: false, essHolds: true }],
    ['lying', { signatureHolds: true, essHolds: true }],
  ] as const)
    it(`${mode} does what it is named after, by either authority`, () => {
      for (const policy of [GOST_POLICY, RSA_POLICY])
        expect(stamp(mode, { nonce: NONCE, policy })).toMatchObject(expected)
    })

  it('lying is done by somebody whom the issuer never certified', () => {
    expect(stamp('lying').isIssuedBy(demo.authority['issuing-gost'].certificate)).toBe(false)
    expect(stamp('forged').isIssuedBy(demo.authority['issuing-gost'].certificate)).toBe(true)
  })
})

const genuine = vectors('pki/vectors/tsp')
describe.skipIf(!genuine)('a token has the shape of a genuine one', () => {
  for (const file of ['xades-lt_prodtsa_gost512_2026-09-02.token.der', 'skarm_individual_attached.token.der'])
    it(`${file}: to the last field, its certificate and what it stamps included`, () => {
      const theirs = readDer(readFileSync(path.join(genuine ?? '', file)))
      const ours = at(readDer(answerTsp(timestampRequest({ nonce: NONCE }), 'good', desk)), 1)
      expect(skeleton(ours)).toEqual(skeleton(theirs))
      const info = (token: typeof ours) => skeleton(readDer(at(token, 1, 0, 2, 1, 0).content))
      expect(info(ours)).toEqual(info(theirs))
    })
})
