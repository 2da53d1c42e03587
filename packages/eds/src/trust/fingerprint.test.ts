// Lists of fingerprints, and the ones that are built in.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NATIONAL_AUTHORITIES } from '../national-fingerprints.ts'
import { hasVectors, vector, vectorNames } from '../test-vectors.ts'
import { EARLIER_AUTHORITIES } from './earlier-authorities.ts'
import { readFingerprints } from './fingerprint.ts'

const A = 'ab'.repeat(32)

describe('a list of fingerprints', () => {
  for (const [text, expected, because] of [
    [`${A}  trust/ours.cer\n`, [[A, 'trust/ours.cer']], 'sha256sum writes it so'],
    [`${A} *ours.cer`, [[A, 'ours.cer']], 'sha256sum marks binary files'],
    [`# ours\n\n${A}\r\n`, [[A, '']], 'remarks, empty lines and line ends of Windows are passed over'],
    [A.toUpperCase(), [[A, '']], 'capitals are the same digits'],
    [A.match(/../g)?.join(':') ?? '', [[A, '']], 'openssl puts colons between pairs'],
    ['', [], 'nobody is trusted'],
  ] as const)
    it(`is read from ${JSON.stringify(text.slice(0, 12))}…: ${because}`, () =>
      expect([...readFingerprints(text)]).toEqual(expected))

  for (const [text, line] of [
    [`${A}0`, 1],
    [`${A}\n${A.slice(1)} short`, 2],
    ['ours.cer', 1],
    [`a:${A.slice(1)}`, 1],
  ] as const)
    it(`is refused at line ${line} of ${JSON.stringify(text.slice(-12))}`, () =>
      expect(() => readFingerprints(text)).toThrow(new RangeError(`line ${line} does not begin with a SHA-256`)))
})

describe.skipIf(!hasVectors('pki/vectors/ca-prod'))('the built-in fingerprints', () => {
  it('are those of the certificates that are called so', () => {
    const files = vectorNames('pki/vectors/ca-prod', /\.cer$/)
    const computed = new Map(
      files.map(name => [name, createHash('sha256').update(vector('pki/vectors/ca-prod', name)).digest('hex')]),
    )
    const all = [...NATIONAL_AUTHORITIES, ...EARLIER_AUTHORITIES]
    const right = all.filter(({ file, sha256 }) => computed.get(file) === sha256)
    console.log(`built-in fingerprints: ${right.length} of ${all.length}`)
    expect(right).toEqual(all)
  })
})
