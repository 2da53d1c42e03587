// Keys: what is made lies where it should, what is read is proved, and broken sources of randomness are noticed.
import { describe, expect, it } from 'vitest'
import { TC26_256_A, TC26_512_A, TC26_512_C } from './curve-parameters.ts'
import { generatePrivateKey, provePublicKey, publicKeyOf } from './keys.ts'

const q = TC26_256_A.q

describe('a new private key', () => {
  it('is what the source gave when that is in 1 … q−1', () => {
    const bytes = new Uint8Array(32)
    bytes[31] = 5
    expect(generatePrivateKey(TC26_256_A, () => bytes).d).toBe(5n)
  })

  it('is drawn again while the source gives zero or q and above, so that it is uniform', () => {
    const draws = [0n, q, q + 1n, 2n ** 255n - 1n, q - 1n].map(n =>
      Buffer.from(n.toString(16).padStart(64, '0'), 'hex'),
    )
    expect(generatePrivateKey(TC26_256_A, () => draws.shift() ?? Buffer.alloc(32)).d).toBe(q - 1n)
  })

  it('is refused from a source that gives another number of octets', () =>
    expect(() => generatePrivateKey(TC26_512_A, () => new Uint8Array(63))).toThrow(
      expect.objectContaining({ code: 'random-length' }),
    ))

  it('is refused from a source that is stuck', () =>
    expect(() => generatePrivateKey(TC26_512_A, length => new Uint8Array(length))).toThrow(
      expect.objectContaining({ code: 'random-stuck' }),
    ))
})

describe('a public key', () => {
  it('is the generator for d = 1 and its opposite for d = q − 1', () => {
    const { x, y, p } = TC26_512_A
    expect(publicKeyOf({ curve: TC26_512_A, d: 1n })).toEqual({ curve: TC26_512_A, x, y })
    expect(publicKeyOf({ curve: TC26_512_A, d: TC26_512_A.q - 1n })).toEqual({ curve: TC26_512_A, x, y: p - y })
  })

  it('is proved when it was made here', () => {
    const key = publicKeyOf({ curve: TC26_512_C, d: 0xc0ffeen })
    expect(provePublicKey(key)).toBe(key)
  })

  const { p, x, y } = TC26_256_A
  for (const [what, point, code] of [
    ['nothing at all', { x: 0n, y: 0n }, 'key-not-on-curve'],
    ['the generator with y + 1', { x, y: y + 1n }, 'key-not-on-curve'],
    ['the generator with its coordinates exchanged', { x: y, y: x }, 'key-not-on-curve'],
    ['the generator with x + p', { x: x + p, y }, 'key-out-of-range'],
    ['the generator with y − p', { x, y: y - p }, 'key-out-of-range'],
    [
      'a point of order 2',
      { x: 0x100fe73f595ff158e974b44d478d9588744fe5c192ac47ea63075dce7a14aaan, y: 0n },
      'key-order',
    ],
    [
      'a point of order 4',
      {
        x: 0x7f7f80c60535007538b45a5d95c39353bc5d80d1f36a9dc0ace7c5118c2f5977n,
        y: 0x7e7e82520f9f015faa1d0f18c14ab9fb35188275da3fd94206b74f34a48e0ecdn,
      },
      'key-order',
    ],
    [
      'a point of order 2q: the generator and a point of order 2',
      {
        x: 0x18476b1af2e5cecdc380e4c91d2a3a5c2b6c0788066615e2b4e9a63246463e96n,
        y: 0x4cfa952e3b48a1409977e07faba396136986d7e8edc05c336154375be5070030n,
      },
      'key-order',
    ],
  ] as const)
    it(`is refused when it is ${what}`, () =>
      expect(() => provePublicKey({ curve: TC26_256_A, ...point })).toThrow(expect.objectContaining({ code })))
})
