// Anybody's question about a signature, whoever signed: a whole report, from what the message carries, and from what the
// authority answers now where the message carries no proof about revocation.
import { createHash } from 'node:crypto'
import type { Code } from '@otinish/eds/code'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import type { Report } from '@otinish/eds/report'
import { type Examination, examineSignature } from '@otinish/eds/verify-signature'
import { type OcspQuestion, questionsOf } from './examine.ts'
import type { OcspReply } from './judge-revocation.ts'
import type { Trust } from './trust.ts'

export type ReportQuestion = {
  readonly cms: Uint8Array // DER
  readonly content: Uint8Array | undefined // what is said to have been signed
  readonly at: Date
  readonly answers: readonly OcspReply[] // to the questions of an earlier report on the same
}

export type ReportAnswer = {
  readonly report: Report
  readonly inside: string | undefined // SHA-256, hex, of the document in the message itself
  readonly questions: readonly OcspQuestion[] // nothing else is missing
}

/** Never throws for bad input: that is a report too. */
export function reportOn(input: ReportQuestion, trust: Trust, verifiedLinks: VerifiedLinks): ReportAnswer {
  const { cms, content, at, answers } = input
  const { anchors, intermediates, stampAnchors } = trust
  const examined = examineSignature(cms, {
    ...{ anchors, intermediates, at, verifiedLinks },
    ...(content && { content }),
    timestamps: { anchors: stampAnchors, intermediates },
    revocation: { ocsp: answers },
  })
  return {
    report: examined.report,
    inside: examined.content && createHash('sha256').update(examined.content).digest('hex'),
    questions: answers.length === 0 ? openQuestions(examined) : [],
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
