// Identifier octets. ITU-T X.690 §8.1.2; class and number of the universal types in X.680 §8.6.
import type { Reader } from './reader.ts'

export const BOOLEAN = 0x01
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const NULL = 0x05
export const OBJECT_IDENTIFIER = 0x06
export const ENUMERATED = 0x0a
export const UTF8_STRING = 0x0c
export const PRINTABLE_STRING = 0x13
export const TELETEX_STRING = 0x14
export const IA5_STRING = 0x16
export const UTC_TIME = 0x17
export const GENERALIZED_TIME = 0x18
export const BMP_STRING = 0x1e
export const SEQUENCE = 0x30
export const SET = 0x31

const CONSTRUCTED = 0x20
const CLASS = 0xc0
const NUMBER = 0x1f
const ALWAYS_CONSTRUCTED = new Set([0x08, 0x0b, 0x10, 0x11]) // EXTERNAL, EMBEDDED PDV, SEQUENCE, SET

/** The identifier octet at the reader's position, its form being the one that DER leaves to the type. */
export function readTag(from: Reader): number {
  const tag = from.octet()
  const number = tag & NUMBER
  if (number === NUMBER) throw from.fault('tag-unsupported') // §8.1.2.4: no structure read here uses high numbers
  if (tag === 0) throw from.fault('tag-unsupported') // end-of-contents belongs to the indefinite form
  const universal = (tag & CLASS) === 0
  if (universal && isConstructed(tag) !== ALWAYS_CONSTRUCTED.has(number)) throw from.fault('form-wrong') // §10.2
  return tag
}

/** Whether the content is elements, not octets. */
export function isConstructed(tag: number): boolean {
  return (tag & CONSTRUCTED) !== 0
}

/** [n] holding other elements: EXPLICIT, or IMPLICIT over a constructed type. */
export function constructedContext(number: number): number {
  return 0xa0 | number
}

/** [n] IMPLICIT over a primitive type. */
export function primitiveContext(number: number): number {
  return 0x80 | number
}
