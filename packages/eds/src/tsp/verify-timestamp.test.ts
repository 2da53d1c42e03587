// Time stamps that hold, and every way not to. RFC 3161 §2.3, §2.4.2, RFC 5816.
import { describe, expect, it } from 'vitest'
import type { Code } from '../code.ts'
import type { DerFault } from '../der/error.ts'
import {
  boolean,
  contextPrimitive,
  element,
  explicit,
  generalizedTime,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  utcTime,
} from '../der/write.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey, rsaKey } from '../test-keys.ts'
import * as stamp from './test-timestamps.ts'
import { type TimestampQuestion, verifyTimestamp } from './verify-timestamp.ts'

const root = make.makeRoot(rsaKey('tsp root'), 'TSP ROOT')
const gostRoot = make.makeRoot(gostKey('tsp root'), 'TSP GOST ROOT')
const authority = stamp.makeTimestampAuthority(root, rsaKey('tsa'))
const STAMPED = new TextEncoder().encode('the octets of a signature')
const TRUST = { anchors: [root.certificate, gostRoot.certificate] }

const token = (options: stamp.TokenOptions = {}) => stamp.makeToken(authority, STAMPED, options)
const verify = (bytes: Uint8Array, question: Partial<TimestampQuestion> = {}) =>
  verifyTimestamp(bytes, { stamped: STAMPED, trust: TRUST, ...question })
const signedBy = (options: cms.SignerOptions) => token({ cms: { oneSigner: options } })
const by = (extensions: readonly Uint8Array[], options: make.CertificateOptions = {}) =>
  stamp.makeToken(stamp.makeTimestampAuthority(root, rsaKey('tsa'), { extensions, ...options }), STAMPED)
const timeOf = (text: string) => element(0x18, new TextEncoder().encode(text))
const PURPOSE = make.extension('2.5.29.37', stamp.TIME_STAMPING, 'critical')
const alternative = implicit(2, element(0x16, new TextEncoder().encode('tsa.example')))

describe('a time stamp', () => {
  it('tells when, by whom, under which policy and number', () => {
    const told = verify(token({ serial: -5n }), { nonce: stamp.NONCE, policy: stamp.POLICY })
    expect(told).toEqual({
      at: make.NOON,
      authority: 'TIME-STAMPING AUTHORITY',
      policy: stamp.POLICY,
      serial: -5n,
      chain: [authority.certificate, root.certificate],
    })
  })

  for (const [what, bytes] of [
    ['of a GOST authority', stamp.makeToken(stamp.makeTimestampAuthority(gostRoot, gostKey('tsa')), STAMPED)],
    ['over SHA-1', token({ hash: '1.3.14.3.2.26' })],
    ['over SHA-256', token({ hash: '2.16.840.1.101.3.4.2.1' })],
    ['over SHA-384', token({ hash: '2.16.840.1.101.3.4.2.2' })],
    ['over SHA-512', token({ hash: '2.16.840.1.101.3.4.2.3' })],
    ['over GOST 34.311-95', token({ hash: '1.2.398.3.10.1.3.1' })],
    ['over Streebog-256', token({ hash: '1.2.398.3.10.1.3.2' })],
    ['with fractions of a second', token({ genTime: timeOf('20261122120000.0401Z') })],
    ['without a nonce', token({ rest: [] })],
    [
      'with accuracy and ordering',
      token({ rest: [sequence(integer(1), contextPrimitive(0, Uint8Array.of(0x01, 0xf4))), boolean(true)] }),
    ],
    ['naming its authority', token({ rest: [explicit(0, explicit(4, authority.name))] })],
    [
      'with an extension of no consequence',
      token({ rest: [implicit(1, sequence(make.extension('1.2.3', nullValue())))] }),
    ],
    ['bound by the newer attribute', signedBy({ attributes: usual => usual })],
    ['whose authority has no keyUsage', by([PURPOSE])],
  ] as const)
    it(`holds ${what}`, () => expect(verify(bytes).policy).toBe(stamp.POLICY))

  it('keeps milliseconds and drops what is finer', () => {
    expect(verify(token({ genTime: timeOf('20261122120000.0419Z') })).at.getTime()).toBe(make.NOON.getTime() + 41)
  })

  it('may name its authority by an alternative name', () => {
    const named = stamp.makeTimestampAuthority(root, rsaKey('tsa'), {
      extensions: [PURPOSE, make.extension('2.5.29.17', sequence(alternative))],
    })
    const bytes = stamp.makeToken(named, STAMPED, { rest: [explicit(0, alternative)] })
    expect(verify(bytes).authority).toBe('TIME-STAMPING AUTHORITY')
  })

  it('holds when its authority has expired since, and when its certificate is kept elsewhere', () => {
    const short = stamp.makeTimestampAuthority(root, rsaKey('tsa'), { notAfter: new Date('2026-11-22T12:00:01Z') })
    expect(verify(stamp.makeToken(short, STAMPED)).at).toEqual(make.NOON)
    const bare = token({ cms: { certificates: [] } })
    const trust = { ...TRUST, intermediates: [authority.certificate] }
    expect(verify(bare, { trust }).at).toEqual(make.NOON)
  })
})

const person = make.makePerson(root, rsaKey('tsp person'))
const strangersRoot = make.makeRoot(rsaKey('stranger'), 'TSP ROOT')
const stranger = stamp.makeTimestampAuthority(strangersRoot, rsaKey('stranger'))
const withInfo = (info: Uint8Array) => token({ info })
const MANY = sequence(oid('1.3.6.1.5.5.7.3.8'), oid('1.3.6.1.5.5.7.3.9'))

type Hostile = readonly [
  because: string,
  cause: Code | DerFault,
  bytes: Uint8Array,
  question?: Partial<TimestampQuestion>,
]

/** What is wrong, and the code in which the cause says so. */
const HOSTILE: readonly Hostile[] = [
  ['it is empty', 'truncated', new Uint8Array()],
  ['it is not DER', 'length-indefinite', Uint8Array.of(0x30, 0x80)],
  ['it is a document', 'content-type-mismatch', cms.makeCms([authority])],
  ['it has no content', 'content-missing', token({ cms: { detached: true } })],
  [
    'nobody signed it',
    'no-signers',
    cms.makeCms([], { content: stamp.makeInfo(STAMPED), contentType: stamp.TST_INFO, version: 3 }),
  ],
  [
    'somebody else signed it too',
    'timestamp-invalid',
    cms.makeCms([authority, person], { content: stamp.makeInfo(STAMPED), contentType: stamp.TST_INFO, version: 3 }),
  ],
  ['it is of another version', 'unexpected', token({ version: 2 })],
  ['it is on other octets', 'timestamp-invalid', stamp.makeToken(authority, cms.DOCUMENT)],
  ['the hash is one that we do not compute', 'algorithm-unsupported', token({ hash: '1.2.840.113549.2.5' })],
  [
    'the hash has parameters',
    'algorithm-unsupported',
    token({ imprint: sequence(sequence(oid(stamp.STREEBOG_512), integer(1)), octetString(new Uint8Array(64))) }),
  ],
  [
    'the imprint is cut',
    'timestamp-invalid',
    token({ imprint: sequence(sequence(oid(stamp.STREEBOG_512), nullValue()), octetString(new Uint8Array(63))) }),
  ],
  ['the nonce is another', 'timestamp-invalid', token(), { nonce: -stamp.NONCE }],
  ['the nonce is not there', 'timestamp-invalid', token({ rest: [] }), { nonce: stamp.NONCE }],
  [
    'the policy is not the one asked for',
    'timestamp-invalid',
    token({ policy: '1.2.398.3.3.2.6.1' }),
    { policy: stamp.POLICY },
  ],
  ['the time is a UTCTime', 'unexpected', token({ genTime: utcTime(make.NOON) })],
  ['the time has no seconds', 'time-malformed', token({ genTime: timeOf('202611221200Z') })],
  ['the time is not in Greenwich', 'time-malformed', token({ genTime: timeOf('20261122120000+0500') })],
  ['the fraction ends with a zero', 'time-malformed', token({ genTime: timeOf('20261122120000.10Z') })],
  ['the fraction is empty', 'time-malformed', token({ genTime: timeOf('20261122120000.Z') })],
  ['there is no such day', 'time-malformed', token({ genTime: timeOf('20260230120000Z') })],
  [
    'the accuracy has too many milliseconds',
    'integer-malformed',
    token({ rest: [sequence(contextPrimitive(0, Uint8Array.of(0x03, 0xe8)))] }),
  ],
  [
    'the accuracy has no milliseconds',
    'integer-malformed',
    token({ rest: [sequence(contextPrimitive(0, Uint8Array.of(0)))] }),
  ],
  ['the accuracy is negative', 'integer-malformed', token({ rest: [sequence(integer(-1))] })],
  ['the default is written out', 'boolean-malformed', token({ rest: [boolean(false)] })],
  [
    'an extension is critical',
    'timestamp-invalid',
    token({ rest: [implicit(1, sequence(make.extension('1.2.3', nullValue(), 'critical')))] }),
  ],
  ['something follows', 'unexpected', token({ rest: [integer(1), integer(2)] })],
  ['its content is no TSTInfo', 'unexpected', withInfo(octetString(STAMPED))],
  ['it names another authority', 'timestamp-invalid', token({ rest: [explicit(0, explicit(4, root.name))] })],
  ['it names a host that the certificate does not', 'timestamp-invalid', token({ rest: [explicit(0, alternative)] })],
  ['the signature is broken', 'signature-invalid', signedBy({ signature: usual => usual.toReversed() })],
  ['there are no signed attributes', 'signed-attributes-missing', signedBy({ attributes: 'none' })],
  ['nothing binds the certificate', 'attribute-missing', signedBy({ attributes: usual => usual.slice(0, 3) })],
  [
    'another certificate is bound',
    'ess-mismatch',
    signedBy({
      attributes: usual => [...usual.slice(0, 3), cms.signingCertificateAttribute(person.certificate.encoded, 1)],
    }),
  ],
  ['the certificate is not there', 'certificate-missing', token({ cms: { certificates: [] } })],
  ['a person signed it', 'timestamp-invalid', stamp.makeToken(person, STAMPED)],
  ['the certificate has no purpose', 'timestamp-invalid', by([make.keyUsage(0x80)])],
  ['the purpose is one of two', 'timestamp-invalid', by([make.extension('2.5.29.37', MANY, 'critical')])],
  ['the purpose is not critical', 'timestamp-invalid', by([make.extension('2.5.29.37', stamp.TIME_STAMPING)])],
  ['the key may not sign', 'timestamp-invalid', by([PURPOSE, make.keyUsage(0x20)])],
  ['the authority had expired', 'certificate-expired', by([PURPOSE], { notAfter: new Date('2026-11-22T11:59:59Z') })],
  [
    'the authority was not there yet',
    'certificate-not-yet-valid',
    by([PURPOSE], { notBefore: new Date('2026-11-22T12:00:01Z') }),
  ],
  ['a stranger made it in the name of the authority', 'path-invalid', stamp.makeToken(stranger, STAMPED)],
  ['nobody is trusted for time', 'path-not-found', token(), { trust: { anchors: [] } }],
  [
    'only an authority that it brings along would trust it',
    'path-not-found',
    stamp.makeToken(stranger, STAMPED, {
      cms: { certificates: [stranger.certificate.encoded, strangersRoot.certificate.encoded] },
    }),
    { trust: { anchors: [gostRoot.certificate] } },
  ],
]

describe('a time stamp is refused with timestamp-invalid:', () => {
  for (const [because, code, bytes, question] of HOSTILE)
    it(because, () =>
      expect(() => verify(bytes, question)).toThrow(
        expect.objectContaining({
          name: 'EdsError',
          code: 'timestamp-invalid',
          cause: expect.objectContaining({ code }),
        }),
      ),
    )
})

describe('a time stamp on the content in place of the signature', () => {
  const contentDigest = () => new Uint8Array(32).fill(7)
  const imprint = sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue()), octetString(contentDigest()))

  it('is told apart with timestamp-over-content when the content is known', () => {
    expect(() => verify(token({ imprint }), { contentDigest })).toThrow('timestamp-over-content')
    expect(() => verify(token({ imprint }))).toThrow('timestamp-invalid')
  })
})

describe('the time of a stamp', () => {
  it('is that of Greenwich, whole seconds', () => {
    expect(verify(token({ genTime: generalizedTime(new Date('2026-11-22T12:34:56Z')) })).at).toEqual(
      new Date('2026-11-22T12:34:56Z'),
    )
  })
})
