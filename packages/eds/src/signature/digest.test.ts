// Which digests are for signatures, and which for imprints alone.
import { describe, expect, it } from 'vitest'
import { digest, digestName, digestsOf, imprintName } from './digest.ts'

describe('a digest', () => {
  for (const [oid, name] of [
    ['1.2.398.3.10.1.3.3', 'streebog512'],
    ['1.2.643.7.1.1.2.2', 'streebog256'],
    ['1.2.398.3.10.1.3.1', 'gost34311'],
    ['2.16.840.1.101.3.4.2.1', 'sha256'],
    ['2.16.840.1.101.3.4.2.2', 'sha384'],
    ['2.16.840.1.101.3.4.2.3', 'sha512'],
  ] as const)
    it(`${oid} is ${name}, for signatures and imprints`, () => {
      expect([digestName(oid), imprintName(oid)]).toEqual([name, name])
      expect(digest(name, new Uint8Array(3))).toHaveLength(name.endsWith('512') ? 64 : name === 'sha384' ? 48 : 32)
    })

  it('SHA-1 is for imprints and never for signatures', () => {
    expect([digestName('1.3.14.3.2.26'), imprintName('1.3.14.3.2.26')]).toEqual([undefined, 'sha1'])
    expect(Buffer.from(digest('sha1', Buffer.from('abc'))).toString('hex')).toBe(
      'a9993e364706816aba3e25717850c26c9cd0d89d', // FIPS 180-4's example
    )
  })

  for (const [oid, what] of [
    ['1.2.840.113549.2.5', 'MD5'],
    ['2.16.840.1.101.3.4.2.4', 'SHA-224'],
    ['1.2.643.2.2.9', 'GOST R 34.11-94 of the Russian registry, which has another substitution'],
    ['1.2.398.3.10.1.3.1.1.1', '"parameter 1" of GOST 34.311-95, which nobody has seen'],
  ] as const)
    it(`${oid} is none: ${what}`, () => expect([digestName(oid), imprintName(oid)]).toEqual([undefined, undefined]))

  it('of one message is computed once', () => {
    const of = digestsOf(new Uint8Array(1))
    expect(of('sha256')).toBe(of('sha256'))
    expect(of('sha256')).not.toBe(of('sha512'))
  })
})
