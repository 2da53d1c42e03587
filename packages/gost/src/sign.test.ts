// Making signatures: the examples of the standard, and what only the signer could get wrong.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Curve } from './curve.ts'
import { TC26_256_A, TC26_512_A } from './curve-parameters.ts'
import { writeBigEndian } from './integer-bytes.ts'
import { provePublicKey, publicKeyOf } from './keys.ts'
import { signDigest } from './sign.ts'
import { verifyDigest } from './verify.ts'

type Example = Record<'p' | 'a' | 'b' | 'q' | 'x' | 'y' | 'd' | 'qx' | 'qy' | 'e' | 'k' | 'r' | 's', string>

const { examples } = JSON.parse(readFileSync(new URL('../vectors/rfc7091.json', import.meta.url), 'utf8')) as {
  examples: (Example & { name: string; bytes: 32 | 64 })[]
}

for (const { name, bytes, ...hex } of examples)
  describe(`the example of RFC 7091 with ${name}`, () => {
    const n = (field: keyof Example): bigint => BigInt(`0x${hex[field]}`)
    const curve: Curve = { name, bytes, p: n('p'), a: n('a'), b: n('b'), q: n('q'), cofactor: 1n, x: n('x'), y: n('y') }
    const key = { curve, x: n('qx'), y: n('qy') }

    it('has the public key of its private key', () =>
      expect(publicKeyOf({ curve, d: n('d') })).toEqual(provePublicKey(key)))

    it('is signed as printed when the source of randomness gives its k', () =>
      expect(signDigest({ curve, d: n('d') }, n('e'), length => writeBigEndian(n('k'), length))).toEqual({
        r: n('r'),
        s: n('s'),
      }))

    it('verifies', () => expect(verifyDigest(key, n('e'), { r: n('r'), s: n('s') })).toBe(true))
    it('does not verify for another number', () =>
      expect(verifyDigest(key, n('e') ^ 1n, { r: n('r'), s: n('s') })).toBe(false))
  })

describe('signing', () => {
  const key = { curve: TC26_512_A, d: 0x1234567890abcdefn }

  it('signs 1 when the number is 0 or q, as the standard says', () => {
    const randomBytes = (length: number) => new Uint8Array(length).fill(9)
    const one = signDigest(key, 1n, randomBytes)
    expect(signDigest(key, 0n, randomBytes)).toEqual(one)
    expect(signDigest(key, TC26_512_A.q, randomBytes)).toEqual(one)
  })

  it('draws another k when s would be 0', () => {
    const curve = TC26_256_A
    const r = curve.x % curve.q // for k = 1
    const d = curve.q - 1n
    const e = r // s = r·(q − 1) + 1·r ≡ 0
    const draws = [1n, 2n].map(k => writeBigEndian(k, 32))
    const { s } = signDigest({ curve, d }, e, () => draws.shift() ?? new Uint8Array(32))
    expect(s).not.toBe(0n)
    expect(draws).toEqual([])
  })

  it('never uses a broken source of randomness', () =>
    expect(() => signDigest(key, 1n, () => new Uint8Array(1))).toThrow(
      expect.objectContaining({ code: 'random-length' }),
    ))
})
