// Is this certificate revoked, by a responder's answer? RFC 6960 §3.2, §4.2.2, nonces by RFC 8954.
import { sameBytes } from '../bytes.ts'
import type { Effort } from '../path/effort.ts'
import type { VerifiedLinks } from '../path/link.ts'
import type { Certificate } from '../x509/certificate.ts'
import { namesCertificate } from './certificate-id.ts'
import type { Crl } from './crl.ts'
import { CLOCK_TOLERANCE, isSameMoment, speaksFor } from './currency.ts'
import { EXTENDED_REVOKE, NONCE } from './ocsp-oids.ts'
import { type BasicResponse, type OcspRefusal, readOcspResponse } from './ocsp-response.ts'
import { checkOcspSigner } from './ocsp-signer.ts'
import { faultOf, RevocationError } from './revocation-error.ts'
import type { RevocationStatus } from './revocation-status.ts'
import type { CertificateStatus, SingleResponse } from './single-response.ts'

export type OcspQuestion = {
  readonly certificate: Certificate
  /** Who issued it, to whom the caller has found a path. */
  readonly issuer: Certificate
  readonly at: Date
  /** What the request carried: the answer must carry the same. */
  readonly nonce?: Uint8Array
  /** When the answer came, by our clock: then it must have been made just before. Absent: it is kept evidence. */
  readonly receivedAt?: Date
  /** Lists in which a responder is looked for whose certificate says nothing of its own revocation. */
  readonly crls?: readonly Crl[]
  readonly verifiedLinks?: VerifiedLinks
  /** Shared by everything that is asked about one message; each answer has its own otherwise. */
  readonly effort?: Effort
}

/** The status at `at` by an OCSPResponse in DER. Never throws for bad input: that makes `unknown`. */
export function judgeOcsp(response: Uint8Array, question: OcspQuestion): RevocationStatus {
  try {
    const { status, answer } = believedAnswer(response, question)
    const { thisUpdate } = answer
    if (status.is === 'revoked' && status.since <= question.at) {
      const { since, reason } = status
      return { is: 'revoked', source: 'ocsp', since, reason, at: thisUpdate, proof: response }
    }
    return { is: 'good', source: 'ocsp', at: thisUpdate, proof: response }
  } catch (thrown) {
    return { is: 'unknown', why: faultOf(thrown, 'ocsp-malformed') }
  }
}

type KnownStatus = Exclude<CertificateStatus, { is: 'unknown' }>
type Believed = { readonly answer: SingleResponse; readonly status: KnownStatus }

/** §3.2, its six steps, each of which throws a RevocationError. */
function believedAnswer(response: Uint8Array, question: OcspQuestion): Believed {
  const read = readOcspResponse(response)
  if (read.status !== 'successful') throw refusalFault(read.status)
  const { basic } = read
  const { issuer, crls = [], verifiedLinks = new Set(), effort = { signatures: 0 } } = question
  checkOcspSigner({ basic, issuer, crls, verifiedLinks, effort }) // steps 2 to 4
  checkExtensions(basic)
  checkNonce(basic, question)
  const answers = basic.answers.filter(({ id }) => namesCertificate(id, question)) // step 1
  for (const answer of answers) checkCurrency(answer, basic, question) // steps 5 and 6
  const answer = onlyOne(answers)
  return { answer, status: knownStatus(answer, basic, question) }
}

function refusalFault(status: OcspRefusal): RevocationError {
  return new RevocationError(status === 'try-later' ? 'ocsp-try-later' : 'ocsp-refused')
}

/** §4.4: an extension on which the responder insists, and which is not processed here, ends it. */
function checkExtensions({ extensions, answers }: BasicResponse): void {
  const isUnknown = extensions.some(({ critical, oid }) => critical && !UNDERSTOOD.has(oid))
  if (isUnknown || answers.some(({ hasUnknownCritical }) => hasUnknownCritical)) {
    throw new RevocationError('ocsp-extension-unknown')
  }
}

const UNDERSTOOD: ReadonlySet<string> = new Set([NONCE, EXTENDED_REVOKE])

/** RFC 8954 §2.1. Where a nonce was sent, an answer without one may be an old one. */
function checkNonce({ nonce }: BasicResponse, { nonce: sent }: OcspQuestion): void {
  if (sent && !(nonce && sameBytes(nonce, sent))) throw new RevocationError('ocsp-nonce-mismatch')
}

/** §4.2.2.1. A live answer is one made for us now; kept evidence must speak for the judging time. */
function checkCurrency(answer: SingleResponse, { producedAt }: BasicResponse, question: OcspQuestion): void {
  const { thisUpdate, nextUpdate } = answer
  const { at, receivedAt } = question
  const isLive =
    receivedAt === undefined ||
    (isSameMoment(producedAt, receivedAt) && isSameMoment(thisUpdate, receivedAt) && isNotOver(nextUpdate, receivedAt))
  const isFromFuture = thisUpdate.getTime() > producedAt.getTime() + CLOCK_TOLERANCE
  if (!isLive || isFromFuture || !speaksFor(answer, at)) throw new RevocationError('ocsp-not-current')
}

function isNotOver(nextUpdate: Date | undefined, now: Date): boolean {
  return nextUpdate === undefined || now.getTime() <= nextUpdate.getTime() + CLOCK_TOLERANCE
}

/** The answer about the certificate. One that is repeated must say the same again. */
function onlyOne(answers: readonly SingleResponse[]): SingleResponse {
  const [first, ...others] = answers
  if (!first) throw new RevocationError('ocsp-other-certificate')
  const said = JSON.stringify(first.status)
  if (others.some(({ status }) => JSON.stringify(status) !== said)) throw new RevocationError('ocsp-ambiguous')
  return first
}

function knownStatus(answer: SingleResponse, basic: BasicResponse, { certificate }: OcspQuestion): KnownStatus {
  const { status, thisUpdate, archiveCutoff } = answer
  if (status.is === 'unknown' || isNeverIssued(status, basic)) throw new RevocationError('ocsp-certificate-unknown')
  const isKept = archiveCutoff !== undefined && archiveCutoff <= certificate.notAfter // §4.4.4
  if (status.is === 'good' && thisUpdate > certificate.notAfter && !isKept) {
    throw new RevocationError('ocsp-not-current') // §2.2: `good` is only said of certificates in their time
  }
  return status
}

/** §2.2, §4.4.8: how a responder may answer about a certificate that was never issued. */
function isNeverIssued(status: KnownStatus, { extensions }: BasicResponse): boolean {
  const isMarked = extensions.some(({ oid }) => oid === EXTENDED_REVOKE)
  return isMarked && status.is === 'revoked' && status.reason === 'certificateHold' && status.since.getTime() === 0
}
