// A row of qr_operation with its documents, and the operation that it is.
import type { Iin } from '../citizens/iin.ts'
import type { Language } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Operation, Progress } from './operation.ts'
import type { QrDocument } from './purpose.ts'

type DocumentRow = Omit<QrDocument, 'bytes'> & { readonly bytes: string } // base64

export type OperationRow = {
  readonly purpose: string
  readonly language: Language
  readonly confirmation: number
  readonly next: string | null
  readonly expected: Iin | null
  readonly draft: string | null
  readonly overtaken: boolean
  readonly given: number
  readonly made_at: Date
  readonly expires_at: Date
  readonly same_device: boolean
  readonly documents: readonly DocumentRow[]
} & ProgressRow

/** As the constraints of the table have it. */
type ProgressRow =
  | { readonly state: 'waiting' | 'declined' | 'cancelled' }
  | { readonly state: 'scanned'; readonly problem: ProblemCode | null }
  | { readonly state: 'failed'; readonly problem: ProblemCode; readonly answer: Buffer }
  | SignedRow

type SignedRow = {
  readonly state: 'signed' | 'completed'
  readonly ended_at: Date
  readonly answer: Buffer
  readonly signer: Iin
}

export function toOperation(row: OperationRow): Operation {
  return {
    purpose: row.purpose,
    language: row.language,
    confirmation: row.confirmation,
    next: row.next ?? undefined,
    expected: row.expected ?? undefined,
    draft: row.draft ?? undefined,
    overtaken: row.overtaken,
    given: row.given,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    sameDevice: row.same_device,
    documents: row.documents.map(({ bytes, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes, 'base64') })),
    progress: toProgress(row),
  }
}

function toProgress(row: ProgressRow): Progress {
  if (row.state === 'scanned') return { is: 'scanned', problem: row.problem ?? undefined }
  if (row.state === 'failed') return { is: 'failed', problem: row.problem, answer: row.answer.toString('hex') }
  if (row.state !== 'signed' && row.state !== 'completed') return { is: row.state }
  return { is: row.state, at: row.ended_at, answer: row.answer.toString('hex'), signer: row.signer }
}
