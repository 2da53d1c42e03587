// Who signed an answer, and whether they may answer for the issuer. RFC 6960 §3.2 (steps 2 to 4), §4.2.2.2.
import { sameBytes } from '../bytes.ts'
import { codeOf } from '../error.ts'
import { checkCriticalExtensions } from '../path/critical-extensions.ts'
import { type Effort, spend } from '../path/effort.ts'
import { linkName, mayHaveIssued, type VerifiedLinks, verifyLink } from '../path/link.ts'
import { digest } from '../signature/digest.ts'
import { expectAgain } from '../signature/gost.ts'
import { verifyMessage } from '../signature/verify-message.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import type { Crl } from './crl.ts'
import { judgeCrls } from './judge-crl.ts'
import { NO_CHECK, OCSP_SIGNING } from './ocsp-oids.ts'
import type { BasicResponse, Responder } from './ocsp-response.ts'
import { checkSignature, faultOf, RevocationError } from './revocation-error.ts'
import type { RevocationFault } from './revocation-status.ts'

export type SignedAnswer = {
  readonly basic: BasicResponse
  readonly issuer: Certificate // of the certificate that was asked about
  readonly crls: readonly Crl[] // in which a responder without nocheck is looked for
  readonly verifiedLinks: VerifiedLinks
  readonly effort: Effort
}

/** Returns only when the issuer, or whom it delegated, signed the answer. Throws RevocationError. */
export function checkOcspSigner(answer: SignedAnswer): void {
  const { basic, issuer } = answer
  let fault: RevocationFault = 'ocsp-responder-untrusted'
  for (const candidate of [issuer, ...basic.certificates].filter(one => isResponder(one, basic.responder))) {
    try {
      checkMandate(candidate, answer)
      checkAnswerSignature(candidate, answer)
      expectAgain(candidate.publicKey)
      return
    } catch (thrown) {
      fault = faultOf(thrown, 'ocsp-responder-untrusted')
      if (fault === 'limit-exceeded') break
    }
  }
  throw new RevocationError(fault)
}

/** §4.2.2.3. */
function isResponder({ subject, publicKey }: Certificate, responder: Responder): boolean {
  if (responder.by === 'name') return sameName(subject, responder.name)
  return sameBytes(digest('sha1', publicKey.bits), responder.keyHash)
}

/** §4.2.2.2: the issuer itself, or a certificate with the purpose that the issuer itself issued. In time either way. */
function checkMandate(candidate: Certificate, answer: SignedAnswer): void {
  const { basic, issuer } = answer
  const wasInTime = candidate.notBefore <= basic.producedAt && basic.producedAt <= candidate.notAfter
  if (!wasInTime) throw new RevocationError('ocsp-responder-untrusted')
  if (sameBytes(candidate.encoded, issuer.encoded)) return
  checkDelegation(candidate, answer)
  if (!isVouchedFor(candidate, answer)) throw new RevocationError('ocsp-responder-untrusted')
}

function checkDelegation(delegate: Certificate, { issuer, verifiedLinks, effort }: SignedAnswer): void {
  const { extendedKeyUsage = [], keyUsage } = delegate
  const maySign = !keyUsage || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')
  const isFit = maySign && extendedKeyUsage.includes(OCSP_SIGNING) && mayHaveIssued(issuer, delegate)
  if (!isFit) throw new RevocationError('ocsp-responder-untrusted')
  const name = linkName(issuer, delegate)
  if (!verifiedLinks.has(name)) spend(effort, 'signatures')
  try {
    checkCriticalExtensions(delegate)
    verifyLink(issuer, delegate, verifiedLinks)
  } catch (cause) {
    codeOf(cause) // what is not ours is thrown on
    throw new RevocationError('ocsp-responder-untrusted', { cause })
  }
  verifiedLinks.add(name)
}

/**
 * §4.2.2.2.1: the issuer vouches for its delegate by nocheck, or else by a list of its own. A delegate of whom neither
 * speaks is not believed; asking another responder about it would only ask the same question again.
 */
function isVouchedFor(delegate: Certificate, { basic, issuer, crls, verifiedLinks, effort }: SignedAnswer): boolean {
  if (delegate.extensions.some(({ oid }) => oid === NO_CHECK)) return true
  const trust = { anchors: [issuer], intermediates: [], verifiedLinks, effort }
  return judgeCrls({ certificate: delegate, issuer, at: basic.producedAt, crls, trust }).is === 'good'
}

function checkAnswerSignature(signer: Certificate, { basic, effort }: SignedAnswer): void {
  spend(effort, 'signatures')
  const { signedPart: message, signature, signatureAlgorithm: algorithm } = basic
  checkSignature(() => verifyMessage(signer.publicKey, { message, signature, algorithm, digest: undefined }), {
    unsupported: 'ocsp-algorithm-unsupported',
    invalid: 'ocsp-signature-invalid',
  })
}
