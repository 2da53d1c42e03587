// GOST R 34.10-2012 signatures and keys in certificates and CMS: the national profile of RK, RFC 9215 for the Russian one.
import {
  type DigestName,
  digestAlgorithm,
  type KeyAlgorithm,
  keyAlgorithm,
  signatureAlgorithm,
} from '@otinish/gost/algorithms'
import { GostError } from '@otinish/gost/error'
import type { PublicKey } from '@otinish/gost/keys'
import { verifyDigest } from '@otinish/gost/verify'
import { DerError } from '../der/error.ts'
import { fieldsOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { OBJECT_IDENTIFIER } from '../der/tag.ts'
import { readOctetString, readOid } from '../der/value.ts'
import { EdsError } from '../error.ts'
import type { SubjectPublicKey } from '../x509/public-key.ts'
import { digest } from './digest.ts'
import type { SignedMessage } from './verify-message.ts'

/** Returns only when the signature is the key's. Throws EdsError as verifyMessage does. */
export function verifyGost(key: SubjectPublicKey, signed: SignedMessage): void {
  const family = keyFamily(key)
  const name = digestOf(key, family, signed)
  try {
    const signature = family.layout.readSignature(family.curve, signed.signature) // exact length, 0 < r, s < q
    const publicKey = readPublicKey(key, family)
    const e = family.layout.digestToNumber(digest(name, signed.message))
    if (!verifyDigest(publicKey, e, signature)) throw new EdsError('signature-invalid')
  } catch (fault) {
    if (!(fault instanceof GostError)) throw fault
    const malformed = fault.code === 'signature-length' || fault.code === 'signature-out-of-range'
    throw new EdsError(malformed ? 'signature-malformed' : 'signature-invalid', { cause: fault })
  }
}

/** SubjectPublicKeyInfo parameters: SEQUENCE { parameter set, digest OPTIONAL }, RFC 9215 §4.2. */
function keyFamily({ algorithm }: SubjectPublicKey): KeyAlgorithm {
  if (!algorithm.parameters) throw new EdsError('algorithm-unsupported')
  const fields = fieldsOf(algorithm.parameters)
  const family = keyAlgorithm(algorithm.oid, readOid(fields.any()))
  const digestParameter = fields.optional(OBJECT_IDENTIFIER)
  fields.end()
  if (!family) throw new EdsError('algorithm-unsupported')
  if (digestParameter && digestAlgorithm(readOid(digestParameter)) !== digestFor(family)) {
    throw new EdsError('algorithm-mismatch')
  }
  return family
}

/**
 * A signature algorithm of the key's own registry and size. CMS may name the key's algorithm in its place (RFC 9215 §3
 * and the native library of RK do): then the digest algorithm stands beside it.
 */
function digestOf(
  key: SubjectPublicKey,
  family: KeyAlgorithm,
  { algorithm, digest: named }: SignedMessage,
): DigestName {
  const byKey = algorithm.oid === key.algorithm.oid && named !== undefined
  const bySignature = signatureAlgorithm(algorithm.oid)
  if (!byKey && !bySignature) throw new EdsError('algorithm-unsupported')
  if (bySignature && bySignature.layout !== family.layout) throw new EdsError('algorithm-mismatch')
  if (algorithm.parameters) throw new EdsError('algorithm-unsupported') // NULL or absent, RFC 9215 §3
  const expected = digestFor(family)
  if (bySignature && bySignature.digest !== expected) throw new EdsError('algorithm-mismatch')
  if (named !== undefined && named !== expected) throw new EdsError('algorithm-mismatch')
  return expected
}

function digestFor({ curve }: KeyAlgorithm): DigestName {
  return curve.bytes === 64 ? 'streebog512' : 'streebog256'
}

/** The key is an OCTET STRING inside the BIT STRING, RFC 9215 §4.3. Its point is proved by the layout. */
function readPublicKey(key: SubjectPublicKey, { layout, curve }: KeyAlgorithm): PublicKey {
  try {
    return layout.readPublicKey(curve, readOctetString(readDer(key.bits)))
  } catch (fault) {
    if (fault instanceof DerError) throw new EdsError('signature-invalid', { cause: fault })
    throw fault
  }
}
