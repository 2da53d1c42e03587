// The rules of signing with eGov Mobile, whole and alone. Who is asking has been checked: the phone by its token, the page by
// the browser's cookie.
import type { ProblemCode } from '../web/problems.ts'
import type { Operation, ShownState } from './operation.ts'

/** Signed on the phone: for so long the page may still go on with it. Time enough to come back from the phone's own app. */
export const COMPLETION_MINUTES = 5

/** So often a phone may read a statement by one code. A second look is no mistake; a fourth is a code that goes round. */
export const MAX_GIVEN = 3

/** How the operation stands for whoever looks at it now. A statement was signed for good: no page has to go on with it. */
export function stateAt({ progress, expiresAt, draft, overtaken }: Operation, now: Date): ShownState {
  if (progress.is === 'waiting' || progress.is === 'scanned')
    return now < expiresAt && !overtaken ? progress.is : 'expired'
  if (progress.is === 'signed' && !draft) return now.getTime() < completionEnd(progress.at) ? 'signed' : 'expired'
  return progress.is
}

function completionEnd(signedAt: Date): number {
  return signedAt.getTime() + COMPLETION_MINUTES * 60_000
}

/** May the phone be told who asks (API №1) or what to sign (API №2)? Scanning twice is no mistake. */
export function servingRefusal(operation: Operation, now: Date): ProblemCode | undefined {
  const state = stateAt(operation, now)
  if (state === 'waiting' || state === 'scanned') return undefined
  if (state === 'expired') return operation.overtaken ? 'draft-overtaken' : 'qr-not-found'
  return state === 'signed' || state === 'completed' ? 'qr-used' : 'qr-closed'
}

/** What a phone sends back (protocol §5), as it was read. */
export type PhoneAnswer =
  | { readonly kind: 'empty' } // the "third PUT" of §5.3
  | { readonly kind: 'declined' } // §5.1
  | {
      readonly kind: 'documents'
      readonly method: string
      readonly documents: readonly SignedDocument[]
      readonly hash: string // of all the signatures
    }

export type SignedDocument = { readonly id: number; readonly data: string } // base64

export type AnswerDecision =
  | { readonly kind: 'done-before' } // the same again: the same answer, no second effect
  | { readonly kind: 'decline' }
  | {
      readonly kind: 'check'
      readonly hash: string
      readonly signatures: readonly SignatureToCheck[]
      readonly ended: boolean // the code, in another way: only what was received before that counts
    }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export type SignatureToCheck = { readonly cms: string; readonly content: Uint8Array }

/** When the answer arrived; `again`: it had arrived before, while the code was good, and that is the moment. */
export type Arrival = { readonly at: Date; readonly again: boolean }

/** What an answer of the phone means to this operation as of the moment when it first arrived. */
export function decideAnswer(
  operation: Operation,
  method: string,
  answer: PhoneAnswer,
  { at, again }: Arrival,
): AnswerDecision {
  const { progress } = operation
  if (progress.is === 'signed' || progress.is === 'completed')
    return answer.kind === 'empty' || isSame(answer, progress.answer) ? { kind: 'done-before' } : refuse('qr-used')
  if (progress.is === 'failed' && isSame(answer, progress.answer)) return refuse(progress.problem)
  if (progress.is === 'declined' && answer.kind === 'declined') return { kind: 'done-before' }
  const ended = progress.is === 'failed' || progress.is === 'declined' || progress.is === 'cancelled'
  const isStatements = operation.draft !== undefined // a signature under one was received for good, whoever pressed what since
  if (ended && !(again && isStatements)) return refuse('qr-closed')
  if (at >= operation.expiresAt) return refuse('qr-expired')
  if (!wasTold(operation)) return refuse('qr-not-found') // nobody was told what to sign
  if (answer.kind === 'empty') return refuse('qr-unsigned')
  if (answer.kind === 'declined') return { kind: 'decline' }
  if (answer.method !== method) return refuse('qr-form-unused')
  const signatures = matchDocuments(operation, answer)
  return typeof signatures === 'string' ? refuse(signatures) : { kind: 'check', hash: answer.hash, signatures, ended }
}

function wasTold({ progress, draft, given }: Operation): boolean {
  return progress.is !== 'waiting' && (!draft || given > 0)
}

/** Only the ids and the signatures are taken from the answer; names and rows are never read back (protocol §5). */
function matchDocuments(
  { documents }: Operation,
  answer: Extract<PhoneAnswer, { kind: 'documents' }>,
): readonly SignatureToCheck[] | ProblemCode {
  const signed = new Map(answer.documents.map(({ id, data }) => [id, data]))
  if (answer.documents.length !== documents.length || signed.size !== documents.length) return 'qr-other-documents'
  const signatures: SignatureToCheck[] = []
  for (const { id, bytes } of documents) {
    const cms = signed.get(id)
    if (cms === undefined) return 'qr-other-documents'
    if (cms === '' || cms === base64(bytes)) return 'qr-unsigned' // sent back as it was served
    signatures.push({ cms, content: bytes })
  }
  return signatures
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

function isSame(answer: PhoneAnswer, hash: string): boolean {
  return answer.kind === 'documents' && answer.hash === hash
}

/** May the page go on with what was signed? */
export function completionRefusal(operation: Operation, purpose: string, now: Date): ProblemCode | undefined {
  if (operation.purpose !== purpose) return 'qr-other-purpose'
  const state = stateAt(operation, now)
  if (state === 'signed') return undefined
  if (state === 'completed') return 'qr-used'
  if (state === 'expired') return 'qr-expired'
  return state === 'waiting' || state === 'scanned' ? 'qr-not-signed' : 'qr-closed'
}

function refuse(code: ProblemCode): { readonly kind: 'refusal'; readonly code: ProblemCode } {
  return { kind: 'refusal', code }
}
