// What may be asked of a path besides leading to an anchor: another judge, a depth, a strict profile.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import type { Certificate } from '../x509/certificate.ts'
import { findPath, type Trust } from './find-path.ts'
import type { VerifiedLinks } from './link.ts'

const issuingKey = rsaKey('issuing')
const personKey = rsaKey('person')
const root = make.makeRoot(rsaKey('root'))
const issuing = make.makeAuthority(root, issuingKey, 'ISSUING')
const person = make.makePerson(issuing, personKey)

type Difference = { readonly intermediates?: readonly make.Issued[]; readonly at?: Date }

function trust({ intermediates = [issuing], at = make.NOON }: Difference): Trust {
  return { anchors: [root.certificate], intermediates: intermediates.map(({ certificate }) => certificate), at }
}

describe('what else a path must stand', () => {
  const renewed = make.makeAuthority(root, issuingKey, 'ISSUING', { serial: 2n })
  const judged = (judge: NonNullable<Trust['judge']>) =>
    findPath(person.certificate, { ...trust({ intermediates: [issuing, renewed] }), judge })
  const goesOver = (authority: make.Issued, chain: readonly Certificate[]) => chain[1] === authority.certificate

  it('makes another path the best one', () => {
    const { chain, codes } = judged(chain => (goesOver(issuing, chain) ? ['certificate-revoked'] : []))
    expect(codes).toEqual([])
    expect(goesOver(renewed, chain)).toBe(true)
  })

  it('is told when no path stands it, of the path that is least bad', () => {
    const { chain, codes } = judged(chain => [goesOver(issuing, chain) ? 'certificate-revoked' : 'revocation-unknown'])
    expect(codes).toEqual(['revocation-unknown'])
    expect(goesOver(renewed, chain)).toBe(true)
  })

  it('is told of the first path when all are as bad', () => {
    expect(goesOver(issuing, judged(() => ['certificate-revoked']).chain)).toBe(true)
  })

  it('is told beside the path’s own codes', () => {
    const at = new Date('2028-01-01')
    const { codes } = findPath(person.certificate, { ...trust({ at }), judge: () => ['revocation-unknown'] })
    expect(codes).toEqual(['certificate-expired', 'revocation-unknown'])
  })

  it('keeps the links of a path that does not stand it from being remembered', () => {
    const verifiedLinks: VerifiedLinks = new Set()
    findPath(person.certificate, { ...trust({}), verifiedLinks, judge: () => ['revocation-unknown'] })
    expect(verifiedLinks.size).toBe(0)
  })
})

describe('the depth of a path', () => {
  const renewed = make.makeAuthority(issuing, rsaKey('renewed'), 'ISSUING', {
    extensions: make.authorityExtensions('ISSUING 2'),
  })
  const below = make.makeAuthority(issuing, rsaKey('below'), 'BELOW')
  const between = [issuing, renewed, below].map(({ certificate }) => certificate)
  for (const [what, above, maxDepth, codes] of [
    ['none, under the anchor', root, 0, []],
    ['none, over an authority', issuing, 0, ['path-invalid']],
    ['one, over an authority', issuing, 1, []],
    ['one, over two authorities', below, 1, ['path-invalid']],
    ['one, over an authority and its renewal', renewed, 1, []],
  ] as const)
    it(`is ${what}: ${codes[0] ?? 'trusted'}`, () =>
      expect(
        findPath(make.makePerson(above, personKey).certificate, { ...trust({}), intermediates: between, maxDepth })
          .codes,
      ).toEqual(codes))
})

describe('a strict profile', () => {
  it('is asked of every certificate in the path, and not of others', () => {
    const identified = make.makePerson(issuing, personKey, {
      extensions: [make.keyUsage(0xc0), make.authorityKeyId('ISSUING')],
    })
    const identifiedIssuing = make.makeAuthority(root, issuingKey, 'ISSUING', {
      extensions: [...make.authorityExtensions('ISSUING'), make.authorityKeyId('ROOT')],
    })
    const strict = (subject: make.Issued, ...intermediates: readonly make.Issued[]) =>
      findPath(subject.certificate, { ...trust({ intermediates }), profile: 'strict' }).codes
    expect(strict(identified, identifiedIssuing)).toEqual([])
    expect(strict(identified, issuing, identifiedIssuing)).toEqual([])
    expect(strict(identified, issuing)).toEqual(['path-invalid'])
    expect(strict(person, identifiedIssuing)).toEqual(['path-invalid'])
  })
})
