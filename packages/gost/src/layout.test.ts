// The two layouts, octet by octet, and what neither of them takes.
import { describe, expect, it } from 'vitest'
import { TC26_256_A, TC26_512_A } from './curve-parameters.ts'
import { writeBigEndian, writeLittleEndian } from './integer-bytes.ts'
import { publicKeyOf } from './keys.ts'
import { KZ, RFC9215 } from './layout.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const le = (n: bigint): Buffer => Buffer.from(writeLittleEndian(n, 32))
const be = (n: bigint): Buffer => Buffer.from(writeBigEndian(n, 32))
const { q, p, x, y } = TC26_256_A

describe('the Kazakh layout', () => {
  it('writes r‖s, each little-endian', () =>
    expect(hex(KZ.writeSignature(TC26_256_A, { r: 0x0102n, s: 3n }))).toBe(
      `0201${'00'.repeat(30)}03${'00'.repeat(31)}`,
    ))

  it('is the Russian one reversed to the octet', () => {
    const signature = { r: 0x0102030405n, s: 0x0708090an }
    const russian = RFC9215.writeSignature(TC26_512_A, signature)
    expect(KZ.writeSignature(TC26_512_A, signature)).toEqual(russian.toReversed())
  })
})

describe('the layout of RFC 9215', () => {
  it('writes s‖r, each big-endian', () =>
    expect(hex(RFC9215.writeSignature(TC26_256_A, { r: 0x0102n, s: 3n }))).toBe(
      `${'00'.repeat(31)}03${'00'.repeat(30)}0102`,
    ))
})

for (const layout of [KZ, RFC9215])
  describe(`layout ${layout.name}`, () => {
    const key = publicKeyOf({ curve: TC26_256_A, d: 0xabcdefn })
    const order = layout === KZ ? (r: bigint, s: bigint) => [le(r), le(s)] : (r: bigint, s: bigint) => [be(s), be(r)]
    const signature = (r: bigint, s: bigint): Buffer => Buffer.concat(order(r, s))

    it('writes a public key as x‖y, each little-endian, and reads it back', () => {
      expect(layout.writePublicKey(key)).toEqual(Uint8Array.from([...le(key.x), ...le(key.y)]))
      expect(layout.readPublicKey(TC26_256_A, layout.writePublicKey(key))).toEqual(key)
    })

    it('writes a private key little-endian and reads it back', () => {
      expect(hex(layout.writePrivateKey({ curve: TC26_256_A, d: 0x0102n }))).toBe(`0201${'00'.repeat(30)}`)
      expect(layout.readPrivateKey(TC26_256_A, le(0x0102n)).d).toBe(0x0102n)
    })

    it('reads a digest little-endian', () => expect(layout.digestToNumber(Uint8Array.of(1, 2))).toBe(0x0201n))

    it('reads the signatures that it writes, up to q − 1', () => {
      for (const pair of [
        { r: 1n, s: 1n },
        { r: q - 1n, s: 1n },
        { r: 1n, s: q - 1n },
      ])
        expect(layout.readSignature(TC26_256_A, layout.writeSignature(TC26_256_A, pair))).toEqual(pair)
    })

    for (const [what, bytes, code] of [
      ['r = 0', signature(0n, 1n), 'signature-out-of-range'],
      ['s = 0', signature(1n, 0n), 'signature-out-of-range'],
      ['both 0', signature(0n, 0n), 'signature-out-of-range'],
      ['r = q', signature(q, 1n), 'signature-out-of-range'],
      ['s = q', signature(1n, q), 'signature-out-of-range'],
      ['r + q', signature(1n + q, 1n), 'signature-out-of-range'],
      ['s + q', signature(1n, 1n + q), 'signature-out-of-range'],
      ['all ones', new Uint8Array(64).fill(0xff), 'signature-out-of-range'],
      ['no octets', new Uint8Array(0), 'signature-length'],
      ['an octet too few', signature(1n, 1n).subarray(1), 'signature-length'],
      ['an octet too many', Buffer.concat([signature(1n, 1n), Buffer.alloc(1)]), 'signature-length'],
      ['one half only', le(1n), 'signature-length'],
      ['the length of the other curve', new Uint8Array(128).fill(1), 'signature-length'],
    ] as const)
      it(`refuses a signature with ${what}`, () =>
        expect(() => layout.readSignature(TC26_256_A, bytes)).toThrow(expect.objectContaining({ code })))

    for (const [what, bytes, code] of [
      ['no octets', new Uint8Array(0), 'key-length'],
      ['an octet too many', Buffer.concat([le(x), le(y), Buffer.alloc(1)]), 'key-length'],
      ['an octet too few', Buffer.concat([le(x), le(y)]).subarray(0, 63), 'key-length'],
      ['zeros, as some write the point at infinity', new Uint8Array(64), 'key-not-on-curve'],
      ['big-endian coordinates', Buffer.concat([be(x), be(y)]), 'key-not-on-curve'],
      ['y‖x', Buffer.concat([le(y), le(x)]), 'key-not-on-curve'],
      ['x = p', Buffer.concat([le(p), le(y)]), 'key-out-of-range'],
    ] as const)
      it(`refuses a public key of ${what}`, () =>
        expect(() => layout.readPublicKey(TC26_256_A, bytes)).toThrow(expect.objectContaining({ code })))

    it('refuses the generator of tc26-512-A written with x + p, which fits the octets', () => {
      const bytes = Buffer.concat([writeLittleEndian(3n + TC26_512_A.p, 64), writeLittleEndian(TC26_512_A.y, 64)])
      expect(() => layout.readPublicKey(TC26_512_A, bytes)).toThrow(
        expect.objectContaining({ code: 'key-out-of-range' }),
      )
    })

    for (const [what, bytes, code] of [
      ['0', le(0n), 'key-out-of-range'],
      ['q', le(q), 'key-out-of-range'],
      ['31 octets', new Uint8Array(31).fill(1), 'key-length'],
    ] as const)
      it(`refuses a private key of ${what}`, () =>
        expect(() => layout.readPrivateKey(TC26_256_A, bytes)).toThrow(expect.objectContaining({ code })))
  })
