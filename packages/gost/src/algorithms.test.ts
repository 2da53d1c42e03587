// Identifiers: each arc has its layout, and what is not listed is unknown.
import { describe, expect, it } from 'vitest'
import { digestAlgorithm, keyAlgorithm, signatureAlgorithm } from './algorithms.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { KZ, RFC9215 } from './layout.ts'

describe('a key algorithm', () => {
  for (const [key, set, layout, curve] of [
    ['1.2.398.3.10.1.1.2.2', '1.2.398.3.10.1.1.2.2.1', KZ, TC26_512_A],
    ['1.2.398.3.10.1.1.2.1', '1.2.398.3.10.1.1.2.1.1', KZ, TC26_256_A],
    ['1.2.643.7.1.1.1.2', '1.2.643.7.1.2.1.2.1', RFC9215, TC26_512_A],
    ['1.2.643.7.1.1.1.2', '1.2.643.7.1.2.1.2.2', RFC9215, TC26_512_B],
    ['1.2.643.7.1.1.1.2', '1.2.643.7.1.2.1.2.3', RFC9215, TC26_512_C],
    ['1.2.643.7.1.1.1.1', '1.2.643.7.1.2.1.1.1', RFC9215, TC26_256_A],
    ['1.2.643.7.1.1.1.1', '1.2.643.7.1.2.1.1.2', RFC9215, CRYPTOPRO_A],
    ['1.2.643.7.1.1.1.1', '1.2.643.2.2.35.1', RFC9215, CRYPTOPRO_A],
    ['1.2.643.7.1.1.1.1', '1.2.643.2.2.36.0', RFC9215, CRYPTOPRO_A],
  ] as const)
    it(`${key} with ${set} is ${curve.name} in layout ${layout.name}`, () =>
      expect(keyAlgorithm(key, set)).toEqual({
        layout,
        curve,
        digest: curve.bytes === 64 ? 'streebog512' : 'streebog256',
      }))

  for (const [key, set, because] of [
    ['1.2.398.3.10.1.1.2.2', '1.2.643.7.1.2.1.2.1', 'the parameter set is of the other arc'],
    ['1.2.643.7.1.1.1.2', '1.2.398.3.10.1.1.2.2.1', 'the parameter set is of the other arc'],
    ['1.2.398.3.10.1.1.2.2', '1.2.398.3.10.1.1.2.1.1', 'the parameter set is for 256 bits'],
    ['1.2.643.7.1.1.1.2', '1.2.643.7.1.2.1.2.0', 'the test parameter set is for examples'],
    ['1.2.643.7.1.1.1.1', '1.2.643.2.2.35.0', 'the test parameter set is for examples'],
    ['1.2.398.3.10.1.1.1.1', '1.2.398.3.10.1.1.1.1.1', 'GOST 34.310-2004 is legacy'],
    ['1.2.398.3.10.1.1.2.3.2', '1.2.398.3.10.1.1.2.2.1', 'it is a signature algorithm'],
    ['constructor', 'constructor', 'it is no identifier'],
  ] as const)
    it(`${key} with ${set} is unknown: ${because}`, () => expect(keyAlgorithm(key, set)).toBeUndefined())
})

describe('a signature algorithm', () => {
  for (const [oid, layout, digest, bytes] of [
    ['1.2.398.3.10.1.1.2.3.1', KZ, 'streebog256', 32],
    ['1.2.398.3.10.1.1.2.3.2', KZ, 'streebog512', 64],
    ['1.2.643.7.1.1.3.2', RFC9215, 'streebog256', 32],
    ['1.2.643.7.1.1.3.3', RFC9215, 'streebog512', 64],
  ] as const)
    it(`${oid} is ${digest} in layout ${layout.name}`, () =>
      expect(signatureAlgorithm(oid)).toEqual({ layout, digest, bytes }))

  it('is unknown for RSA', () => expect(signatureAlgorithm('1.2.840.113549.1.1.11')).toBeUndefined())
})

describe('a digest algorithm', () => {
  for (const [oid, name] of [
    ['1.2.398.3.10.1.3.2', 'streebog256'],
    ['1.2.398.3.10.1.3.3', 'streebog512'],
    ['1.2.643.7.1.1.2.2', 'streebog256'],
    ['1.2.643.7.1.1.2.3', 'streebog512'],
    ['1.2.398.3.10.1.3.1', undefined], // GOST 34.311-95, which is legacy
    ['2.16.840.1.101.3.4.2.1', undefined], // SHA-256
  ] as const)
    it(`${oid} is ${name ?? 'unknown'}`, () => expect(digestAlgorithm(oid)).toBe(name))
})
