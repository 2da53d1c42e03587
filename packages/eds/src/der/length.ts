// DER lengths. ITU-T X.690 §8.1.3, narrowed by §10.1: the definite form, in the fewest octets.
import type { Reader } from './reader.ts'

const INDEFINITE = 0x80
const MAX_OCTETS = 4 // 4 GiB, past anything this library is given

/** The length that stands at the reader's position. Throws DerError. */
export function readLength(from: Reader): number {
  const first = from.octet()
  if (first < INDEFINITE) return first // §8.1.3.4, the short form
  if (first === INDEFINITE) throw from.fault('length-indefinite') // §8.1.3.6, barred by §10.1
  const count = first & 0x7f
  if (count > MAX_OCTETS) throw from.fault('length-too-long')

  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + from.octet() // §8.1.3.5 (c)
  if (length < 0x80 || length < 256 ** (count - 1)) throw from.fault('length-not-minimal') // §10.1
  return length
}
