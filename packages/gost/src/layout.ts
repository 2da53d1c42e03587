// How numbers become octets: the Kazakh layout (СТ РК ГОСТ Р 34.10-2015 as the national authorities write it) and the
// Russian one (RFC 9215 §2 for signatures, §4 for keys). A signature in one is that in the other reversed to the octet.
import type { Curve } from './curve.ts'
import { GostError, type GostFault } from './error.ts'
import { readBigEndian, readLittleEndian, writeBigEndian, writeLittleEndian } from './integer-bytes.ts'
import { type PrivateKey, type PublicKey, provePublicKey } from './keys.ts'
import type { Signature } from './signature.ts'

/** Lengths are exact: `2 * curve.bytes` for public keys and signatures, `curve.bytes` for private keys. */
export type Layout = {
  readonly name: 'kz' | 'rfc9215'
  /** x‖y, little-endian: what stands inside the OCTET STRING. Throws GostError unless it is a point of order q. */
  readonly readPublicKey: (curve: Curve, bytes: Uint8Array) => PublicKey
  readonly writePublicKey: (key: PublicKey) => Uint8Array
  /** Little-endian. Throws GostError unless 0 < d < q. */
  readonly readPrivateKey: (curve: Curve, bytes: Uint8Array) => PrivateKey
  readonly writePrivateKey: (key: PrivateKey) => Uint8Array
  /** Throws GostError unless 0 < r, s < q. */
  readonly readSignature: (curve: Curve, bytes: Uint8Array) => Signature
  readonly writeSignature: (curve: Curve, signature: Signature) => Uint8Array
  /** The number signed for a digest as hash functions print it: little-endian in both layouts. */
  readonly digestToNumber: (digest: Uint8Array) => bigint
}

const SHARED = {
  readPublicKey(curve: Curve, bytes: Uint8Array): PublicKey {
    const [x, y] = halves(curve, bytes, 'key-length')
    return provePublicKey({ curve, x: readLittleEndian(x), y: readLittleEndian(y) })
  },
  writePublicKey: ({ curve, x, y }: PublicKey) =>
    join(writeLittleEndian(x, curve.bytes), writeLittleEndian(y, curve.bytes)),
  readPrivateKey(curve: Curve, bytes: Uint8Array): PrivateKey {
    if (bytes.length !== curve.bytes) throw new GostError('key-length')
    const d = readLittleEndian(bytes)
    if (d <= 0n || d >= curve.q) throw new GostError('key-out-of-range')
    return { curve, d }
  },
  writePrivateKey: ({ curve, d }: PrivateKey) => writeLittleEndian(d, curve.bytes),
  digestToNumber: readLittleEndian,
}

/** Kazakhstan, OIDs under 1.2.398.3.10: the signature is r‖s, each half little-endian. */
export const KZ: Layout = {
  ...SHARED,
  name: 'kz',
  readSignature(curve, bytes) {
    const [r, s] = halves(curve, bytes, 'signature-length')
    return proveSignature(curve, { r: readLittleEndian(r), s: readLittleEndian(s) })
  },
  writeSignature: ({ bytes }, { r, s }) => join(writeLittleEndian(r, bytes), writeLittleEndian(s, bytes)),
}

/** Russia, OIDs under 1.2.643.7.1: the signature is s‖r, each half big-endian. */
export const RFC9215: Layout = {
  ...SHARED,
  name: 'rfc9215',
  readSignature(curve, bytes) {
    const [s, r] = halves(curve, bytes, 'signature-length')
    return proveSignature(curve, { r: readBigEndian(r), s: readBigEndian(s) })
  },
  writeSignature: ({ bytes }, { r, s }) => join(writeBigEndian(s, bytes), writeBigEndian(r, bytes)),
}

function proveSignature({ q }: Curve, signature: Signature): Signature {
  const { r, s } = signature
  if (r <= 0n || r >= q || s <= 0n || s >= q) throw new GostError('signature-out-of-range')
  return signature
}

function halves(curve: Curve, bytes: Uint8Array, fault: GostFault): readonly [Uint8Array, Uint8Array] {
  if (bytes.length !== 2 * curve.bytes) throw new GostError(fault)
  return [bytes.subarray(0, curve.bytes), bytes.subarray(curve.bytes)]
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return Uint8Array.of(...left, ...right)
}
