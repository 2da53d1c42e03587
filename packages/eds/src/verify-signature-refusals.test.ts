// Every reason to refuse a document, each with the difference that causes it.
import { describe, expect, it } from 'vitest'
import type { Code } from './code.ts'
import { readDer } from './der/read.ts'
import {
  boolean,
  concat,
  contextPrimitive,
  explicit,
  integer,
  octetString,
  oid,
  sequence,
  utf8String,
} from './der/write.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { algorithm, gostKey, rsaKey } from './test-keys.ts'
import { type VerifyOptions, verifySignature } from './verify-signature.ts'

const gostRoot = make.makeRoot(gostKey('cms root'), 'GOST ROOT')
const rsaRoot = make.makeRoot(rsaKey('cms root'), 'RSA ROOT')
const signer = make.makePerson(gostRoot, gostKey('cms person'))
const rsaSigner = make.makePerson(rsaRoot, rsaKey('cms person'), { serial: 7n })
const TRUST: VerifyOptions = { anchors: [gostRoot.certificate, rsaRoot.certificate], at: make.NOON }

const verify = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}) =>
  verifySignature(bytes, { ...TRUST, ...options })
const by = (options: cms.SignerOptions, rest: cms.CmsOptions = {}) =>
  cms.makeCms([rsaSigner], { ...rest, oneSigner: options })
const OTHER = new TextEncoder().encode('another document')

type Case = readonly [code: Code, because: string, bytes: Uint8Array, options?: Partial<VerifyOptions>]

/** Each line: the code, because, the document, and how it is asked about. */
function refused(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [code, because, bytes, options] of cases)
      it(`${code}: ${because}`, () => expect(verify(bytes, options).reasons).toEqual([code]))
  })
}

const good = cms.makeCms([rsaSigner])
const swapped = (certificate: Uint8Array) => cms.makeCms([rsaSigner], { certificates: [certificate] })
const withAttributes = (change: (usual: readonly Uint8Array[]) => readonly Uint8Array[]) => by({ attributes: change })
const ess = (...fields: readonly Uint8Array[]) =>
  cms.attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(...fields))))
const essHash = () =>
  readDer(cms.signingCertificateAttribute(rsaSigner.certificate.encoded)).children[1]?.children[0]?.children[0]
    ?.children[0]?.children[0]?.encoded ?? octetString(new Uint8Array())
const issuerSerial = (serial: bigint) => sequence(sequence(explicit(4, rsaRoot.name)), integer(serial))

refused('the form of a signed document is refused:', [
  ['der-invalid', 'it is empty', new Uint8Array()],
  ['der-invalid', 'it is a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['der-invalid', 'an octet follows', concat(good, Uint8Array.of(0))],
  ['der-invalid', 'an octet is missing', good.subarray(0, -1)],
  ['der-invalid', 'there is no such version', cms.makeCms([rsaSigner], { version: 2 })],
  ['der-invalid', 'the version is not what its parts ask for', cms.makeCms([rsaSigner], { version: 3 })],
  ['der-invalid', 'the version of the signer does not fit its identifier', by({ version: 3 })],
  ['der-invalid', 'the signed attributes are not in DER order', by({ unsorted: true })],
  [
    'der-invalid',
    'a string stands among the certificates',
    cms.makeCms([rsaSigner], { certificates: [rsaSigner.certificate.encoded, octetString(Uint8Array.of(1))] }),
  ],
  [
    'der-invalid',
    'a number stands among the certificates',
    cms.makeCms([rsaSigner], { certificates: [rsaSigner.certificate.encoded, integer(5)] }),
  ],
  [
    'der-invalid',
    'message-digest is not an OCTET STRING',
    withAttributes(([type, time, , rest]) =>
      [type, time, rest, cms.attribute('1.2.840.113549.1.9.4', utf8String('digest'))].filter(a => a !== undefined),
    ),
  ],
  [
    'der-invalid',
    'a certificate in it is none',
    cms.makeCms([rsaSigner], { certificates: [rsaSigner.certificate.encoded, sequence(integer(1))] }),
  ],
  [
    'limit-exceeded',
    'it nests without end',
    Array.from({ length: 40 }).reduce<Uint8Array>(inner => sequence(inner), sequence()),
  ],
  [
    'limit-exceeded',
    'it has more signers than anybody',
    cms.makeCms(
      Array.from({ length: 33 }, () => rsaSigner),
      { certificates: [] },
    ),
  ],
  [
    'limit-exceeded',
    'it has more certificates than anybody',
    cms.makeCms([rsaSigner], { certificates: Array.from({ length: 65 }, () => rsaSigner.certificate.encoded) }),
  ],
  [
    'limit-exceeded',
    'a certificate is larger than any',
    swapped(
      make.encodeCertificate(rsaRoot, rsaSigner, { extensions: [make.extension('1.2.3.4', new Uint8Array(16_384))] }),
    ),
  ],
  ['limit-exceeded', 'it is larger than allowed', good, { limits: { bytes: 1000, depth: 32, elements: 1000 } }],
  ['not-signed-data', 'it is a certificate', signer.certificate.encoded],
  ['not-signed-data', 'it is another content', sequence(oid('1.2.840.113549.1.7.3'), explicit(0, sequence()))],
  ['not-signed-data', 'it is a number', integer(5)],
  ['no-signers', 'nobody signed it', cms.makeCms([])],
  [
    'no-signers',
    'nobody signed it, though certificates are there',
    cms.makeCms([], { certificates: [signer.certificate.encoded] }),
  ],
])

describe('a document without signers', () => {
  it('is invalid, with no signers in the report', () => {
    expect(verify(cms.makeCms([]))).toEqual({ outcome: 'invalid', reasons: ['no-signers'], signers: [] })
  })
})

refused('what was signed is refused:', [
  ['signed-attributes-missing', 'the signature is over the content itself', by({ attributes: 'none' })],
  ['attribute-missing', 'there is no content-type', withAttributes(usual => usual.slice(1))],
  ['attribute-missing', 'there is no message-digest', withAttributes(usual => usual.filter((_, i) => i !== 2))],
  [
    'attribute-missing',
    'message-digest has no value',
    withAttributes(usual => [...usual.filter((_, i) => i !== 2), cms.attribute('1.2.840.113549.1.9.4')]),
  ],
  [
    'attribute-duplicated',
    'message-digest occurs twice',
    withAttributes(usual => [...usual, cms.messageDigestAttribute(new Uint8Array(32))]),
  ],
  [
    'attribute-duplicated',
    'content-type occurs twice',
    withAttributes(usual => [...usual, cms.contentTypeAttribute()]),
  ],
  [
    'attribute-duplicated',
    'message-digest has two values',
    withAttributes(usual => [
      ...usual.filter((_, i) => i !== 2),
      cms.attribute('1.2.840.113549.1.9.4', octetString(new Uint8Array(32)), octetString(new Uint8Array(31))),
    ]),
  ],
  [
    'attribute-duplicated',
    'an attribute of no meaning to us occurs twice',
    withAttributes(usual => [...usual, cms.attribute('1.2.3.4', boolean(true)), cms.attribute('1.2.3.4', integer(1))]),
  ],
  [
    'content-type-mismatch',
    'the attribute names another type',
    withAttributes(([, ...usual]) => [cms.contentTypeAttribute('1.2.840.113549.1.9.16.1.4'), ...usual]),
  ],
  [
    'content-type-mismatch',
    'the content is a time stamp, not a document',
    cms.makeCms([rsaSigner], { contentType: '1.2.840.113549.1.9.16.1.4', version: 3 }),
  ],
  [
    'message-digest-mismatch',
    'the attribute is of another content',
    withAttributes(usual => usual.map((a, i) => (i === 2 ? cms.messageDigestAttribute(new Uint8Array(32)) : a))),
  ],
  [
    'message-digest-mismatch',
    'another content is given to a detached one',
    cms.makeCms([rsaSigner], { detached: true }),
    { content: OTHER },
  ],
  ['content-mismatch', 'another content is given to an attached one', good, { content: OTHER }],
  ['content-missing', 'the content of a detached one is not given', cms.makeCms([rsaSigner], { detached: true })],
  [
    'ess-mismatch',
    'the ESS attribute names another certificate',
    withAttributes(usual => [...usual.slice(0, 3), cms.signingCertificateAttribute(signer.certificate.encoded)]),
  ],
  [
    'ess-mismatch',
    'the older ESS attribute names another certificate',
    withAttributes(usual => [...usual, cms.signingCertificateAttribute(signer.certificate.encoded, 1)]),
  ],
  [
    'ess-mismatch',
    'the ESS attribute names another serial number',
    withAttributes(usual => [...usual.slice(0, 3), ess(essHash(), issuerSerial(8n))]),
  ],
  [
    'algorithm-unsupported',
    'the ESS attribute uses SHA-1 as a hash',
    withAttributes(usual => [...usual.slice(0, 3), ess(algorithm('1.3.14.3.2.26'), essHash())]),
  ],
])

describe('what was signed is', () => {
  it('accepted with issuer and serial number in the ESS attribute', () => {
    const bytes = withAttributes(usual => [...usual.slice(0, 3), ess(essHash(), issuerSerial(7n))])
    expect(verify(bytes).outcome).toBe('valid')
  })

  it('invalid when it is broken, though the content of a detached one is missing besides', () => {
    const bytes = by({ signature: usual => usual.toReversed() }, { detached: true })
    expect(verify(bytes)).toMatchObject({ outcome: 'invalid', reasons: ['signature-invalid', 'content-missing'] })
  })
})

const sameSerial = make.makePerson(rsaRoot, rsaKey('cms other'), { serial: 7n }).certificate.encoded

refused('the signature is refused:', [
  ['algorithm-unsupported', 'the digest is SHA-1', by({ digestAlgorithm: '1.3.14.3.2.26' })],
  ['algorithm-mismatch', 'the digest goes with another key', by({ digestAlgorithm: '1.2.398.3.10.1.3.1' })],
  [
    'algorithm-unsupported',
    'the signature algorithm is one that we do not compute',
    by({ signatureAlgorithm: algorithm('1.2.398.3.10.1.1.1.2') }),
  ],
  [
    'algorithm-mismatch',
    'the digest is not that of the signature',
    cms.makeCms([signer], {
      oneSigner: { digestAlgorithm: '1.2.398.3.10.1.3.2' },
      digestAlgorithms: ['1.2.398.3.10.1.3.2'],
    }),
  ],
  [
    'algorithm-mismatch',
    'digestAlgorithms does not list the digest',
    cms.makeCms([rsaSigner], { digestAlgorithms: [] }),
  ],
  ['signature-malformed', 'it is one octet short', by({ signature: usual => usual.subarray(1) })],
  ['signature-malformed', 'it is one octet long', by({ signature: usual => concat(usual, Uint8Array.of(0)) })],
  [
    'signature-invalid',
    'a bit is flipped',
    by({ signature: usual => usual.map((octet, i) => (i === 100 ? octet ^ 4 : octet)) }),
  ],
  ['certificate-missing', 'the certificate is not in the message', cms.makeCms([rsaSigner], { certificates: [] })],
  ['certificate-missing', 'only the certificate of another is there', swapped(signer.certificate.encoded)],
  [
    'certificate-missing',
    'two different certificates bear the name',
    cms.makeCms([rsaSigner], { certificates: [rsaSigner.certificate.encoded, sameSerial] }),
  ],
  [
    'certificate-missing',
    'nobody has the key identifier',
    by({ version: 3, signer: contextPrimitive(0, Uint8Array.of(1)) }, { version: 3 }),
  ],
  ['ess-mismatch', 'the certificate is another one for the same name', swapped(sameSerial)],
])

describe('the signature is', () => {
  it('refused with signature-invalid: the certificate is of the same name with another key, and nothing binds the first', () => {
    const unbound = by({ attributes: usual => usual.slice(0, 3) }, { certificates: [sameSerial] })
    expect(verify(unbound).reasons).toEqual(['signature-invalid'])
  })
})

const strangersRoot = make.makeRoot(rsaKey('stranger'), 'RSA ROOT')
const stranger = make.makePerson(strangersRoot, rsaKey('stranger'), { serial: 5n })
const authentication = [make.keyUsage(0xa0), make.extendedKeyUsage(['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'])]
const login = make.makePerson(rsaRoot, rsaKey('cms person'), { extensions: authentication })
const issuing = make.makePerson(rsaRoot, rsaKey('cms person'), { extensions: make.authorityExtensions('ISSUING') })

refused('trust is refused:', [
  ['path-not-found', 'nobody is trusted', good, { anchors: [] }],
  [
    'path-not-found',
    'the root comes with the message only',
    cms.makeCms([stranger], {
      certificates: [stranger, strangersRoot].map(({ certificate }) => certificate.encoded),
    }),
    { anchors: [gostRoot.certificate] },
  ],
  ['path-invalid', 'a stranger signed the certificate in the name of the authority', cms.makeCms([stranger])],
  ['certificate-expired', 'it is judged too late', good, { at: new Date('2027-01-02') }],
  ['certificate-not-yet-valid', 'it is judged too early', good, { at: new Date('2025-12-31') }],
  [
    'purpose-mismatch',
    'an authentication certificate is used for signing',
    cms.makeCms([login]),
    { purpose: 'signing' },
  ],
  ['purpose-mismatch', 'a signing certificate is used for authentication', good, { purpose: 'authentication' }],
  ['purpose-mismatch', 'a key for issuing certificates signs a document', cms.makeCms([issuing])],
  ['revocation-unknown', 'revocation is asked for and nothing tells', good, { revocation: {} }],
])
