// Who signed a list, and whether they may be believed. RFC 5280 §6.3.3 (f), (g).
import { sameBytes } from '../bytes.ts'
import { type Effort, spend } from '../path/effort.ts'
import { findPath, type Trust } from '../path/find-path.ts'
import { verifyMessage } from '../signature/verify-message.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import type { Crl } from './crl.ts'
import { checkSignature, faultOf, RevocationError } from './revocation-error.ts'
import type { RevocationFault } from './revocation-status.ts'

/** Policies are not asked of who signs lists. */
export type CrlTrust = Pick<Trust, 'anchors' | 'intermediates' | 'profile' | 'maxDepth' | 'verifiedLinks' | 'effort'>

export type SignedList = {
  readonly crl: Crl
  readonly certificate: Certificate // that is judged
  readonly issuer: Certificate // of it; the caller has found a path through it
  readonly at: Date
  readonly trust: CrlTrust & { readonly effort: Effort }
  /** Whether a certificate under its issuer is known not to be revoked. */
  readonly isGood: (certificate: Certificate, issuer: Certificate, at: Date) => boolean
}

/**
 * Who signed the list, when it is its issuer: the certificate's own, or another certificate of the name, with a path to
 * the same anchor, none of it revoked. Throws RevocationError.
 */
export function checkCrlSigner(list: SignedList): Certificate {
  const { crl } = list
  if (!sameBytes(crl.signatureAlgorithm.encoded, crl.signedAlgorithm.encoded)) {
    throw new RevocationError('crl-signature-invalid') // §5.1.1.2: the two must be identical
  }
  let fault: RevocationFault = 'crl-issuer-untrusted'
  for (const candidate of candidates(list)) {
    try {
      checkCandidate(candidate, list)
      return candidate
    } catch (thrown) {
      fault = faultOf(thrown, 'crl-issuer-untrusted')
      if (fault === 'limit-exceeded') break
    }
  }
  throw new RevocationError(fault)
}

const MAX_CANDIDATES = 8 // of one name; the national authority has one, two while a key is being replaced

/** The certificate's own issuer first. A key usage without cRLSign bars from signing lists (f). */
function candidates({ crl, issuer, trust }: SignedList): readonly Certificate[] {
  const known = [issuer, ...trust.anchors, ...trust.intermediates]
  const fitting = known.filter(
    ({ subject, subjectKeyId, keyUsage }) =>
      sameName(subject, crl.issuer) &&
      keyIdsAgree(subjectKeyId, crl.authorityKeyId) &&
      keyUsage?.has('cRLSign') !== false,
  )
  const isFirst = (one: Certificate, i: number) =>
    fitting.findIndex(({ encoded }) => sameBytes(encoded, one.encoded)) === i
  return fitting.filter(isFirst).slice(0, MAX_CANDIDATES)
}

function keyIdsAgree(subject: Uint8Array | undefined, authority: Uint8Array | undefined): boolean {
  return !subject || !authority || sameBytes(subject, authority)
}

function checkCandidate(signer: Certificate, list: SignedList): void {
  const { crl, issuer, trust } = list
  const wasInTime = signer.notBefore <= crl.thisUpdate && crl.thisUpdate <= signer.notAfter
  if (!wasInTime) throw new RevocationError('crl-issuer-untrusted')
  const isIssuer = sameBytes(signer.encoded, issuer.encoded)
  if (!isIssuer) checkPath(signer, list)
  checkListSignature(crl, signer, trust)
}

/** (f): a path of its own, to the certificate's anchor. */
function checkPath(signer: Certificate, { crl, certificate, at, trust, isGood }: SignedList): void {
  const moment = crl.thisUpdate > at ? crl.thisUpdate : at
  const path = pathAt(signer, trust, moment)
  const anchor = path.at(-1)
  const itsAnchor = pathAt(certificate, trust, at).at(-1)
  const isSame = anchor && itsAnchor && sameBytes(anchor.encoded, itsAnchor.encoded)
  if (!isSame) throw new RevocationError('crl-issuer-untrusted')
  path.slice(0, -1).forEach((below, i) => {
    const above = path[i + 1]
    if (!above || !isGood(below, above, moment)) throw new RevocationError('crl-issuer-untrusted')
  })
}

/** No certificate at all where there is no trusted path. */
function pathAt(certificate: Certificate, trust: SignedList['trust'], at: Date): readonly Certificate[] {
  const { anchors, intermediates, profile, maxDepth, verifiedLinks, effort } = trust
  const { chain, codes } = findPath(certificate, {
    ...{ anchors, intermediates, at, effort },
    ...(profile && { profile }),
    ...(maxDepth !== undefined && { maxDepth }),
    ...(verifiedLinks && { verifiedLinks }),
  })
  return codes.length === 0 ? chain : []
}

/** (g). A list whose signature was found good under a trusted signer is not computed again: the longest is 22 MB. */
function checkListSignature(crl: Crl, signer: Certificate, { verifiedLinks, effort }: SignedList['trust']): void {
  const name = listName(signer, crl)
  if (verifiedLinks?.has(name)) return
  spend(effort, 'signatures')
  const { signedPart: message, signature, signatureAlgorithm: algorithm } = crl
  checkSignature(() => verifyMessage(signer.publicKey, { message, signature, algorithm, digest: undefined }), {
    unsupported: 'crl-algorithm-unsupported',
    invalid: 'crl-signature-invalid',
  })
  verifiedLinks?.add(name)
}

/** The name under which a list found to be signed by this certificate is kept in VerifiedLinks. */
export function listName(signer: Certificate, crl: Crl): string {
  return `${fingerprintOf(signer)} ${crl.fingerprint}`
}
