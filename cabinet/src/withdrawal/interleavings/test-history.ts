// For tests: what was asked and answered about one application, and what the books hold of it afterwards. The simulation, the
// races and the crashes all write it down in these words, and one checker reads it.
import type { State } from '../../applications/application.ts'
import type { CoreOutcome } from '../../intake/receive-application.ts'
import type { SignOutcome } from '../withdrawal.ts'

export type Call =
  | { readonly is: 'sign'; readonly draft: string; readonly cms: string; readonly key: string | null }
  | { readonly is: 'claim' | 'release'; readonly claim: string }
  | { readonly is: 'stop'; readonly draft: string } // “it was not me”
  | { readonly is: 'end'; readonly event: string; readonly word: 'executed' | 'refused' }

/** As whoever asked understood it. `unknown`: no answer came, or one that says that nobody knows. */
export type Answer =
  | { readonly is: 'withdrawn'; readonly registration: string }
  | { readonly is: 'checking' }
  | { readonly is: 'refused'; readonly code: string; readonly state?: State | undefined }
  | { readonly is: 'done' | 'repeated'; readonly state: State } // to the core
  | { readonly is: 'unknown' }

/** "A fault of ours, check the list" is no refusal: nobody knows. */
export function answerOfSigning(outcome: SignOutcome): Answer {
  if (outcome.kind === 'withdrawn') return { is: 'withdrawn', registration: outcome.registration.number }
  if (outcome.kind === 'checking') return { is: 'checking' }
  return outcome.code === 'internal' ? { is: 'unknown' } : { is: 'refused', code: outcome.code }
}

export function answerOfCore(outcome: CoreOutcome): Answer {
  if (outcome.kind === 'refused') return { is: 'refused', code: outcome.problem, state: outcome.state }
  return { is: outcome.kind === 'unchanged' ? 'repeated' : 'done', state: outcome.state }
}

/** `asked` and `answered` are moments of one clock; whatever was answered before something was asked came before it. */
export type Exchange = {
  readonly call: Call
  readonly asked: number
  readonly answered: number
  readonly answer: Answer
}

/** What happened to the row, in its order. */
export type Entry =
  | { readonly is: 'received'; readonly draft: string; readonly cms: string; readonly key: string | null }
  | {
      readonly is: 'noted' // too late to count, and kept
      readonly draft: string
      readonly cms: string
      readonly key: string | null
      readonly code: string
    }
  | { readonly is: 'withdrawn'; readonly cms: string; readonly registration: string }
  | { readonly is: 'given-back'; readonly cms: string; readonly code: string }
  | { readonly is: 'stopped'; readonly draft: string }
  | { readonly is: 'claimed'; readonly claim: string }
  | { readonly is: 'released'; readonly claim: string }
  | { readonly is: 'ended'; readonly event: string; readonly word: 'executed' | 'refused' }

/** What the tables hold at the end. */
export type Books = {
  readonly state: State
  readonly registration: string | null
  readonly drafts: ReadonlyMap<string, { readonly version: number }> // of the application as each was drawn up
  readonly log: readonly Entry[]
  readonly withdrawals: readonly Kept[]
  readonly accepted: readonly string[] // CMS of the signatures that count
  readonly messages: readonly string[] // registrations that the core will be told of
}

export type Kept = {
  readonly registration: string
  readonly draft: string
  readonly cms: string // as its evidence has it
}
