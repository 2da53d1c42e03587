// GOST signatures and keys in certificates and CMS: GOST R 34.10-2012 in the national profile of RK and in that of RFC
// 9215, and GOST 34.310-2004 in the old national one.
import { type DigestName, digestAlgorithm, keyAlgorithm, signatureAlgorithm } from '@otinish/gost/algorithms'
import type { Curve } from '@otinish/gost/curve'
import { CRYPTOPRO_A } from '@otinish/gost/curve-parameters'
import { GostError } from '@otinish/gost/error'
import { GAMMA_KEY, readGammaPublicKey } from '@otinish/gost/gamma-key'
import type { PublicKey } from '@otinish/gost/keys'
import { knownKeys } from '@otinish/gost/known-keys'
import { KZ, type Layout } from '@otinish/gost/layout'
import {
  type LegacyDigestName,
  legacyDigestAlgorithm,
  legacyKeyAlgorithm,
  legacySignatureAlgorithm,
} from '@otinish/gost/legacy-algorithms'
import { verifyWith } from '@otinish/gost/verify'
import { fieldsOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { OBJECT_IDENTIFIER } from '../der/tag.ts'
import { readOctetString, readOid } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { keyKind, type SubjectPublicKey } from '../x509/public-key.ts'
import { digest } from './digest.ts'
import type { SignedMessage } from './verify-message.ts'

/** What a key's identifiers say about everything that belongs to it. */
type Family = {
  readonly layout: Layout
  readonly curve: Curve
  readonly digest: DigestName | LegacyDigestName
  /** The key in the octets of the BIT STRING, proved to be a point of order q. Throws GostError, DerError. */
  readonly readKey: (bits: Uint8Array) => PublicKey
}

const known = knownKeys() // of this thread, like the tables of the hash
const verifyDigest = verifyWith(known.engine)

/**
 * Signatures by this key will come again and again: once it pays, its multiples are kept, and a check takes a third of the time.
 * Only for a key that has been checked with, of an authority whose certificate led to a trust anchor: there is room for few.
 */
export function expectAgain(key: SubjectPublicKey): void {
  if (isGost(key)) known.add(familyOf(key).readKey(key.bits))
}

export function isExpected(key: SubjectPublicKey): boolean {
  return isGost(key) && known.has(familyOf(key).readKey(key.bits))
}

function isGost(key: SubjectPublicKey): boolean {
  return keyKind(key).startsWith('gost')
}

/** Returns only when the signature is the key's. Throws EdsError as verifyMessage does. */
export function verifyGost(key: SubjectPublicKey, signed: SignedMessage): void {
  const family = familyOf(key)
  checkPairing(key, family, signed)
  const { layout, curve } = family
  try {
    const signature = layout.readSignature(curve, signed.signature) // exact length, 0 < r, s < q
    const publicKey = family.readKey(key.bits)
    const e = layout.digestToNumber(digest(family.digest, signed.message))
    if (!verifyDigest(publicKey, e, signature)) throw new EdsError('signature-invalid')
  } catch (fault) {
    throw faultOf(fault)
  }
}

function familyOf({ algorithm: { oid, parameters } }: SubjectPublicKey): Family {
  if (oid === GAMMA_KEY && !parameters) return GAMMA
  if (oid === GAMMA_KEY || !parameters) throw new EdsError('algorithm-unsupported')
  return familyWith(oid, parameters)
}

/** SubjectPublicKeyInfo parameters: SEQUENCE { parameter set, digest OPTIONAL }, RFC 9215 §4.2 and RK alike. */
function familyWith(oid: string, parameters: Element): Family {
  const fields = fieldsOf(parameters)
  const set = readOid(fields.any())
  const named = fields.optional(OBJECT_IDENTIFIER)
  fields.end()
  const algorithm = keyAlgorithm(oid, set) ?? legacyKeyAlgorithm(oid, set)
  if (!algorithm) throw new EdsError('algorithm-unsupported')
  if (named && digestNamed(readOid(named)) !== algorithm.digest) throw new EdsError('algorithm-mismatch')
  // The key is an OCTET STRING inside the BIT STRING, RFC 9215 §4.3.
  const readKey = (bits: Uint8Array) => algorithm.layout.readPublicKey(algorithm.curve, readOctetString(readDer(bits)))
  return { ...algorithm, readKey }
}

/** Gamma's keys are those of GOST 34.310-2004 in another envelope: no parameter set, no OCTET STRING. */
const GAMMA: Family = { layout: KZ, curve: CRYPTOPRO_A, digest: 'gost34311', readKey: readGammaPublicKey }

/**
 * A signature algorithm of the key's own registry, year and size. CMS may name the key's algorithm in its place (RFC 4490
 * §3.2 and the native library of RK do): then the digest algorithm stands beside it.
 */
function checkPairing(
  key: SubjectPublicKey,
  { layout, digest: expected }: Family,
  { algorithm, digest: named }: SignedMessage,
): void {
  const byKey = algorithm.oid === key.algorithm.oid && named !== undefined
  const bySignature = signatureAlgorithm(algorithm.oid) ?? legacySignatureAlgorithm(algorithm.oid)
  if (!byKey && !bySignature) throw new EdsError('algorithm-unsupported')
  if (bySignature && bySignature.layout !== layout) throw new EdsError('algorithm-mismatch')
  if (algorithm.parameters) throw new EdsError('algorithm-unsupported') // absent (RFC 9215 §2), or NULL in RK
  if (bySignature && bySignature.digest !== expected) throw new EdsError('algorithm-mismatch')
  if (named !== undefined && named !== expected) throw new EdsError('algorithm-mismatch')
}

function digestNamed(oid: string): DigestName | LegacyDigestName | undefined {
  return digestAlgorithm(oid) ?? legacyDigestAlgorithm(oid)
}

/** What is wrong with a signature's octets makes it malformed; a key that is none has signed nothing. */
function faultOf(fault: unknown): unknown {
  if (!(fault instanceof GostError)) return fault
  const malformed = fault.code === 'signature-length' || fault.code === 'signature-out-of-range'
  return new EdsError(malformed ? 'signature-malformed' : 'signature-invalid', { cause: fault })
}
