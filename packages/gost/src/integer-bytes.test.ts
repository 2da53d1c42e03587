// Numbers and octets.
import { describe, expect, it } from 'vitest'
import { readBigEndian, readLittleEndian, writeBigEndian, writeLittleEndian } from './integer-bytes.ts'

describe('octets of a number', () => {
  it('are read in either order', () => {
    expect(readBigEndian(Uint8Array.of(1, 2, 0))).toBe(0x010200n)
    expect(readLittleEndian(Uint8Array.of(1, 2, 0))).toBe(0x000201n)
  })

  it('are written in either order, filled to the length', () => {
    expect(writeBigEndian(0x0102n, 4)).toEqual(Uint8Array.of(0, 0, 1, 2))
    expect(writeLittleEndian(0x0102n, 4)).toEqual(Uint8Array.of(2, 1, 0, 0))
  })

  it('are left as they were by reading', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    readLittleEndian(bytes)
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('spell zero when there are none', () => expect(readLittleEndian(new Uint8Array())).toBe(0n))

  for (const [value, because] of [
    [0x10000n, 'it needs a third octet'],
    [-1n, 'it is negative'],
  ] as const)
    it(`cannot be two for ${value}: ${because}`, () => expect(() => writeBigEndian(value, 2)).toThrow(RangeError))
})
