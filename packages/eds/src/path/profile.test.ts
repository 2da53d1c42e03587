// Which certificates are inconsistent in themselves, and which are only against the profile. RFC 5280 §4.
import { describe, expect, it } from 'vitest'
import { generalizedTime, sequence, utcTime } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import {
  address,
  alternativeNames,
  directory,
  dns,
  inhibitAnyPolicy,
  mail,
  nameConstraints,
  policyConstraints,
  registeredId,
  uri,
} from '../test-extensions.ts'
import { rsaKey } from '../test-keys.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkProfile, type Profile } from './profile.ts'

const key = rsaKey('profile')
const root = make.makeRoot(rsaKey('root'))
const NOBODY = sequence()
const IDENTIFIED = [make.keyUsage(0xc0), make.authorityKeyId('ROOT')]
const AUTHORITY = [...make.authorityExtensions('A'), make.authorityKeyId('ROOT')]

function verdicts({ certificate }: { readonly certificate: Certificate }, isAnchor = false) {
  const passes = (profile: Profile) => {
    try {
      checkProfile(certificate, profile, isAnchor)
      return true
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'path-invalid' })
      return false
    }
  }
  return { consistent: passes('consistent'), strict: passes('strict') }
}

const holder = (extensions: readonly Uint8Array[], options: make.CertificateOptions = {}) =>
  make.makePerson(root, key, { extensions, ...options })
const nobody = (...extensions: readonly Uint8Array[]) => make.issue(root, { key, name: NOBODY }, { extensions })
const critical = (extension: string, value: Uint8Array) => make.extension(extension, value, 'critical')
const certSign = (...more: readonly Uint8Array[]) => holder([make.keyUsage(0x04), make.authorityKeyId('ROOT'), ...more])

describe('a certificate that keeps to the profile', () => {
  for (const [what, certificate] of [
    ['of a person', holder(IDENTIFIED)],
    ['of an authority', holder(AUTHORITY)],
    ['of an authority with name constraints', holder([...AUTHORITY, nameConstraints({ excluded: [dns('kz')] })])],
    ['named beside its empty subject', nobody(...IDENTIFIED, critical('2.5.29.17', sequence(dns('gov.kz'))))],
    [
      'with alternative names of every form',
      holder([
        ...IDENTIFIED,
        alternativeNames(
          dns('*.gov.kz'),
          mail('a@gov.kz'),
          uri('urn:a:b'),
          address(1, 2, 3, 4),
          directory(make.personName()),
          registeredId(),
        ),
      ]),
    ],
    ['until 2049 and from 2050', holder(IDENTIFIED, { notAfter: new Date('2050-01-01') })],
    ['with the longest serial number', holder(IDENTIFIED, { serial: (1n << 159n) - 1n })],
  ] as const)
    it(what, () => expect(verdicts(certificate)).toEqual({ consistent: true, strict: true }))
})

describe('a certificate contradicts itself', () => {
  for (const [what, certificate] of [
    ['without an issuer', make.makePerson({ ...root, name: NOBODY }, key, { extensions: IDENTIFIED })],
    ['as an authority without a name', nobody(...AUTHORITY)],
    ['as a holder without any name', nobody(...IDENTIFIED)],
    ['as a holder whose only name may be ignored', nobody(...IDENTIFIED, alternativeNames(dns('gov.kz')))],
    ['signing certificates, and no authority', certSign()],
    ['signing certificates, and said to be none', certSign(make.basicConstraints(false))],
    [
      'with a path length, and not signing certificates',
      holder([
        make.basicConstraints(true, 0),
        make.keyUsage(0x02),
        make.subjectKeyId('A'),
        make.authorityKeyId('ROOT'),
      ]),
    ],
    ['with name constraints, and no authority', holder([...IDENTIFIED, nameConstraints({ excluded: [dns('kz')] })])],
  ] as const)
    it(what, () => expect(verdicts(certificate)).toEqual({ consistent: false, strict: false }))
})

describe('a certificate is against the profile only when strict:', () => {
  const validity = (notBefore: Uint8Array, notAfter: Uint8Array) => sequence(notBefore, notAfter)
  const early = new Date('2026-01-01')
  for (const [what, certificate] of [
    ['its serial number is zero', holder(IDENTIFIED, { serial: 0n })],
    ['its serial number is negative', holder(IDENTIFIED, { serial: -1n })],
    ['its serial number has 21 octets', holder(IDENTIFIED, { serial: 1n << 159n })],
    ['it does not identify its issuer’s key', holder([make.keyUsage(0xc0)])],
    [
      'an authority’s key has no identifier',
      holder([make.basicConstraints(true), make.keyUsage(0x06), make.authorityKeyId('ROOT')]),
    ],
    [
      'an authority does not insist on being one',
      holder([
        make.extension('2.5.29.19', sequence(Uint8Array.of(1, 1, 0xff))),
        make.keyUsage(0x06),
        make.subjectKeyId('A'),
        make.authorityKeyId('ROOT'),
      ]),
    ],
    [
      'it does not insist on its name constraints',
      holder([...AUTHORITY, nameConstraints({ excluded: [dns('kz')] }, 'not-critical')]),
    ],
    ['it does not insist on its policy constraints', holder([...AUTHORITY, policyConstraints({ requireExplicit: 0 })])],
    [
      'it does not insist on the end of anyPolicy',
      holder([...AUTHORITY, make.extension('2.5.29.54', Uint8Array.of(2, 1, 0))]),
    ],
    [
      'a time before 2050 is a GeneralizedTime',
      holder(IDENTIFIED, { validity: validity(generalizedTime(early), utcTime(early)) }),
    ],
    ['a host has an underscore', holder([...IDENTIFIED, alternativeNames(dns('a_b.kz'))])],
    ['a host is an address', holder([...IDENTIFIED, alternativeNames(dns('10.0.0.1'))])],
    ['a mailbox has no host', holder([...IDENTIFIED, alternativeNames(mail('a'))])],
    ['a URI is relative', holder([...IDENTIFIED, alternativeNames(uri('a/b'))])],
    ['an address has five octets', holder([...IDENTIFIED, alternativeNames(address(1, 2, 3, 4, 5))])],
    ['it offers access to nothing', holder([...IDENTIFIED, make.extension('1.3.6.1.5.5.7.1.1', sequence())])],
  ] as const)
    it(what, () => expect(verdicts(certificate)).toEqual({ consistent: true, strict: false }))

  it('nor need a self-signed certificate identify its issuer’s key', () => {
    expect(verdicts(root)).toEqual({ consistent: true, strict: true })
  })

  it('an anchor is not asked how it was numbered, nor by whom it was issued', () => {
    const odd = holder(make.authorityExtensions('A'), { serial: 0n })
    expect(verdicts(odd, true)).toEqual({ consistent: true, strict: true })
    expect(verdicts(odd)).toEqual({ consistent: true, strict: false })
  })

  it('an authority that insists on the end of anyPolicy keeps to it', () => {
    expect(verdicts(holder([...AUTHORITY, inhibitAnyPolicy(0)])).strict).toBe(true)
  })
})
