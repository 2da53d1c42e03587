// Verifies a signed document: every signer of a CMS, and the worst of them. RFC 5652 §5.
import type { RevocationProofs } from './chain-revocation.ts'
import { ID_DATA } from './cms/oids.ts'
import { type Form, readSignedData, type SignedData } from './cms/signed-data.ts'
import { type Code, inOrder, worst } from './code.ts'
import type { Limits } from './der/limits.ts'
import { codeOf } from './error.ts'
import { examineSigner, type Message } from './examine-signer.ts'
import type { VerifiedLinks } from './path/link.ts'
import type { Report } from './report.ts'
import type { RevocationStatus } from './revocation/revocation-status.ts'
import { digest, digestsOf } from './signature/digest.ts'
import type { HeldTimestamp } from './signer-timestamp.ts'
import type { TimestampTrust } from './tsp/verify-token.ts'
import type { Certificate } from './x509/certificate.ts'
import type { AskedPurpose } from './x509/purpose.ts'

export type VerifyOptions = {
  /** What was signed. Needed for a detached signature; an attached one must hold the same. */
  readonly content?: Uint8Array
  /** Authorities trusted for what they are; none means that no path is found. Never taken from the message. */
  readonly anchors: readonly Certificate[]
  /** Authorities that may stand between, beside the certificates in the message itself. */
  readonly intermediates?: readonly Certificate[]
  /**
   * The judging time, unless a time stamp that holds tells an earlier or later one: certificates must be valid and not
   * revoked then. The signing time of the message is told, never believed.
   */
  readonly at: Date
  /**
   * There: `at` is when the message was received. Then no time stamp moves it, and one of a later moment does not hold;
   * `tolerance`: by how many milliseconds clocks may differ.
   */
  readonly receipt?: { readonly tolerance: number }
  readonly purpose?: AskedPurpose // 'any' unless said otherwise
  /**
   * There: the status of every certificate below the anchor must be known, from these proofs or from those that the
   * message carries. Not there: only what the message carries is looked at, and nothing is missed. Nothing is fetched.
   */
  readonly revocation?: RevocationProofs
  /** There: time stamps on the signature are looked at, and whoever is trusted here is believed about the time. */
  readonly timestamps?: TimestampTrust
  /** A set of your own, kept between calls, spares repeating the arithmetic on authorities' certificates. */
  readonly verifiedLinks?: VerifiedLinks
  readonly limits?: Limits
  /** `der` unless said otherwise; `ber` also reads indefinite lengths and strings in pieces, as old tools wrote them. */
  readonly form?: Form
}

/** A report with what it was made of. */
export type Examination = {
  readonly report: Report
  readonly content: Uint8Array | undefined // of an attached signature
  readonly signers: readonly ExaminedSigner[] // in the order of the report
}

export type ExaminedSigner = {
  readonly certificate: Certificate | undefined
  readonly chain: readonly Certificate[] // from the signer to the anchor; empty without a path
  readonly revocation: readonly RevocationStatus[] // of each certificate of the chain but the anchor; one without a path
  readonly timestamp: HeldTimestamp | undefined // the earliest, when all hold; it sets the judging time unless `receipt` does
}

/** The report on a CMS in DER. Never throws for bad input: that is a report too. */
export function verifySignature(cms: Uint8Array, options: VerifyOptions): Report {
  return examineSignature(cms, options).report
}

/** The report with the certificates and the attached content. Never throws for bad input. */
export function examineSignature(cms: Uint8Array, options: VerifyOptions): Examination {
  const data = readOrCode(cms, options)
  if (typeof data === 'string') return refuse(data, undefined)
  if (data.signers.length === 0) return refuse('no-signers', data.content)
  const message = messageOf(data, options)
  const examined = data.signers.map(signer => examineSigner(signer, message, options))
  const reports = examined.map(({ report }) => report)
  return {
    report: {
      outcome: worst(reports.map(({ outcome }) => outcome)),
      reasons: inOrder(reports.flatMap(({ reasons }) => reasons)),
      signers: reports,
    },
    content: data.content,
    signers: examined.map(({ signer }) => signer),
  }
}

function readOrCode(cms: Uint8Array, { limits, form }: VerifyOptions): SignedData | Code {
  try {
    return readSignedData(cms, limits, form)
  } catch (thrown) {
    return codeOf(thrown)
  }
}

/** What cannot even be read. */
export function refuse(code: Code, content: Uint8Array | undefined): Examination {
  return { report: { outcome: 'invalid', reasons: [code], signers: [] }, content, signers: [] }
}

function messageOf(data: SignedData, { content: given, verifiedLinks }: VerifyOptions): Message {
  const content = data.content ?? given
  const digests = content && digestsOf(content)
  return {
    data,
    contentDigest: digests,
    imprintOfContent: digests && (name => (name === 'sha1' ? digest(name, content) : digests(name))),
    contentType: ID_DATA,
    shared: { effort: { signatures: 0 }, verifiedLinks: verifiedLinks ?? new Set() },
    effortForStamps: { signatures: 0 },
    effortForProofs: { signatures: 0 },
  }
}
