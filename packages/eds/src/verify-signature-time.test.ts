// The moment for which a signature is judged: that of a time stamp that holds, else the one asked for. RFC 5126 §6.1.1.
import { describe, expect, it } from 'vitest'
import { generalizedTime, implicit, integer, oid, sequence } from './der/write.ts'
import { crlEntry, encodeCrl, makeCrl } from './revocation/test-crl.ts'
import { makeAnswer, makeOcspResponse, makeResponder } from './revocation/test-ocsp.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { gostKey, rsaKey } from './test-keys.ts'
import * as stamp from './tsp/test-timestamps.ts'
import { examineSignature, type VerifyOptions, verifySignature } from './verify-signature.ts'

const root = make.makeRoot(rsaKey('time person root'), 'PERSON ROOT')
const person = make.makePerson(root, rsaKey('time person'), { serial: 7n, notAfter: new Date('2026-12-01') })
const timeRoot = make.makeRoot(rsaKey('time root'), 'TIME ROOT')
const authority = stamp.makeTimestampAuthority(timeRoot, rsaKey('tsa'))

const LATER = new Date('2031-01-01')
const TRUST: VerifyOptions = { anchors: [root.certificate], at: LATER, timestamps: { anchors: [timeRoot.certificate] } }
const { timestamps: _, ...UNTIMED } = TRUST

type Tokens = (signature: Uint8Array) => readonly Uint8Array[]
const stampedBy = (tokens: Tokens, options: cms.CmsOptions = {}) =>
  cms.makeCms([person], {
    ...options,
    oneSigner: { ...options.oneSigner, unsigned: signature => [stamp.timestampAttribute(...tokens(signature))] },
  })
const token = (signature: Uint8Array, at = make.NOON) =>
  stamp.makeToken(authority, signature, { genTime: generalizedTime(at) })
const good = stampedBy(signature => [token(signature)])
const broken = stampedBy(() => [token(cms.DOCUMENT.subarray(1))])
const verify = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}) =>
  verifySignature(bytes, { ...TRUST, ...options })

describe('a time stamp that holds', () => {
  it('is the judging time, so that a certificate may have expired since', () => {
    const { report, signers } = examineSignature(good, TRUST)
    expect(report).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(report.signers[0]).toMatchObject({
      timestamp: { at: '2026-11-22T12:00:00.000Z', outcome: 'valid', authority: 'TIME-STAMPING AUTHORITY' },
      verifiedAt: '2026-11-22T12:00:00.000Z',
    })
    expect(signers[0]?.timestamp?.chain).toEqual([authority.certificate, timeRoot.certificate])
  })

  it('is the judging time when the certificate had expired before it, too', () => {
    const late = stampedBy(signature => [token(signature, new Date('2026-12-02'))])
    expect(verify(late, { at: make.NOON }).reasons).toEqual(['certificate-expired'])
  })

  it('is the earliest of several', () => {
    const twice = stampedBy(signature => [token(signature, new Date('2026-11-25')), token(signature)])
    expect(verify(twice).signers[0]?.timestamp?.at).toBe('2026-11-22T12:00:00.000Z')
  })

  it('tells of its own signer only', () => {
    const other = make.makePerson(root, gostKey('other'), { serial: 8n, notAfter: new Date('2026-12-01') })
    const bytes = cms.makeCms([person, other], {
      oneSigner: {
        unsigned: signature =>
          signature.length === 256
            ? [stamp.timestampAttribute(token(signature))]
            : [cms.attribute('1.2.3', integer(1))],
      },
    })
    const { outcome, signers } = verify(bytes)
    expect(outcome).toBe('indeterminate')
    expect(new Set(signers.map(signer => `${signer.timestamp === null} ${signer.reasons}`))).toEqual(
      new Set(['false ', 'true certificate-expired']),
    )
  })

  for (const [revokedAt, reasons] of [
    ['2026-11-22T11:59:59Z', ['certificate-revoked']],
    ['2026-11-22T12:00:00Z', ['certificate-revoked']],
    ['2026-11-22T12:00:01Z', []],
  ] as const)
    it(`divides revocations before it from later ones: ${revokedAt}`, () => {
      const crl = makeCrl(root, {
        thisUpdate: new Date('2026-11-23'),
        entries: [crlEntry(7n, { revokedAt: new Date(revokedAt) })],
      })
      expect(verify(good, { revocation: { crls: [crl] } }).reasons).toEqual(reasons)
    })
})

describe('where the moment of receipt is told', () => {
  const RECEIVED = { at: make.NOON, receipt: { tolerance: 60_000 } }
  const minutesLater = (minutes: number) => new Date(make.NOON.getTime() + minutes * 60_000)

  it('a time stamp is told and moves nothing: what had expired by then has expired', () => {
    expect(verify(good, RECEIVED)).toMatchObject({ outcome: 'valid', signers: [{ timestamp: { outcome: 'valid' } }] })
    const late = verify(good, { ...RECEIVED, at: LATER })
    expect(late.reasons).toEqual(['certificate-expired'])
    expect(late.signers[0]).toMatchObject({
      timestamp: { at: make.NOON.toISOString(), outcome: 'valid' },
      verifiedAt: LATER.toISOString(),
    })
  })

  it('none of those that are there may be later, clocks’ differences left aside', () => {
    const both = (later: Date) => stampedBy(signature => [token(signature), token(signature, later)])
    expect(verify(both(minutesLater(1)), RECEIVED).reasons).toEqual([])
    expect(verify(both(minutesLater(1.1)), RECEIVED).reasons).toEqual(['timestamp-invalid'])
    expect(verify(both(minutesLater(1.1)), { at: make.NOON }).reasons).toEqual([])
  })
})

describe('a time stamp nobody asked about', () => {
  it('is not looked at, whatever it is', () => {
    for (const bytes of [good, broken]) {
      const report = verifySignature(bytes, { ...UNTIMED, at: make.NOON })
      expect(report).toMatchObject({ outcome: 'valid', signers: [{ timestamp: null }] })
    }
  })
})

describe('a time stamp that fails makes a signature invalid with timestamp-invalid:', () => {
  for (const [because, bytes, options] of [
    ['it is on other octets', broken],
    ['it is no time stamp', stampedBy(() => [integer(5)])],
    ['there is an attribute without a stamp', stampedBy(() => [])],
    ['one of two fails', stampedBy(signature => [token(signature), token(cms.DOCUMENT.subarray(1))])],
    [
      'there are more than anybody needs',
      stampedBy(signature =>
        Array.from({ length: 5 }, (_, i) => token(signature, new Date(make.NOON.getTime() + i * 1000))),
      ),
    ],
    ['nobody is trusted for time', good, { timestamps: { anchors: [] } }],
    ['who is trusted for persons is not for time', good, { timestamps: { anchors: [root.certificate] } }],
    ['it may be on the content, which is not given', stampedBy(() => [token(cms.DOCUMENT)], { detached: true })],
  ] as const satisfies readonly (readonly [string, Uint8Array, Partial<VerifyOptions>?])[])
    it(because, () => {
      const report = verify(bytes, { at: make.NOON, ...options })
      expect(report.outcome).toBe('invalid')
      expect(report.reasons[0]).toBe('timestamp-invalid')
    })

  it('and is told with what it claims, by nobody', () => {
    expect(verify(broken, { at: make.NOON }).signers[0]?.timestamp).toEqual({
      at: '2026-11-22T12:00:00.000Z',
      outcome: 'invalid',
      authority: '',
    })
    expect(verify(stampedBy(() => [integer(5)])).signers[0]?.timestamp).toBeNull()
  })

  it('but a signature that is broken itself is told as that alone', () => {
    const bytes = stampedBy(() => [integer(5)], { oneSigner: { signature: usual => usual.toReversed() } })
    expect(verify(bytes, { at: make.NOON }).reasons).toEqual(['signature-invalid'])
  })
})

describe('a time stamp on the content', () => {
  const old = stampedBy(() => [token(cms.DOCUMENT)])

  it('is ignored with timestamp-over-content, and the signature judged for the time asked', () => {
    const report = verify(old, { at: new Date('2026-11-30') })
    expect(report).toMatchObject({
      outcome: 'valid',
      reasons: ['timestamp-over-content'],
      signers: [{ timestamp: null, verifiedAt: '2026-11-30T00:00:00.000Z' }],
    })
    expect(verify(old).reasons).toEqual(['certificate-expired', 'timestamp-over-content'])
  })

  it('does not spoil one on the signature beside it', () => {
    const both = stampedBy(signature => [token(cms.DOCUMENT), token(signature)])
    expect(verify(both)).toMatchObject({ outcome: 'valid', reasons: ['timestamp-over-content'] })
  })

  it('is known by SHA-1, too', () => {
    const sha1 = stampedBy(() => [stamp.makeToken(authority, cms.DOCUMENT, { hash: '1.3.14.3.2.26' })])
    expect(verify(sha1, { at: make.NOON }).reasons).toEqual(['timestamp-over-content'])
  })
})

const UNSPECIFIED = 0
const KEY_COMPROMISE = 1
const SUPERSEDED = 4
const before = new Date('2026-11-22T11:00:00Z')
const after = new Date('2026-11-25')
const SOON = new Date('2026-11-30') // while the certificate of the authority is in time: later lists forget it

describe('an authority of time that was revoked', () => {
  const listed = (revokedAt: Date, reason: number) =>
    encodeCrl(timeRoot, { thisUpdate: SOON, entries: [crlEntry(77n, { revokedAt, reason })] })

  for (const [what, crl, reasons] of [
    ['before it stamped', listed(before, SUPERSEDED), ['timestamp-invalid']],
    ['since, without harm', listed(after, SUPERSEDED), []],
    ['since, because its key is in other hands', listed(after, KEY_COMPROMISE), ['timestamp-invalid']],
    ['since, for a reason that is not told', listed(after, UNSPECIFIED), ['timestamp-invalid']],
    ['never', encodeCrl(timeRoot, { thisUpdate: SOON }), []],
  ] as const)
    it(`${what} is ${reasons.length > 0 ? 'not believed' : 'believed'}, wherever the list is`, () => {
      const beside = cms.makeCms([person], {
        ...{ version: 5, revocationInfo: [crl] },
        oneSigner: { unsigned: signature => [stamp.timestampAttribute(token(signature))] },
      })
      const within = stampedBy(signature => [stamp.makeToken(authority, signature, { cms: { revocationInfo: [crl] } })])
      for (const bytes of [beside, within]) expect(verify(bytes, { at: SOON }).reasons).toEqual(reasons)
    })

  it('is not believed because its token is stuffed with answers that nobody could hear out', () => {
    const issuance = { certificate: authority.certificate, issuer: timeRoot.certificate }
    const liars = Array.from({ length: 16 }, (_, i) => {
      const stranger = make.makeRoot(rsaKey('stranger'), 'TIME ROOT')
      return makeResponder(stranger, rsaKey('stranger'), { serial: BigInt(i) })
    })
    const certificates = liars.map(({ certificate }) => certificate.encoded)
    const answers = liars.slice(0, 8).map((liar, i) => {
      const response = makeOcspResponse(liar, [makeAnswer(issuance)], { certificates, nonce: Uint8Array.of(i) })
      return implicit(1, sequence(oid('1.3.6.1.5.5.7.16.2'), response))
    })
    const bytes = stampedBy(signature => [stamp.makeToken(authority, signature, { cms: { revocationInfo: answers } })])
    const crls = [
      makeCrl(timeRoot, { thisUpdate: SOON, entries: [crlEntry(77n, { revokedAt: after, reason: KEY_COMPROMISE })] }),
      makeCrl(root, { thisUpdate: SOON }),
    ]
    expect(verify(bytes, { at: SOON, revocation: { crls } }).reasons).toEqual(['timestamp-invalid'])
  })
})
