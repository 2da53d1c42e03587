// RSASSA-PKCS1-v1_5 with SHA-2. RFC 8017 §8.2.2, identifiers of RFC 4055 §5; the mathematics is node:crypto's.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { fieldsOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { readInteger } from '../der/value.ts'
import { EdsError } from '../error.ts'
import type { SubjectPublicKey } from '../x509/public-key.ts'
import type { DigestName } from './digest.ts'
import type { SignedMessage } from './verify-message.ts'

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const WITH_DIGEST: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
])
const SHA2: ReadonlySet<DigestName> = new Set(WITH_DIGEST.values())
const MIN_BITS = 2048 // all of Kazakhstan's keys; NIST SP 800-131A §3 allows none shorter, 1024 bits are within reach
const MAX_BITS = 8192 // twice the longest of public authorities; a check takes up to 1 ms there, four times that beyond
const MAX_EXPONENT_BITS = 64 // 65537 has 17; longer ones only cost time, and OpenSSL refuses them beside long moduli

/** Returns only when the signature is the key's. Throws EdsError as verifyMessage does. */
export function verifyRsa(key: SubjectPublicKey, signed: SignedMessage): void {
  const digest = digestOf(signed)
  const { modulus, exponent } = numbersOf(key)
  if (signed.signature.length !== modulus.length) throw new EdsError('signature-malformed') // §8.2.2 step 1
  if (!verify(digest, signed.message, keyOf(modulus, exponent), signed.signature)) {
    throw new EdsError('signature-invalid')
  }
}

/** CMS may say rsaEncryption and leave the digest to digestAlgorithm (RFC 3370 §3.2); a certificate may not. */
function digestOf({ algorithm, digest }: SignedMessage): DigestName {
  if (algorithm.parameters) throw new EdsError('algorithm-unsupported') // NULL or absent, RFC 4055 §5
  const named = WITH_DIGEST.get(algorithm.oid)
  const used = algorithm.oid === RSA_ENCRYPTION ? digest : named
  if (!used) throw new EdsError('algorithm-unsupported')
  if (digest !== undefined && digest !== used) throw new EdsError('algorithm-mismatch')
  if (!SHA2.has(used)) throw new EdsError('algorithm-mismatch')
  return used
}

/** Of its numbers, which takes a tenth of the time that OpenSSL needs to read a SubjectPublicKeyInfo. */
function keyOf(modulus: Buffer, exponent: Buffer): KeyObject {
  const jwk = { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') }
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch (cause) {
    throw new EdsError('signature-invalid', { cause })
  }
}

/** RSAPublicKey ::= SEQUENCE { modulus, publicExponent }, RFC 8017 §A.1.1: odd, positive, of a size we accept. */
function numbersOf(key: SubjectPublicKey): { readonly modulus: Buffer; readonly exponent: Buffer } {
  if (key.algorithm.parameters) throw new EdsError('algorithm-unsupported') // NULL, RFC 3279 §2.3.1
  if (key.bits.length > MAX_BITS / 4) throw new EdsError('algorithm-unsupported') // before any arithmetic
  const fields = fieldsOf(readDer(key.bits))
  const modulus = readInteger(fields.any())
  const exponent = readInteger(fields.any())
  fields.end()
  const bits = modulus > 0n ? modulus.toString(2).length : 0
  if (bits < MIN_BITS || bits > MAX_BITS) throw new EdsError('algorithm-unsupported')
  if (modulus % 2n === 0n || exponent < 3n || exponent % 2n === 0n) throw new EdsError('signature-invalid')
  if (exponent.toString(2).length > MAX_EXPONENT_BITS) throw new EdsError('algorithm-unsupported')
  return { modulus: octets(modulus), exponent: octets(exponent) }
}

function octets(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
}
