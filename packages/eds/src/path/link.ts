// One step of a path: may this certificate have issued that one, and did it? RFC 5280 §6.1.3 (a), §6.1.4 (k), (n).
import { sameBytes } from '../bytes.ts'
import { EdsError } from '../error.ts'
import { verifyMessage } from '../signature/verify-message.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'

/**
 * Which authorities' certificates were found to be signed by which: hand the same set to many verifications to spare
 * them that arithmetic. It holds hashes only, and only of certificates that led to a trust anchor, so it stays small.
 */
export type VerifiedLinks = Set<string>

/** Whether the names chain by §7.1, and the key identifiers, where both are given, agree (§6.1.3 (a)(4)). */
export function mayHaveIssued(issuer: Certificate, subject: Certificate): boolean {
  if (!sameName(issuer.subject, subject.issuer)) return false
  const { subjectKeyId } = issuer
  const { authorityKeyId } = subject
  return !subjectKeyId || !authorityKeyId || sameBytes(subjectKeyId, authorityKeyId)
}

/** Returns only when `issuer` is an authority and the signature on `subject` is its own. Throws EdsError, DerError. */
export function verifyLink(issuer: Certificate, subject: Certificate, verified: VerifiedLinks): void {
  checkAuthority(issuer)
  if (!sameBytes(subject.signatureAlgorithm.encoded, subject.signedAlgorithm.encoded)) {
    throw new EdsError('path-invalid') // §4.1.1.2: the two must be identical
  }
  if (verified.has(linkName(issuer, subject))) return
  const { signedPart: message, signature, signatureAlgorithm: algorithm } = subject
  verifyMessage(issuer.publicKey, { message, signature, algorithm, digest: undefined }) // §6.1.3 (a)(1)
}

/** The name under which a link is kept in VerifiedLinks. */
export function linkName(issuer: Certificate, subject: Certificate): string {
  return `${fingerprintOf(issuer)} ${fingerprintOf(subject)}`
}

/** A trust anchor is held to the same: pinning an authority does not give it powers that its certificate denies. */
function checkAuthority({ basicConstraints, keyUsage }: Certificate): void {
  if (basicConstraints?.ca !== true) throw new EdsError('path-invalid') // §6.1.4 (k)
  if (keyUsage && !keyUsage.has('keyCertSign')) throw new EdsError('path-invalid') // §6.1.4 (n)
}
