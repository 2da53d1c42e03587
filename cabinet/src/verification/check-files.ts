// Anybody has a signature checked, with the document or without. Nothing is kept, and nobody's act waits for it.
import { createHash } from 'node:crypto'
import { decodeMaybePem } from '@otinish/eds/pem'
import type { Report } from '@otinish/eds/report'
import type { Ask } from '../signatures/ask.ts'
import type { TaskOutcome } from '../signatures/pool.ts'
import type { JudgedFile, ReportAnswer, ReportQuestion } from '../signatures/report-on.ts'
import { decideDocument, type SignedDocument } from './signed-document.ts'
import { withoutTricks } from './without-tricks.ts'

export type Upload = { readonly cms: Uint8Array; readonly content: Uint8Array | undefined }

export type FilesCheckNeeds = {
  readonly reportOn: (question: ReportQuestion) => Promise<TaskOutcome<ReportAnswer>>
  readonly ocsp: { readonly gost: Ask; readonly rsa: Ask }
  readonly timeoutMs: number // for the authority's answers
  readonly now: () => Date
}

export type CheckedFiles = {
  readonly report: Report
  readonly document: SignedDocument
  readonly sha256: string | undefined // hex, of the document that was signed
  readonly judged: JudgedFile | undefined // where it lay in an archive, and how many files beside it
}

export const checkFiles =
  (needs: FilesCheckNeeds) =>
  async (upload: Upload): Promise<CheckedFiles | 'busy'> => {
    const question = { cms: decodeMaybePem(upload.cms), content: upload.content, at: needs.now() }
    const first = await told(needs, { ...question, answers: [] })
    if (first === 'busy' || first.questions.length === 0) return first === 'busy' ? first : checked(upload, first)
    const answers = await askAuthority(needs, first)
    const second = await told(needs, { ...question, answers })
    return second === 'busy' ? second : checked(upload, second)
  }

/** What takes longer than any honest signature, or breaks the thread, is none. */
const TOO_MUCH: ReportAnswer = {
  report: { outcome: 'invalid', reasons: ['limit-exceeded'], signers: [] },
  inside: undefined,
  judged: undefined,
  questions: [],
}

async function told({ reportOn }: FilesCheckNeeds, question: ReportQuestion): Promise<ReportAnswer | 'busy'> {
  const outcome = await reportOn(question)
  if (outcome.kind === 'busy') return 'busy'
  return outcome.kind === 'done' ? outcome.value : TOO_MUCH
}

/** All at once; who does not answer leaves it unknown. */
async function askAuthority({ ocsp, timeoutMs }: FilesCheckNeeds, { questions }: ReportAnswer) {
  const whole = AbortSignal.timeout(timeoutMs)
  const answers = await Promise.all(
    questions.map(async ({ responder, request, nonce }) => {
      const answer = await ocsp[responder](request, whole)
      return answer.kind === 'answer' ? [{ ...answer.value, nonce }] : []
    }),
  )
  return answers.flat()
}

function checked({ content }: Upload, { report, inside, judged }: ReportAnswer): CheckedFiles {
  const document = decideDocument(report, { given: content !== undefined, inside: inside !== undefined })
  const ofGiven = document === 'same' && content ? createHash('sha256').update(content).digest('hex') : undefined
  return { report: withoutTricks(report), document, sha256: inside ?? ofGiven, judged: withoutTricks(judged) }
}
