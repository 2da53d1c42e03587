// What is known of the certificates of a signer, from the proofs given and those in the message; and when that counts.
import { describe, expect, it } from 'vitest'
import { implicit, integer, octetString, oid, sequence } from './der/write.ts'
import { crlEntry, encodeCrl, makeCrl } from './revocation/test-crl.ts'
import { makeAnswer, makeOcspResponse, makeRefusal, makeResponder, type Said } from './revocation/test-ocsp.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { rsaKey } from './test-keys.ts'
import { examineSignature, type VerifyOptions, verifySignature } from './verify-signature.ts'

const root = make.makeRoot(rsaKey('rev root'), 'REV ROOT')
const person = make.makePerson(root, rsaKey('rev person'), { serial: 7n })
const responder = makeResponder(root, rsaKey('responder'))
const issuance = { certificate: person.certificate, issuer: root.certificate }
const TRUST: VerifyOptions = { anchors: [root.certificate], at: make.NOON }
const NONCE = new Uint8Array(16).fill(5)

const answer = (says: Said) => makeOcspResponse(responder, [makeAnswer(issuance, { says })], { nonce: NONCE })
const ocsp = (response: Uint8Array) => ({ revocation: { ocsp: [{ response, nonce: NONCE, receivedAt: make.NOON }] } })
const signed = cms.makeCms([person])
const verify = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}) =>
  verifySignature(bytes, { ...TRUST, ...options })

const REVOKED = { revokedAt: new Date('2026-10-01') }
const good = answer('good')
const revoked = answer(REVOKED)
const unknown = answer('unknown')
const lists = {
  good: makeCrl(root),
  revoked: makeCrl(root, { entries: [crlEntry(7n)] }),
  stale: makeCrl(root, { thisUpdate: new Date('2026-10-01') }),
}

type Row = readonly [
  what: string,
  options: Partial<VerifyOptions>,
  status: string,
  source: string,
  reasons: readonly string[],
]

const ROWS: readonly Row[] = [
  ['a live answer', ocsp(good), 'good', 'ocsp', []],
  ['a live answer that says revoked', ocsp(revoked), 'revoked', 'ocsp', ['certificate-revoked']],
  ['a live answer that it was never issued', ocsp(unknown), 'unknown', 'none', ['revocation-unknown']],
  ['a refusal', ocsp(makeRefusal(3)), 'unknown', 'none', ['revocation-unknown']],
  ['something that is no answer', ocsp(new Uint8Array(3)), 'unknown', 'none', ['revocation-unknown']],
  [
    'a live answer to another request',
    { revocation: { ocsp: [{ response: good, nonce: new Uint8Array(16), receivedAt: make.NOON }] } },
    'unknown',
    'none',
    ['revocation-unknown'],
  ],
  [
    'a live answer of an hour ago',
    { revocation: { ocsp: [{ response: good, nonce: NONCE, receivedAt: new Date('2026-11-22T13:00:00Z') }] } },
    'unknown',
    'none',
    ['revocation-unknown'],
  ],
  ['a kept answer', { revocation: { ocsp: [{ response: good }] } }, 'good', 'ocsp', []],
  [
    'a kept answer for another time',
    { revocation: { ocsp: [{ response: good }] }, at: new Date('2026-11-23') },
    'unknown',
    'none',
    ['revocation-unknown'],
  ],
  ['a list', { revocation: { crls: [lists.good] } }, 'good', 'crl', []],
  ['a list that says revoked', { revocation: { crls: [lists.revoked] } }, 'revoked', 'crl', ['certificate-revoked']],
  ['an old list', { revocation: { crls: [lists.stale] } }, 'unknown', 'none', ['revocation-unknown']],
  [
    'an answer that tells nothing, and a list',
    { revocation: { ocsp: [{ response: makeRefusal(3) }], crls: [lists.good] } },
    'good',
    'crl',
    [],
  ],
  [
    'a good answer against a list that says revoked',
    { revocation: { ocsp: [{ response: good }], crls: [lists.revoked] } },
    'revoked',
    'crl',
    ['certificate-revoked'],
  ],
  [
    'never issued against a list that cannot tell',
    { revocation: { ocsp: [{ response: unknown }], crls: [lists.good] } },
    'unknown',
    'none',
    ['revocation-unknown'],
  ],
  ['nothing', { revocation: {} }, 'unknown', 'none', ['revocation-unknown']],
]

describe('revocation that is asked for', () => {
  it.each(ROWS)('with %s', (_, options, status, source, reasons) => {
    const report = verify(signed, options)
    expect(report.reasons).toEqual(reasons)
    expect(report.signers[0]?.revocation).toMatchObject({ status, source })
  })

  it('is told for the moment of the proof', () => {
    const crl = makeCrl(root)
    const { report, signers } = examineSignature(signed, { ...TRUST, revocation: { crls: [crl] } })
    expect(report.signers[0]?.revocation).toEqual({ status: 'good', source: 'crl', at: '2026-11-22T11:00:00.000Z' })
    expect(signers[0]?.revocation).toEqual([{ is: 'good', source: 'crl', at: crl.thisUpdate, proof: crl.encoded }])
  })

  it('is not known without a path, nor for a certificate that is not there', () => {
    const stranger = make.makePerson(make.makeRoot(rsaKey('stranger'), 'STRANGER'), rsaKey('stranger'))
    expect(verify(cms.makeCms([stranger]), { revocation: {} }).reasons).toEqual([
      'path-not-found',
      'revocation-unknown',
    ])
    const bare = cms.makeCms([person], { certificates: [] })
    expect(verify(bare, ocsp(good)).reasons).toEqual(['certificate-missing', 'revocation-unknown'])
  })

  it('has nothing to say of a signer who is pinned', () => {
    const report = verify(signed, { anchors: [person.certificate], revocation: {} })
    expect(report).toMatchObject({ outcome: 'valid', signers: [{ revocation: { status: 'unchecked' } }] })
  })

  it('is asked for every certificate below the anchor', () => {
    const middle = make.makeAuthority(root, rsaKey('rev middle'), 'MIDDLE', { serial: 20n })
    const below = make.makePerson(middle, rsaKey('rev person'), { serial: 7n })
    const bytes = cms.makeCms([below], { certificates: [below, middle].map(one => one.certificate.encoded) })
    const ask = (...crls: ReturnType<typeof makeCrl>[]) => verify(bytes, { revocation: { crls } })
    expect(ask(makeCrl(middle)).reasons).toEqual(['revocation-unknown'])
    expect(ask(makeCrl(middle), makeCrl(root)).reasons).toEqual([])
    expect(ask(makeCrl(middle), makeCrl(root, { entries: [crlEntry(20n)] })).reasons).toEqual(['certificate-revoked'])
  })
})

describe('a revoked authority', () => {
  it('is left for another certificate of the same authority', () => {
    const key = rsaKey('rev middle')
    const old = make.makeAuthority(root, key, 'MIDDLE', { serial: 20n })
    const renewed = make.makeAuthority(root, key, 'MIDDLE', { serial: 21n })
    const below = make.makePerson(old, rsaKey('rev person'), { serial: 7n })
    const certificates = [below, old, renewed].map(one => one.certificate.encoded)
    const crls = [makeCrl(old), makeCrl(root, { entries: [crlEntry(20n)] })]
    const examined = examineSignature(cms.makeCms([below], { certificates }), { ...TRUST, revocation: { crls } })
    expect(examined.report).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(examined.signers[0]?.chain[1]?.serial).toBe(21n)
  })
})

const REVOCATION_VALUES = '1.2.840.113549.1.9.16.2.24'
const carrying = (value: Uint8Array, options: cms.CmsOptions = {}) =>
  cms.makeCms([person], { oneSigner: { unsigned: () => [cms.attribute(REVOCATION_VALUES, value)] }, ...options })
const inMessage = (...crls: readonly Uint8Array[]) => cms.makeCms([person], { version: 5, revocationInfo: crls })

describe('a proof in the message', () => {
  it('counts as an answer when one is asked for', () => {
    expect(verify(inMessage(encodeCrl(root)), { revocation: {} })).toMatchObject({ outcome: 'valid', reasons: [] })
  })

  it('tells of a revocation though nobody asked', () => {
    const bytes = inMessage(encodeCrl(root, { entries: [crlEntry(7n)] }))
    expect(verify(bytes)).toMatchObject({ outcome: 'invalid', reasons: ['certificate-revoked'] })
  })

  it('does not make good what an answer says is revoked', () => {
    expect(verify(inMessage(encodeCrl(root)), ocsp(revoked)).reasons).toEqual(['certificate-revoked'])
  })

  it('is worth nothing when its own signature is not right', () => {
    const forged = encodeCrl(root, { changeSignature: usual => usual.toReversed() })
    expect(verify(inMessage(forged), { revocation: {} }).reasons).toEqual(['revocation-unknown'])
    const by = make.makeRoot(rsaKey('stranger'), 'REV ROOT')
    expect(verify(inMessage(encodeCrl(by)), { revocation: {} }).reasons).toEqual(['revocation-unknown'])
  })

  it('cannot be relied on when it cannot be read', () => {
    expect(verify(inMessage(sequence(integer(1))), { revocation: {} }).reasons).toEqual(['revocation-unknown'])
    expect(verify(inMessage(sequence(integer(1)))).reasons).toEqual([])
  })

  for (const [code, because, bytes] of [
    ['der-invalid', 'revocation-values are none', carrying(octetString(NONCE))],
    ['der-invalid', 'revocation-values hold something else', carrying(sequence(integer(1)))],
    ['der-invalid', 'the choice of a kind is none', inMessage(integer(1))],
    [
      'limit-exceeded',
      'there are more than anybody needs',
      inMessage(...Array.from({ length: 9 }, (_, i) => sequence(integer(i)))),
    ],
  ] as const)
    it(`is refused with ${code}: ${because}`, () =>
      expect(verify(bytes)).toMatchObject({ outcome: 'invalid', reasons: [code] }))

  it('is not even looked at beside a broken signature', () => {
    const bytes = cms.makeCms([person], {
      oneSigner: {
        signature: usual => usual.toReversed(),
        unsigned: () => [cms.attribute(REVOCATION_VALUES, octetString(NONCE))],
      },
    })
    expect(verify(bytes).reasons).toEqual(['signature-invalid'])
  })
})

describe('a message that is stuffed with answers does not silence a list that says revoked', () => {
  const hour = 3_600_000
  const before = new Date(make.NOON.getTime() - 5 * hour)
  const nextUpdate = new Date(make.NOON.getTime() + hour)
  const kept = makeOcspResponse(responder, [makeAnswer(issuance, { thisUpdate: before, nextUpdate })], {
    producedAt: before,
  })
  const liars = Array.from({ length: 16 }, (_, i) => {
    const stranger = make.makeRoot(rsaKey('stranger'), 'REV ROOT')
    return makeResponder(stranger, rsaKey('stranger'), { serial: BigInt(i) }).certificate.encoded
  })
  const answers = (count: number, certificates?: readonly Uint8Array[]) =>
    Array.from({ length: count }, (_, i) =>
      makeOcspResponse(responder, [makeAnswer(issuance)], {
        nonce: Uint8Array.of(i),
        ...(certificates && { certificates }),
      }),
    )
  const stuffed = (responses: readonly Uint8Array[]) =>
    inMessage(...[kept, ...responses].map(response => implicit(1, sequence(oid('1.3.6.1.5.5.7.16.2'), response))))

  for (const [what, responses] of [
    ['that ask for much arithmetic', answers(7, liars)],
    ['that are many', answers(12)],
  ] as const)
    it(what, () => {
      const bytes = stuffed(responses)
      expect(verify(bytes, { revocation: { crls: [lists.revoked] } }).outcome).not.toBe('valid')
      expect(verify(bytes, { revocation: {} }).reasons).toEqual(['revocation-unknown'])
    })

  it('and without the stuffing the same answer counts', () => {
    expect(verify(stuffed([]), { revocation: {} }).reasons).toEqual([])
    expect(verify(stuffed([]), { revocation: { crls: [lists.revoked] } }).reasons).toEqual(['certificate-revoked'])
  })
})
