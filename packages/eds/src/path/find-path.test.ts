// Paths that hold, that are missing, that are broken, and that would never end. RFC 5280 §6.1.
import { describe, expect, it } from 'vitest'
import { nullValue, oid, sequence } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { algorithm, gostKey, rsaKey } from '../test-keys.ts'
import type { Certificate } from '../x509/certificate.ts'
import { valuesOf } from '../x509/name.ts'
import { findPath, type Trust } from './find-path.ts'
import { linkName, type VerifiedLinks } from './link.ts'

const rootKey = rsaKey('root')
const issuingKey = rsaKey('issuing')
const personKey = rsaKey('person')
const root = make.makeRoot(rootKey)
const issuing = make.makeAuthority(root, issuingKey, 'ISSUING')
const person = make.makePerson(issuing, personKey)

type Difference = { anchors?: readonly make.Issued[]; intermediates?: readonly make.Issued[]; at?: Date }

function trust({ anchors = [root], intermediates = [issuing], at = make.NOON }: Difference): Trust {
  const certificates = (all: readonly make.Issued[]) => all.map(({ certificate }) => certificate)
  return { anchors: certificates(anchors), intermediates: certificates(intermediates), at }
}

const pathOf = (subject: make.Issued, difference: Difference = {}) => findPath(subject.certificate, trust(difference))
const codesOf = (subject: make.Issued, difference: Difference = {}) => pathOf(subject, difference).codes
const namesOf = (chain: readonly Certificate[]) => chain.map(({ subject }) => valuesOf(subject, '2.5.4.3')[0])

describe('a path', () => {
  it('leads from the person over the issuing authority to the root', () => {
    const { chain, codes } = pathOf(person)
    expect(codes).toEqual([])
    expect(namesOf(chain)).toEqual(['СЫНАҚОВ СЫНАҚ', 'ISSUING', 'ROOT'])
  })

  it('ends at an issuing authority that is pinned, though it is not self-signed', () => {
    expect(namesOf(pathOf(person, { anchors: [issuing], intermediates: [] }).chain)).toEqual([
      'СЫНАҚОВ СЫНАҚ',
      'ISSUING',
    ])
  })

  it('may be the pinned certificate itself', () => {
    expect(pathOf(person, { anchors: [person], intermediates: [] })).toEqual({ chain: [person.certificate], codes: [] })
  })

  it('is verified with GOST signatures as with RSA ones', () => {
    const authority = make.makeRoot(gostKey('gost root'))
    expect(codesOf(make.makePerson(authority, gostKey('gost person')), { anchors: [authority] })).toEqual([])
    const small = make.makeRoot(gostKey('small root', 256))
    expect(codesOf(make.makePerson(small, gostKey('gost person')), { anchors: [small] })).toEqual([])
  })

  it('is found past a look-alike of the issuing authority', () => {
    const lookAlike = make.makeAuthority(make.makeRoot(rsaKey('stranger')), rsaKey('stranger'), 'ISSUING')
    expect(codesOf(person, { intermediates: [lookAlike, issuing] })).toEqual([])
  })

  it('is found under the renewed certificate of an authority when the old one has ended', () => {
    const old = make.makeAuthority(root, issuingKey, 'ISSUING', { notAfter: new Date('2026-06-01') })
    expect(codesOf(person, { anchors: [old, root], intermediates: [issuing] })).toEqual([])
  })

  it('is not found when nobody is trusted, whatever certificates are there', () => {
    expect(pathOf(person, { anchors: [], intermediates: [issuing, root] })).toEqual({
      chain: [],
      codes: ['path-not-found'],
    })
  })

  it('is not found when the issuing authority is missing', () => {
    expect(codesOf(person, { intermediates: [] })).toEqual(['path-not-found'])
  })

  it('is not found under an authority of the same name with another key identifier', () => {
    const extensions = [make.keyUsage(0xc0), make.authorityKeyId('ISSUING 2')]
    expect(codesOf(make.makePerson(issuing, personKey, { extensions }))).toEqual(['path-not-found'])
  })

  it('is found by a name that is the same by RFC 5280 §7.1, though written otherwise', () => {
    const otherwise = make.nameOf([
      ['2.5.4.3', ' issuing  '],
      ['2.5.4.6', 'kz'],
    ])
    expect(codesOf(make.makePerson({ ...issuing, name: otherwise }, personKey))).toEqual([])
  })

  it('is not found by a name that only reads alike', () => {
    const otherOrder = make.nameOf([
      ['2.5.4.6', 'KZ'],
      ['2.5.4.3', 'ISSUING'],
    ])
    expect(codesOf(make.makePerson({ ...issuing, name: otherOrder }, personKey))).toEqual(['path-not-found'])
  })
})

describe('the time of a path', () => {
  for (const [at, codes] of [
    ['2026-01-01T00:00:00Z', []],
    ['2027-01-01T00:00:00Z', []],
    ['2027-01-01T00:00:00.999Z', []],
    ['2025-12-31T23:59:59.999Z', ['certificate-not-yet-valid']],
    ['2027-01-01T00:00:01Z', ['certificate-expired']],
  ] as const)
    it(`at ${at} is ${codes[0] ?? 'in time: the bounds are included'}`, () =>
      expect(codesOf(person, { at: new Date(at) })).toEqual(codes))

  it('is not in time when the anchor is not, and is told whole all the same', () => {
    const ended = make.makeRoot(rootKey, 'ROOT', { notAfter: new Date('2026-06-01') })
    const path = pathOf(person, { anchors: [ended] })
    expect(path.codes).toEqual(['certificate-expired'])
    expect(path.chain).toHaveLength(3)
  })
})

describe('a trusted path', () => {
  it('is remembered for its authorities, and not for the person', () => {
    const verifiedLinks: VerifiedLinks = new Set()
    findPath(person.certificate, { ...trust({}), verifiedLinks })
    expect(verifiedLinks.size).toBe(1)
    expect(findPath(person.certificate, { ...trust({}), verifiedLinks }).codes).toEqual([])
  })
})

describe('a broken path is invalid:', () => {
  const authority = (...extensions: readonly Uint8Array[]) =>
    make.makeAuthority(root, issuingKey, 'ISSUING', { extensions })
  const under = (intermediate: make.Issued) =>
    codesOf(make.makePerson(intermediate, personKey), { intermediates: [intermediate] })
  const insisting = make.extension('1.2.398.3.3.99', nullValue(), 'critical')

  it('the signature on the certificate is not the authority’s', () => {
    const forged = make.makePerson({ key: rsaKey('stranger'), name: issuing.name }, personKey)
    expect(codesOf(forged)).toEqual(['path-invalid'])
  })

  it('a bit of the signature is flipped', () => {
    const changeSignature = (signature: Uint8Array) => signature.map((octet, i) => (i === 9 ? octet ^ 1 : octet))
    expect(codesOf(make.makePerson(issuing, personKey, { changeSignature }))).toEqual(['path-invalid'])
  })

  for (const [what, signatureAlgorithm] of [
    ['in their identifier', algorithm('1.2.840.113549.1.1.12')],
    ['in a NULL only', sequence(oid('1.2.840.113549.1.1.11'))],
  ] as const)
    it(`the two signature algorithms of a certificate differ ${what}`, () =>
      expect(codesOf(make.makePerson(issuing, personKey, { signatureAlgorithm }))).toEqual(['path-invalid']))

  for (const [because, intermediate] of [
    ['the issuer does not say that it is an authority', authority(make.keyUsage(0x06))],
    ['the issuer says neither that it is an authority nor what its key is for', authority()],
    ['the issuer says that it is none, and not what its key is for', authority(make.basicConstraints(false))],
    ['the issuer says that it is none', authority(make.basicConstraints(false), make.keyUsage(0x06))],
    ['the issuer’s key may not sign certificates', authority(make.basicConstraints(true), make.keyUsage(0xc0))],
    [
      'the issuer insists on an extension that we do not know',
      authority(...make.authorityExtensions('ISSUING'), insisting),
    ],
  ] as const) {
    it(because, () => expect(under(intermediate)).toEqual(['path-invalid']))
    it(`${because}, though it is pinned`, () =>
      expect(codesOf(make.makePerson(intermediate, personKey), { anchors: [intermediate] })).toEqual(['path-invalid']))
  }

  it('the person’s certificate insists on an extension that we do not know', () => {
    expect(codesOf(make.makePerson(issuing, personKey, { extensions: [insisting] }))).toEqual(['path-invalid'])
  })

  it('the issuer is another person', () => {
    expect(codesOf(make.makePerson(person, rsaKey('stranger')), { intermediates: [issuing, person] })).toEqual([
      'path-invalid',
    ])
  })

  it('an authority stands under one whose path length is 0', () => {
    const last = make.makeAuthority(root, issuingKey, 'ISSUING', { extensions: make.authorityExtensions('ISSUING', 0) })
    const below = make.makeAuthority(last, rsaKey('below'), 'BELOW')
    expect(codesOf(make.makePerson(last, personKey), { intermediates: [last] })).toEqual([])
    expect(codesOf(make.makePerson(below, personKey), { intermediates: [last, below] })).toEqual(['path-invalid'])
  })

  it('a self-issued authority does not count towards the path length', () => {
    const extensions = make.authorityExtensions('ROOT', 0)
    const short = make.makeRoot(rootKey, 'ROOT', { extensions })
    const renewed = make.makeAuthority(short, issuingKey, 'ROOT', { extensions: make.authorityExtensions('ROOT 2') })
    expect(codesOf(make.makePerson(renewed, personKey), { anchors: [short], intermediates: [renewed] })).toEqual([])
  })

  it('an RSA key of 1024 bits counts as an algorithm that we do not use', () => {
    const weak = make.makeRoot(rsaKey('weak', 1024))
    expect(codesOf(make.makePerson(weak, personKey), { anchors: [weak] })).toEqual(['algorithm-unsupported'])
  })
})

describe('a search for a path ends', () => {
  it('in a loop of two authorities that certify each other', () => {
    const a = make.makeRoot(rsaKey('loop a'), 'A')
    const b = make.makeRoot(rsaKey('loop b'), 'B')
    const ab = make.makeAuthority(a, b.key, 'B')
    const ba = make.makeAuthority(b, a.key, 'A')
    expect(codesOf(make.makePerson(b, personKey), { intermediates: [ab, ba] })).toEqual(['path-not-found'])
  })

  it('without walking a loop on its way to the root', () => {
    const a = make.makeAuthority(root, rsaKey('loop a'), 'A')
    const b = make.makeAuthority(a, rsaKey('loop b'), 'B')
    const backToA = make.makeAuthority(b, a.key, 'A')
    const { chain } = pathOf(make.makePerson(b, personKey), { intermediates: [backToA, a, b] })
    expect(namesOf(chain)).toEqual(['СЫНАҚОВ СЫНАҚ', 'B', 'A', 'ROOT'])
  })

  it('after a bounded number of signatures among many look-alikes', () => {
    const lookAlikes = Array.from({ length: 70 }, (_, i) =>
      make.makeAuthority(make.makeRoot(rsaKey('stranger'), 'ROOT'), rsaKey('stranger'), 'ISSUING', {
        serial: BigInt(i + 1),
      }),
    )
    expect(codesOf(person, { intermediates: lookAlikes })).toEqual(['limit-exceeded'])
  })

  it('after a bounded number of steps among authorities whose links are known', () => {
    const keys = Array.from({ length: 6 }, (_, i) => rsaKey(`mesh ${i}`))
    const mesh = keys.flatMap((key, i) =>
      keys.map((other, j) =>
        make.makeAuthority({ key: other, name: make.authorityName(`MESH ${j}`) }, key, `MESH ${i}`),
      ),
    )
    const certificates = mesh.map(({ certificate }) => certificate)
    const verifiedLinks = new Set(
      certificates.flatMap(issuer => certificates.map(subject => linkName(issuer, subject))),
    )
    const last = mesh[0] ?? root
    const search = { ...trust({}), intermediates: certificates, verifiedLinks }
    expect(findPath(make.makePerson(last, personKey).certificate, search).codes).toEqual(['limit-exceeded'])
  })

  it('at a bounded length: eight certificates, not nine', () => {
    const steps: make.Issued[] = []
    for (let i = 0; i < 7; i++)
      steps.push(make.makeAuthority(steps.at(-1) ?? root, rsaKey(`step ${i % 3}`), `STEP ${i}`))
    const under = (count: number) =>
      codesOf(make.makePerson(steps[count - 1] ?? root, personKey), { intermediates: steps.slice(0, count) })
    expect(under(6)).toEqual([])
    expect(under(7)).toEqual(['path-not-found'])
  })
})
