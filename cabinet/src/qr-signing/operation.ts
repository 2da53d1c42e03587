// One signing with eGov Mobile, from the code on the page to what came of it.
import type { Iin } from '../citizens/iin.ts'
import type { Language } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { QrDocument } from './purpose.ts'

/** What is the same through the whole life of an operation. */
export type OperationFacts = {
  readonly purpose: string
  readonly language: Language // of the page that began it
  readonly confirmation: number // two digits, on the page and on the phone
  readonly next: string | undefined // a path of ours to go on to
  readonly expected: Iin | undefined // who has to sign; anyone when nobody is expected
  readonly draft: string | undefined // the statement of withdrawal that is signed; without one a text of our own is
  readonly madeAt: Date
  readonly expiresAt: Date
}

export type Operation = OperationFacts & {
  readonly progress: Progress
  readonly sameDevice: boolean // begun by the link on the phone itself: there is a page to come back to
  readonly overtaken: boolean // its draft can no longer be signed: signed in another way, claimed, changed
  readonly given: number // how often the phone was given a statement to read
  readonly documents: readonly QrDocument[] // a statement is read from its draft, for the phone alone
}

/** How far it has come. `answer` is the hash of the signatures that decided; `problem` says why not, or why not yet. */
export type Progress =
  | { readonly is: 'waiting' }
  | { readonly is: 'scanned'; readonly problem: ProblemCode | undefined }
  | { readonly is: 'signed' | 'completed'; readonly at: Date; readonly answer: string; readonly signer: Iin }
  | { readonly is: 'failed'; readonly answer: string; readonly problem: ProblemCode }
  | { readonly is: 'declined' | 'cancelled' } // on the phone; on the page

export const SHOWN_STATES = [
  'waiting',
  'scanned',
  'signed',
  'completed',
  'declined',
  'cancelled',
  'failed',
  'expired',
] as const
export type ShownState = (typeof SHOWN_STATES)[number]
