// Anybody's question about a signature, whoever signed: a whole report, from what the message carries, and from what the
// authority answers now where the message carries no proof about revocation.
import { createHash } from 'node:crypto'
import { sameBytes } from '@otinish/eds/bytes'
import { type Code, inOrder } from '@otinish/eds/code'
import type { ZipLimits } from '@otinish/eds/container/limits'
import { looksLikeZip } from '@otinish/eds/container/read-zip'
import { examineContainer } from '@otinish/eds/examine-container'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import type { Report } from '@otinish/eds/report'
import { type Examination, examineSignature, type VerifyOptions } from '@otinish/eds/verify-signature'
import { type OcspQuestion, questionsOf } from './examine.ts'
import type { OcspReply } from './judge-revocation.ts'
import { type Trust, trustOfStamps } from './trust.ts'

export type ReportQuestion = {
  readonly cms: Uint8Array // DER; or a container, which has its document inside
  readonly content: Uint8Array | undefined // what is said to have been signed
  readonly at: Date
  readonly answers: readonly OcspReply[] // to the questions of an earlier report on the same
}

export type ReportAnswer = {
  readonly report: Report
  readonly inside: string | undefined // SHA-256, hex, of the document in the message itself
  readonly judged: JudgedFile | undefined // of a container
  readonly questions: readonly OcspQuestion[] // nothing else is missing
}

/** The file in a container that was judged, and how many lie around it about which nothing is said. */
export type JudgedFile = { readonly path: string; readonly unchecked: number }

/** Never throws for bad input: that is a report too. */
export function reportOn(input: ReportQuestion, trust: Trust, verifiedLinks: VerifiedLinks): ReportAnswer {
  const { cms, content, at, answers } = input
  const { anchors, intermediates } = trust
  const options = {
    ...{ anchors, intermediates, at, verifiedLinks },
    ...trustOfStamps(trust),
    revocation: { ocsp: answers },
  }
  const examined = looksLikeZip(cms) ? inContainer(cms, content, options) : alone(cms, content, options)
  return {
    report: examined.report,
    inside: examined.content && createHash('sha256').update(examined.content).digest('hex'),
    judged: examined.judged,
    questions: answers.length === 0 ? openQuestions(examined) : [],
  }
}

type Examined = Examination & { readonly judged: JudgedFile | undefined }

function alone(cms: Uint8Array, content: Uint8Array | undefined, options: VerifyOptions): Examined {
  return { ...examineSignature(cms, content ? { ...options, content } : options), judged: undefined }
}

/** A stranger's; what is ours has a dozen entries and hardly shrinks. */
const ZIP_LIMITS: ZipLimits = { bytes: 4 * 1024 * 1024, entries: 32, inflated: 8 * 1024 * 1024, ratio: 100 }

/** The signature in it is over the document in it; one that is given beside it must be that document. */
function inContainer(zip: Uint8Array, given: Uint8Array | undefined, options: VerifyOptions): Examined {
  const { document, ...examined } = examineContainer(zip, { ...options, zipLimits: ZIP_LIMITS })
  const isOther = document && given && !sameBytes(document.content, given)
  const { report } = examined
  return {
    ...examined,
    content: document?.content,
    judged: document && { path: document.path, unchecked: document.unchecked },
    report: isOther
      ? { ...report, outcome: 'invalid', reasons: inOrder(['content-mismatch', ...report.reasons]) }
      : report,
  }
}

const MAX_SIGNERS = 2 // whose certificates an authority is asked about for a stranger

/** The authority is asked only about a signature that is good but for its answer. */
function openQuestions({ report, signers }: Examination): readonly OcspQuestion[] {
  const isOpen = report.reasons.includes('revocation-unknown') && report.reasons.every(code => HARMLESS.has(code))
  if (!isOpen || signers.length > MAX_SIGNERS) return []
  return signers.flatMap(({ chain }) => questionsOf(chain))
}

const HARMLESS: ReadonlySet<Code> = new Set(['revocation-unknown', 'timestamp-over-content', 'content-missing'])
