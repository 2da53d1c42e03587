// What is written, octet for octet, and read back.
import { describe, expect, it } from 'vitest'
import { hexOf } from '../bytes.ts'
import { readDer } from './read.ts'
import { readInteger, readOid } from './value.ts'
import * as write from './write.ts'

describe('the DER writer', () => {
  for (const [what, encoded, hex] of [
    ['zero', write.integer(0), '020100'],
    ['an INTEGER whose highest bit is set', write.integer(128), '02020080'],
    ['a negative INTEGER', write.integer(-128), '020180'],
    ['a negative INTEGER of two octets', write.integer(-129), '0202ff7f'],
    ['a long INTEGER', write.integer(2n ** 64n), '0209010000000000000000'],
    ['octets as a number that is not negative', write.unsignedInteger(Uint8Array.of(0, 0, 0x80)), '02020080'],
    ['no octets as zero', write.unsignedInteger(new Uint8Array(2)), '020100'],
    ['a long form of length', write.octetString(new Uint8Array(128)).subarray(0, 3), '048180'],
    ['a Kazakh object identifier', write.oid('1.2.398.3.10.1.1.2.2'), '06092a830e030a01010202'],
    ['an arc past 39 under 2', write.oid('2.999.3'), '0603883703'],
    ['SET OF in ascending order', write.setOf(write.integer(2), write.integer(1)), '3106020101020102'],
    ['BIT STRING with unused bits', write.bitString(Uint8Array.of(0xc0), 6), '030206c0'],
    ['TRUE', write.boolean(true), '0101ff'],
    ['EXPLICIT', write.explicit(0, write.nullValue()), 'a0020500'],
    ['IMPLICIT over a SET, constructed as it was', write.implicit(0, write.setOf(write.nullValue())), 'a0020500'],
    ['IMPLICIT over a string, primitive as it was', write.implicit(1, write.ia5String('a')), '810161'],
    ['a context-specific primitive', write.contextPrimitive(6, Uint8Array.of(1)), '860101'],
    ['the last second of UTCTime', write.time(new Date('2049-12-31T23:59:59Z')), '170d3439313233313233353935395a'],
    ['GeneralizedTime after it', write.time(new Date('2050-01-01T00:00:00Z')), '180f32303530303130313030303030305a'],
  ] as const)
    it(`writes ${what}`, () => expect(hexOf(encoded)).toBe(hex))

  for (const value of [0n, 1n, -1n, 127n, 128n, -128n, -129n, 255n, 256n, 2n ** 160n, -(2n ** 160n)])
    it(`writes ${value} so that it is read back`, () => expect(readInteger(readDer(write.integer(value)))).toBe(value))

  for (const dotted of [
    '0.9.2342.19200300.100.1.1',
    '1.2.398.3.3.4.1.2',
    '2.5.4.5',
    '2.25.340282366920938463463374607',
  ])
    it(`writes ${dotted} so that it is read back`, () => expect(readOid(readDer(write.oid(dotted)))).toBe(dotted))

  for (const dotted of ['', '1', '3.1', '1.40', '1.2.03', '1..2', 'a.b'])
    it(`refuses "${dotted}" as an object identifier`, () => expect(() => write.oid(dotted)).toThrow(RangeError))

  it('refuses Cyrillic in a PrintableString and in an IA5String', () => {
    expect(() => write.printableString('Қ')).toThrow(RangeError)
    expect(() => write.ia5String('Қ')).toThrow(RangeError)
  })
})
