// What the completion of a withdrawal is given by the world: a store, a verifier, a clock and randomness. The service gives
// the real ones (completion-store.ts); a test gives others, and walks through every order in which they may answer.
import type { DraftRow } from './draft-store.ts'
import type { Judgement, Settlement } from './settle.ts'
import type { Attempt, KeptAttempt, NewAttempt, Receipt } from './signature-store.ts'
import type { Registration } from './withdrawal.ts'

/** A signature and the statement it is under, as they were sent and drawn up. */
export type Opened = { readonly attempt: Attempt; readonly draft: DraftRow }

/** Each call happens whole or not at all, and two at the same moment one after the other. */
export type CompletionStore = {
  readonly findDraft: (id: string) => Promise<DraftRow | undefined>
  /** accepted → withdrawing with this signature, if it is still so; else why not, or what was sent before. */
  readonly receive: (draft: DraftRow, sent: NewAttempt) => Promise<Receipt>
  /** What was sent before, if it was; nothing is changed. */
  readonly recall: (draft: DraftRow, sent: NewAttempt) => Promise<Receipt | undefined>
  /** Takes up the signature that is longest due; nobody else takes it meanwhile. */
  readonly takeDue: (now: Date) => Promise<KeptAttempt | undefined>
  /** What was taken up, to be judged. Throws when the signature or its statement cannot be read. */
  readonly open: (taken: KeptAttempt) => Promise<Opened>
  /** Decides what is not decided yet. Whoever comes second finds it decided. */
  readonly settle: (settlement: Settlement) => Promise<Attempt>
  /** By which the application of this signature was withdrawn. */
  readonly findRegistration: (attempt: Attempt) => Promise<Registration | undefined>
}

export type Completion = {
  readonly store: CompletionStore
  /** Asks the threads and the network, no longer than `until` by `performance.now()`. */
  readonly judge: (attempt: Attempt, draft: DraftRow, until?: number) => Promise<Judgement>
  readonly now: () => Date
  readonly newId: () => string
}
