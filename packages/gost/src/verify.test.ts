// Checking signatures: what was signed holds, and nothing near it does.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BIGINT_ENGINE } from './bigint-engine.ts'
import type { Curve } from './curve.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { invert } from './field.ts'
import { publicKeyOf } from './keys.ts'
import { KZ, RFC9215 } from './layout.ts'
import { signDigest } from './sign.ts'
import type { Signature } from './signature.ts'
import { verifyDigest, verifyWith } from './verify.ts'

/** Octets that look random and are the same in every run. */
const seeded = (seed: string) => {
  let draw = 0
  return (length: number) => createHash('shake256', { outputLength: length }).update(`${seed} ${draw++}`).digest()
}

const CURVES: readonly Curve[] = [TC26_512_A, TC26_512_B, TC26_512_C, TC26_256_A, CRYPTOPRO_A]

for (const curve of CURVES)
  describe(`a signature on ${curve.name}`, () => {
    const scalar = fc.bigInt({ min: 1n, max: curve.q - 1n })

    it('holds for what was signed and for nothing else', () => {
      fc.assert(
        fc.property(scalar, scalar, fc.string(), (d, e, seed) => {
          const key = publicKeyOf({ curve, d })
          const { r, s } = signDigest({ curve, d }, e, seeded(seed))
          expect(verifyDigest(key, e, { r, s })).toBe(true)
          expect(verifyDigest(key, e + 1n, { r, s })).toBe(false)
          expect(verifyDigest(key, e, { r, s: curve.q - s })).toBe(false)
          expect(verifyDigest(key, e, { r: s, s: r })).toBe(false)
        }),
        { seed: 3410, numRuns: 5 },
      )
    })

    it('is judged as the equation says even where points meet: small keys, small halves', () => {
      const small = fc.bigInt({ min: 1n, max: 9n })
      fc.assert(
        fc.property(small, small, small, small, (d, e, r, s) => {
          const multiplier = ((s + (curve.q - r) * d) * invert(e, curve.q)) % curve.q
          const x = multiplier === 0n ? undefined : BIGINT_ENGINE.multiplyGenerator(curve, multiplier).x % curve.q
          expect(verifyDigest(publicKeyOf({ curve, d }), e, { r, s })).toBe(x === r)
        }),
        { seed: 2015, numRuns: 10 },
      )
    })
  })

describe('checking', () => {
  const curve = TC26_256_A
  const { q } = curve
  const d = 0x5ca1ab1en
  const key = publicKeyOf({ curve, d })
  const e = 0xfeedn
  const signature = signDigest({ curve, d }, e, seeded('checking'))

  for (const [what, change] of [
    ['r = 0', { r: 0n }],
    ['s = 0', { s: 0n }],
    ['r = q', { r: q }],
    ['r + q', { r: signature.r + q }],
    ['s + q', { s: signature.s + q }],
    ['r − q', { r: signature.r - q }],
    ['−s', { s: -signature.s }],
  ] as const)
    it(`answers false for ${what}`, () => expect(verifyDigest(key, e, { ...signature, ...change })).toBe(false))

  it('takes 0 and q for 1', () => {
    const ofOne = signDigest({ curve, d }, 1n, seeded('one'))
    expect([0n, 1n, q, q + 1n].map(number => verifyDigest(key, number, ofOne))).toEqual([true, true, true, true])
  })

  it('answers false when the sum is the zero of the group', () => {
    const generator = publicKeyOf({ curve, d: 1n }) // C = (s − r)/e · P
    expect(verifyDigest(generator, e, { r: 5n, s: 5n })).toBe(false)
    const opposite = publicKeyOf({ curve, d: q - 1n })
    expect(verifyDigest(opposite, e, { r: 5n, s: q - 5n })).toBe(false)
  })

  it('accepts an x of C that is q or more, since r is its remainder', () => {
    const wrapped = Array.from({ length: 8 }, (_, k) => BIGINT_ENGINE.multiplyGenerator(curve, BigInt(k + 1)).x)
    const k = BigInt(wrapped.findIndex(x => x >= q) + 1)
    const r = (wrapped[Number(k) - 1] ?? 0n) % q
    expect(k).toBeGreaterThan(0n)
    expect(verifyDigest(key, e, { r, s: (r * d + k * e) % q })).toBe(true)
  })

  it('answers false for another key', () =>
    expect(verifyDigest(publicKeyOf({ curve, d: d + 1n }), e, signature)).toBe(false))

  it('answers false for a signature read in the other layout', () => {
    const { curve, d } = { curve: TC26_512_B, d: 0xdec0den }
    const made = signDigest({ curve, d }, e, seeded('layouts'))
    const readable = (other: Signature) => other.r < curve.q && other.s < curve.q
    const swapped = { r: flip(made.s), s: flip(made.r) }
    expect(KZ.writeSignature(curve, made).toReversed()).toEqual(RFC9215.writeSignature(curve, made))
    expect(readable(swapped) && verifyDigest(publicKeyOf({ curve, d }), e, swapped)).toBe(false)
  })

  it('keeps a signature out of range from any engine', () => {
    const verify = verifyWith({ ...BIGINT_ENGINE, holds: () => true })
    expect(verify(key, e, signature)).toBe(true)
    expect(verify(key, e, { ...signature, r: 0n })).toBe(false)
  })
})

/** The same octets from the other end. */
function flip(n: bigint): bigint {
  return KZ.digestToNumber(Buffer.from(n.toString(16).padStart(128, '0'), 'hex'))
}
