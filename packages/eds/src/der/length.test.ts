// Lengths, good and hostile. ITU-T X.690 §8.1.3, §10.1.
import { describe, expect, it } from 'vitest'
import { readLength } from './length.ts'
import { Reader } from './reader.ts'

const read = (hex: string) => readLength(new Reader(Buffer.from(hex, 'hex')))

describe('a DER length', () => {
  for (const [hex, length] of [
    ['00', 0],
    ['7f', 127],
    ['8180', 128],
    ['82ffff', 65535],
    ['84ffffffff', 4294967295],
  ] as const)
    it(`${hex} is ${length}`, () => expect(read(hex)).toBe(length))

  for (const [hex, code, because] of [
    ['80', 'length-indefinite', 'BER allows it, DER does not'],
    ['817f', 'length-not-minimal', 'it fits the short form'],
    ['820080', 'length-not-minimal', 'it has a leading zero octet'],
    ['8501ffffffff', 'length-too-long', 'nothing we read is that long'],
    ['ff', 'length-too-long', 'the count is reserved'],
    ['82ff', 'truncated', 'an octet is missing'],
    ['', 'truncated', 'there is no octet'],
  ] as const)
    it(`${hex || 'of no octets'} is refused: ${because}`, () =>
      expect(() => read(hex)).toThrow(expect.objectContaining({ name: 'DerError', code })))
})
