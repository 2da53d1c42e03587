// ECDSA on the NIST curves with SHA-2. Keys: RFC 5480 §2; signatures: RFC 5758 §3.2, RFC 3279 §2.2.3; the mathematics is
// node:crypto's.
import { verify } from 'node:crypto'
import { DerError } from '../der/error.ts'
import { fieldsOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { OBJECT_IDENTIFIER } from '../der/tag.ts'
import { readInteger, readOid } from '../der/value.ts'
import { EdsError } from '../error.ts'
import type { SubjectPublicKey } from '../x509/public-key.ts'
import type { DigestName } from './digest.ts'
import { importKey } from './import-key.ts'
import type { SignedMessage } from './verify-message.ts'

type NamedCurve = { readonly bytes: number; readonly order: bigint }

const CURVES: ReadonlyMap<string, NamedCurve> = new Map([
  [
    '1.2.840.10045.3.1.7', // P-256
    { bytes: 32, order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n },
  ],
  [
    '1.3.132.0.34', // P-384
    {
      bytes: 48,
      order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    },
  ],
  [
    '1.3.132.0.35', // P-521
    {
      bytes: 66,
      order:
        0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    },
  ],
])

const WITH_DIGEST: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
])

/** Returns only when the signature is the key's. Throws EdsError as verifyMessage does. */
export function verifyEcdsa(key: SubjectPublicKey, signed: SignedMessage): void {
  const digest = digestOf(signed)
  const curve = curveOf(key)
  checkSignature(signed.signature, curve)
  checkPoint(key.bits, curve)
  if (!verify(digest, signed.message, importKey(key), signed.signature)) throw new EdsError('signature-invalid')
}

/** The signature algorithm names the digest; one that stands beside it, in CMS, is the same (RFC 5753 §2.1.1). */
function digestOf({ algorithm, digest }: SignedMessage): DigestName {
  const named = WITH_DIGEST.get(algorithm.oid)
  if (!named || algorithm.parameters) throw new EdsError('algorithm-unsupported') // absent, RFC 5758 §3.2
  if (digest !== undefined && digest !== named) throw new EdsError('algorithm-mismatch')
  return named
}

/** RFC 5480 §2.1.1: a curve is named; one spelt out, or left to the issuer, is refused before anything is computed. */
function curveOf({ algorithm: { parameters } }: SubjectPublicKey): NamedCurve {
  if (parameters?.tag !== OBJECT_IDENTIFIER) throw new EdsError('algorithm-unsupported')
  const curve = CURVES.get(readOid(parameters))
  if (!curve) throw new EdsError('algorithm-unsupported')
  return curve
}

/** Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } in DER, and 0 < r, s < n (SEC 1 §4.1.4 step 1). */
function checkSignature(signature: Uint8Array, { order }: NamedCurve): void {
  const numbers = readSignature(signature)
  if (numbers.some(number => number <= 0n || number >= order)) throw new EdsError('signature-malformed')
}

function readSignature(signature: Uint8Array): readonly bigint[] {
  try {
    const fields = fieldsOf(readDer(signature))
    const numbers = [readInteger(fields.any()), readInteger(fields.any())]
    fields.end()
    return numbers
  } catch (fault) {
    if (fault instanceof DerError) throw new EdsError('signature-malformed', { cause: fault })
    throw fault
  }
}

/**
 * RFC 5480 §2.2: 04‖x‖y. Compressed points are optional there and nobody's certificates have them; the hybrid form and the
 * point at infinity are no keys. That the point is on its curve, which proves its order here, is found by node:crypto.
 */
function checkPoint(bits: Uint8Array, { bytes }: NamedCurve): void {
  if (bits[0] === 0x02 || bits[0] === 0x03) throw new EdsError('algorithm-unsupported')
  if (bits[0] !== 0x04 || bits.length !== 1 + 2 * bytes) throw new EdsError('signature-invalid')
}
