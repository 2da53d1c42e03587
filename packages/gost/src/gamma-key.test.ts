// Keys as Gamma writes them: one header, one length, one curve, and nothing near them.
import { describe, expect, it } from 'vitest'
import { CRYPTOPRO_A, TC26_256_A } from './curve-parameters.ts'
import { readGammaPublicKey } from './gamma-key.ts'
import { writeLittleEndian } from './integer-bytes.ts'
import { publicKeyOf } from './keys.ts'

const HEADER = '060200003aaa00000045433100020000'
const { p } = CRYPTOPRO_A
const key = publicKeyOf({ curve: CRYPTOPRO_A, d: 0xc0ffeen })
const blob = (header: string, x: bigint, y: bigint): Buffer =>
  Buffer.concat([Buffer.from(header, 'hex'), writeLittleEndian(x, 32), writeLittleEndian(y, 32)])
const genuine = blob(HEADER, key.x, key.y)

describe('a key in the form of Gamma', () => {
  it('is read as a point on CryptoPro-A', () => expect(readGammaPublicKey(genuine)).toEqual(key))

  it('is refused whichever octet of its header is another', () => {
    for (let i = 0; i < 16; i++) {
      const changed = Uint8Array.from(genuine, (octet, at) => (at === i ? octet ^ 1 : octet))
      expect(() => readGammaPublicKey(changed)).toThrow(expect.objectContaining({ code: 'key-header' }))
    }
  })

  for (const [what, bytes, code] of [
    ['it has no octets', new Uint8Array(0), 'key-length'],
    ['it is only the header', genuine.subarray(0, 16), 'key-length'],
    ['it has no header', genuine.subarray(16), 'key-length'],
    ['an octet is missing', genuine.subarray(0, 79), 'key-length'],
    ['an octet is too many', Buffer.concat([genuine, Buffer.alloc(1)]), 'key-length'],
    ['it is a private key blob', blob(`07${HEADER.slice(2)}`, key.x, key.y), 'key-header'],
    ['it is for another algorithm', blob(HEADER.replace('3aaa', '40aa'), key.x, key.y), 'key-header'],
    ['it names EC1 an octet earlier', blob('060200003aaa00004543310000020000', key.x, key.y), 'key-header'],
    ['its header comes last', Buffer.concat([genuine.subarray(16), genuine.subarray(0, 16)]), 'key-header'],
    ['its point is zero', blob(HEADER, 0n, 0n), 'key-not-on-curve'],
    ['its point is beside the curve', blob(HEADER, key.x, key.y + 1n), 'key-not-on-curve'],
    ['its point is on another curve', blob(HEADER, TC26_256_A.x, TC26_256_A.y), 'key-not-on-curve'],
    ['it is y‖x', blob(HEADER, key.y, key.x), 'key-not-on-curve'],
    ['x is p', blob(HEADER, p, key.y), 'key-out-of-range'],
    ['y is 2²⁵⁶ − 1', blob(HEADER, key.x, 2n ** 256n - 1n), 'key-out-of-range'],
  ] as const)
    it(`is refused when ${what}`, () =>
      expect(() => readGammaPublicKey(bytes)).toThrow(expect.objectContaining({ code })))
})
