// Elements of the simple types as values. Canonical content was checked when the tree was read (X.690 §11).
import { DerError } from './error.ts'
import { expectTag } from './fields.ts'
import { decodeOid } from './oid.ts'
import type { Element } from './read.ts'
import { BIT_STRING, BOOLEAN, INTEGER, NULL, OBJECT_IDENTIFIER, OCTET_STRING } from './tag.ts'

/** INTEGER, two's complement, so it may be negative. Throws DerError when it is another type. */
export function readInteger(element: Element): bigint {
  return twosComplement(expectTag(element, INTEGER).content)
}

/** INTEGER that is a count or a version: 0 to 2^31 − 1. Throws DerError for anything else. */
export function readSmallInteger(element: Element): number {
  const value = readInteger(element)
  if (value < 0n || value > 0x7fffffffn) throw new DerError('integer-malformed', element.offset)
  return Number(value)
}

/** OBJECT IDENTIFIER in dotted form. Throws DerError. */
export function readOid(element: Element): string {
  const dotted = decodeOid(expectTag(element, OBJECT_IDENTIFIER).content)
  if (dotted === undefined) throw new DerError('oid-malformed', element.offset)
  return dotted
}

/** BOOLEAN. Throws DerError. */
export function readBoolean(element: Element): boolean {
  return expectTag(element, BOOLEAN).content[0] === 0xff
}

/** OCTET STRING. Throws DerError. */
export function readOctetString(element: Element): Uint8Array {
  return expectTag(element, OCTET_STRING).content
}

/** BIT STRING that holds whole octets: a key or a signature. Throws DerError when bits are left over. */
export function readBitOctets(element: Element): Uint8Array {
  const { bytes, unusedBits } = readBitString(element)
  if (unusedBits !== 0) throw new DerError('bits-malformed', element.offset)
  return bytes
}

/** BIT STRING. Throws DerError. */
export function readBitString(element: Element): { readonly bytes: Uint8Array; readonly unusedBits: number } {
  const { content } = expectTag(element, BIT_STRING)
  return { bytes: content.subarray(1), unusedBits: content[0] ?? 0 }
}

/** Whether the element is NULL. */
export function isNull(element: Element): boolean {
  return element.tag === NULL
}

function twosComplement(content: Uint8Array): bigint {
  const magnitude = BigInt(`0x${Buffer.from(content).toString('hex') || '0'}`)
  return BigInt.asIntN(content.length * 8, magnitude)
}
