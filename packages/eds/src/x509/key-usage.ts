// What a key may be used for. RFC 5280 §4.2.1.3 (keyUsage), §4.2.1.12 (extendedKeyUsage).
import { DerError } from '../der/error.ts'
import { elementsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { OBJECT_IDENTIFIER, SEQUENCE } from '../der/tag.ts'
import { readBitString, readOid } from '../der/value.ts'

const BITS = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

export type KeyUsage = (typeof BITS)[number]

/** A named bit list: bit 0 is the first octet's highest. Throws DerError. */
export function readKeyUsage(value: Element): ReadonlySet<KeyUsage> {
  const { bytes } = readBitString(value)
  const usages = BITS.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
  if (usages.length === 0) throw new DerError('bits-malformed', value.offset) // §4.2.1.3: at least one is set
  return new Set(usages)
}

/** KeyPurposeIds, also the private extension "Хранилище ключей": a SEQUENCE OF OBJECT IDENTIFIER. Throws DerError. */
export function readIdentifiers(value: Element): readonly string[] {
  const identifiers = elementsOf(value, SEQUENCE, OBJECT_IDENTIFIER).map(readOid)
  if (identifiers.length === 0) throw new DerError('unexpected', value.offset) // SIZE (1..MAX)
  return identifiers
}
