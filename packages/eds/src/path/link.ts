// One step of a path: may this certificate have issued that one, and did it? RFC 5280 §6.1.3 (a), §6.1.4 (k)–(n).
import { createHash } from 'node:crypto'
import { sameBytes } from '../bytes.ts'
import { EdsError } from '../error.ts'
import { verifyMessage } from '../signature/verify-message.ts'
import type { Certificate } from '../x509/certificate.ts'
import * as oids from '../x509/oids.ts'

/**
 * Which authorities' certificates were found to be signed by which: hand the same set to many verifications to spare
 * them that arithmetic. It holds hashes only, and only of certificates that led to a trust anchor, so it stays small.
 */
export type VerifiedLinks = Set<string>

/** Whether the names chain, octet for octet, and the key identifiers, where both are given, agree (§6.1.3 (a)(4)). */
export function mayHaveIssued(issuer: Certificate, subject: Certificate): boolean {
  if (!sameBytes(issuer.subject.encoded, subject.issuer.encoded)) return false
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
  return `${fingerprint(issuer)} ${fingerprint(subject)}`
}

/** Throws EdsError when a critical extension is not one that is looked at here (§6.1.4 (o), §6.1.5 (f)). */
export function checkCriticalExtensions(certificate: Certificate): void {
  const unknown = certificate.extensions.some(({ oid, critical }) => critical && !UNDERSTOOD.has(oid))
  if (unknown) throw new EdsError('path-invalid')
}

/** A trust anchor is held to the same: pinning an authority does not give it powers that its certificate denies. */
function checkAuthority(issuer: Certificate): void {
  checkCriticalExtensions(issuer)
  if (issuer.extensions.some(({ oid }) => oid === oids.NAME_CONSTRAINTS)) throw new EdsError('path-invalid') // §6.1.4 (g)
  if (issuer.basicConstraints?.ca !== true) throw new EdsError('path-invalid') // §6.1.4 (k)
  if (issuer.keyUsage && !issuer.keyUsage.has('keyCertSign')) throw new EdsError('path-invalid') // §6.1.4 (n)
}

// Name constraints and the policy extensions are not processed yet, so a certificate that insists on them is refused;
// an authority with name constraints also when it does not insist: they bind all the same.
// certificatePolicies may be critical: with any policy acceptable (§6.1.1 (c)) it restricts nothing.
const UNDERSTOOD: ReadonlySet<string> = new Set([
  oids.BASIC_CONSTRAINTS,
  oids.KEY_USAGE,
  oids.EXTENDED_KEY_USAGE,
  oids.SUBJECT_ALT_NAME,
  oids.CERTIFICATE_POLICIES,
])

function fingerprint(certificate: Certificate): string {
  return createHash('sha256').update(certificate.encoded).digest('base64')
}
