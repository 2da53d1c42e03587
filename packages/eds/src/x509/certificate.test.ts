// What certificates say, and which are none. RFC 5280 §4.1.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { bitString, boolean, concat, element, integer, octetString, oid, sequence } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import { readCertificate } from './certificate.ts'
import { formatName } from './name.ts'

const key = rsaKey('certificate')
const root = make.makeRoot(key)
const withExtensions = (...extensions: readonly Uint8Array[]) =>
  readCertificate(make.encodeCertificate(root, { key, name: make.personName() }, { extensions }))
const named = (attributes: readonly (readonly [string, string])[]) =>
  make.issue(root, { key, name: make.nameOf(attributes) }).certificate

describe('a certificate', () => {
  const { certificate } = make.makePerson(root, key, { serial: 0xab12n })

  it('tells whose it is', () => {
    expect(certificate.person).toEqual({
      iin: make.TEST_IIN,
      bin: undefined,
      commonName: 'СЫНАҚОВ СЫНАҚ',
      surname: 'СЫНАҚОВ',
      patronymic: 'СЫНАҚҰЛЫ',
    })
  })

  it('tells its serial number, issuer and dates', () => {
    expect(certificate.serial).toBe(0xab12n)
    expect(certificate.issuer.encoded).toEqual(root.name)
    expect(certificate.notAfter.toISOString()).toBe('2027-01-01T00:00:00.000Z')
  })

  it('tells the organisation by OU=BIN…, or by a serialNumber as some software writes it', () => {
    expect(named([['2.5.4.11', 'BIN991340000012']]).person.bin).toBe('991340000012')
    expect(named([['2.5.4.5', 'BIN991340000012']]).person.bin).toBe('991340000012')
  })

  for (const [what, values] of [
    ['too short', ['IIN99130130001']],
    ['too long', ['IIN9913013000170']],
    ['not digits', ['IIN99130130001A']],
    ['without its prefix', ['991301300017']],
    ['two different ones', ['IIN991301300017', 'IIN991301300025']],
    ['one misspelt beside it', ['IIN991301300017', 'IIN9913013000250']],
  ] as const)
    it(`names no IIN when it is ${what}`, () =>
      expect(named(values.map(value => ['2.5.4.5', value] as const)).person.iin).toBeUndefined())

  it('keeps the authority’s key usage, policies, key storage and key identifiers', () => {
    const whole = withExtensions(
      make.keyUsage(0xc8),
      make.extendedKeyUsage(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1']),
      make.extension('2.5.29.32', sequence(sequence(oid('1.2.398.3.3.2')))),
      make.extension('1.2.398.3.3.5', sequence(oid('1.2.398.3.3.5.1.1'))),
      make.subjectKeyId('subject'),
      make.authorityKeyId('issuer'),
    )
    expect([...(whole.keyUsage ?? [])]).toEqual(['digitalSignature', 'nonRepudiation', 'keyAgreement'])
    expect(whole.policies).toEqual(['1.2.398.3.3.2'])
    expect(whole.keyStorage).toEqual(['1.2.398.3.3.5.1.1'])
    expect(Buffer.from(whole.subjectKeyId ?? []).toString()).toBe('subject')
    expect(Buffer.from(whole.authorityKeyId ?? []).toString()).toBe('issuer')
  })

  it('writes its name so that a value cannot pretend to be two', () => {
    const { subject } = named([['2.5.4.3', 'A, OU=BIN991340000012\u0007']])
    expect(formatName(subject)).toBe('CN=A\\, OU=BIN991340000012\\07')
  })
})

describe('a certificate is refused', () => {
  for (const [what, extensions] of [
    ['the same extension twice', [make.keyUsage(0xc0), make.keyUsage(0xc0)]],
    [
      'critical FALSE written out',
      [sequence(oid('2.5.29.15'), boolean(false), octetString(bitString(Uint8Array.of(128), 7)))],
    ],
    [
      'octets after the value of an extension',
      [make.extension('2.5.29.15', concat(bitString(Uint8Array.of(128), 7), integer(1)))],
    ],
    ['a keyUsage without any usage', [make.extension('2.5.29.15', bitString(new Uint8Array()))]],
    ['an empty extendedKeyUsage', [make.extendedKeyUsage([])]],
    ['a path length where there is no authority', [make.basicConstraints(false, 1)]],
    ['a negative path length', [make.basicConstraints(true, -1)]],
    ['cA FALSE written out', [make.extension('2.5.29.19', sequence(boolean(false)))]],
  ] as const)
    it(`with ${what}`, () =>
      expect(() => withExtensions(...extensions)).toThrow(expect.objectContaining({ name: 'DerError' })))

  it('with extensions before version 3', () => {
    expect(() => make.makePerson(root, key, { version: 1 })).toThrow(expect.objectContaining({ code: 'unexpected' }))
  })

  it('with a version that there is not', () => {
    expect(() => make.makePerson(root, key, { version: 3 })).toThrow(expect.objectContaining({ code: 'unexpected' }))
  })

  it('with a name that is not UTF-8', () => {
    const name = sequence(element(0x31, sequence(oid('2.5.4.3'), element(0x0c, Uint8Array.of(0xff)))))
    expect(() => make.issue(root, { key, name })).toThrow(expect.objectContaining({ code: 'string-malformed' }))
  })

  it('with a field too many', () => {
    const fields = readDer(root.certificate.encoded).children.map(child => child.encoded)
    expect(() => readCertificate(sequence(...fields, integer(1)))).toThrow(
      expect.objectContaining({ code: 'unexpected' }),
    )
  })
})
