// Non-negative integers as octets, in either order.

/** The number that the octets spell, least significant first. */
export function readLittleEndian(bytes: Uint8Array): bigint {
  return readBigEndian(bytes.toReversed())
}

/** The number that the octets spell, most significant first; 0 for none. */
export function readBigEndian(bytes: Uint8Array): bigint {
  let hex = '0x0'
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}

/** `value` in exactly `length` octets, least significant first. Throws RangeError when it does not fit. */
export function writeLittleEndian(value: bigint, length: number): Uint8Array {
  return writeBigEndian(value, length).reverse()
}

/** `value` in exactly `length` octets, most significant first. Throws RangeError when it does not fit. */
export function writeBigEndian(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(2 * length, '0')
  if (value < 0n || hex.length > 2 * length) throw new RangeError(`the number does not fit ${length} octets`)
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}
