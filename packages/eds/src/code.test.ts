// How codes become outcomes, and for every code a document that has it. The table does not compile while a code has none.
import { describe, expect, it } from 'vitest'
import { type Code, inOrder, type Outcome, outcomeOf, worst } from './code.ts'
import { looksLikeZip } from './container/read-zip.ts'
import { zip } from './container/test-zip.ts'
import { integer, sequence } from './der/write.ts'
import { examineContainer } from './examine-container.ts'
import { makeAnswer, makeOcspResponse, makeResponder } from './revocation/test-ocsp.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { rsaKey } from './test-keys.ts'
import * as stamp from './tsp/test-timestamps.ts'
import { type VerifyOptions, verifySignature } from './verify-signature.ts'

describe('the outcome', () => {
  it('is valid when there is nothing to object', () => expect(outcomeOf([])).toBe('valid'))

  it('is indeterminate when something is missing, and invalid when anything is broken besides', () => {
    expect(outcomeOf(['certificate-expired'])).toBe('indeterminate')
    expect(outcomeOf(['certificate-expired', 'message-digest-mismatch'])).toBe('invalid')
  })

  it('of several is the worst of them', () => {
    expect(worst(['valid', 'indeterminate', 'invalid'])).toBe('invalid')
    expect(worst(['valid', 'indeterminate'])).toBe('indeterminate')
  })

  it('is explained by each reason once, most important first', () => {
    expect(inOrder(['certificate-expired', 'signature-invalid', 'certificate-expired'])).toEqual([
      'signature-invalid',
      'certificate-expired',
    ])
  })
})

const root = make.makeRoot(rsaKey('code root'), 'CODE ROOT')
const person = make.makePerson(root, rsaKey('code person'), { serial: 7n })
const stranger = make.makePerson(make.makeRoot(rsaKey('stranger'), 'CODE ROOT'), rsaKey('stranger'))
const authority = stamp.makeTimestampAuthority(root, rsaKey('tsa'))
const issuance = { certificate: person.certificate, issuer: root.certificate }
const since = { revokedAt: new Date('2026-10-01') }
const revoked = makeOcspResponse(makeResponder(root, rsaKey('responder')), [makeAnswer(issuance, { says: since })])

const good = cms.makeCms([person])
const detached = cms.makeCms([person], { detached: true })
const by = (oneSigner: cms.SignerOptions) => cms.makeCms([person], { oneSigner })
const stamped = (token: (signature: Uint8Array) => Uint8Array) =>
  by({ unsigned: signature => [stamp.timestampAttribute(token(signature))] })
const flipped = (octets: Uint8Array) => octets.map((octet, i) => (i === 9 ? octet ^ 1 : octet))
const OTHER = new TextEncoder().encode('another document')
const timestamps = { anchors: [root.certificate] }

type Example = { readonly bytes: Uint8Array; readonly options?: Partial<VerifyOptions>; readonly outcome: Outcome }

const invalid = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}): Example => ({
  bytes,
  options,
  outcome: 'invalid',
})
const unsure = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}): Example => ({
  ...invalid(bytes, options),
  outcome: 'indeterminate',
})

const EXAMPLES = {
  'limit-exceeded': invalid(good, { limits: { bytes: 100, depth: 32, elements: 1000 } }),
  'container-invalid': invalid(zip([])),
  'der-invalid': invalid(good.subarray(1)),
  'not-signed-data': invalid(sequence(integer(1))),
  'no-signers': invalid(cms.makeCms([])),
  'content-mismatch': invalid(good, { content: OTHER }),
  'signed-attributes-missing': invalid(by({ attributes: 'none' })),
  'attribute-missing': invalid(by({ attributes: usual => usual.slice(1) })),
  'attribute-duplicated': invalid(by({ attributes: usual => [...usual, cms.contentTypeAttribute()] })),
  'content-type-mismatch': invalid(cms.makeCms([person], { contentType: stamp.TST_INFO, version: 3 })),
  'message-digest-mismatch': invalid(detached, { content: OTHER }),
  'certificate-missing': invalid(cms.makeCms([person], { certificates: [] })),
  'algorithm-unsupported': invalid(by({ digestAlgorithm: '1.3.14.3.2.26' })),
  'algorithm-mismatch': invalid(cms.makeCms([person], { digestAlgorithms: [] })),
  'signature-malformed': invalid(by({ signature: usual => usual.subarray(1) })),
  'signature-invalid': invalid(by({ signature: flipped })),
  'ess-mismatch': invalid(
    by({ attributes: usual => [...usual.slice(0, 3), cms.signingCertificateAttribute(root.certificate.encoded)] }),
  ),
  'path-invalid': invalid(cms.makeCms([stranger])),
  'purpose-mismatch': invalid(good, { purpose: 'authentication' }),
  'certificate-revoked': invalid(good, { revocation: { ocsp: [{ response: revoked }] } }),
  'timestamp-invalid': invalid(
    stamped(() => stamp.makeToken(authority, OTHER)),
    { timestamps },
  ),
  'content-missing': unsure(detached),
  'path-not-found': unsure(good, { anchors: [] }),
  'certificate-not-yet-valid': unsure(good, { at: new Date('2025-12-31') }),
  'certificate-expired': unsure(good, { at: new Date('2027-01-02') }),
  'revocation-unknown': unsure(good, { revocation: {} }),
  'timestamp-over-content': {
    bytes: stamped(() => stamp.makeToken(authority, cms.DOCUMENT)),
    options: { timestamps },
    outcome: 'valid',
  },
} as const satisfies Record<Code, Example>

describe('a document is', () => {
  it.each(Object.entries<Example>(EXAMPLES).map(([code, example]) => [example.outcome, code, example] as const))(
    '%s with the one reason %s',
    (outcome, code, { bytes, options }) => {
      const all = { anchors: [root.certificate], at: make.NOON, ...options }
      const report = looksLikeZip(bytes) ? examineContainer(bytes, all).report : verifySignature(bytes, all)
      expect(report).toMatchObject({ outcome, reasons: [code] })
    },
  )

  it('valid with no reason when nothing is wrong with it', () => {
    const report = verifySignature(
      stamped(signature => stamp.makeToken(authority, signature)),
      {
        ...{ anchors: [root.certificate], at: make.NOON, timestamps },
      },
    )
    expect(report).toMatchObject({ outcome: 'valid', reasons: [] })
  })
})
