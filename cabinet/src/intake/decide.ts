// What the core's word may do to an application that we know. Pure: no clock, no database, no HTTP.
// A claim and a signature stand above any message: nothing moves a state behind their back, and final is final.
import type { State } from '../applications/application.ts'
import { type KindId, kindOf } from '../applications/kinds.ts'
import type { CoreProblem } from './core-problem-codes.ts'
import type { CoreOutcome } from './receive-application.ts'

export type Word = 'accepted' | 'executed' | 'refused' | 'unclear'

export type Ruling =
  | { readonly kind: 'keep' }
  | { readonly kind: 'move'; readonly to: Word }
  | { readonly kind: 'refuse'; readonly problem: CoreProblem; readonly alarm: boolean }

const KEEP: Ruling = { kind: 'keep' }

/** What stands in our books of the application. */
export type Known = { readonly kind: KindId; readonly state: State; readonly closedOn: string | undefined }
export type Said = { readonly word: Word; readonly on: string | undefined }

/** A repeated or later intake of a known application. */
export function decideIntake(known: Known, said: Said): Ruling {
  if (isRepeatOfTheEnd(known, said)) return KEEP
  if (said.word === 'accepted' || said.word === 'unclear') return decideOpenWord(known.state, said.word)
  if (known.state === 'executing') return refuse('claim-held')
  return decideEnd(known, said)
}

/** An end reported as an event: executed or refused. */
export function decideStatusEvent(known: Known, said: Said): Ruling {
  if (isRepeatOfTheEnd(known, said)) return KEEP
  return decideEnd(known, said)
}

/** The core may still hold what we have moved on from: its "accepted" never takes a step back. */
function decideOpenWord(state: State, word: 'accepted' | 'unclear'): Ruling {
  if (state !== 'accepted' && state !== 'unclear') return KEEP
  return state === word ? KEEP : { kind: 'move', to: word }
}

function decideEnd(known: Known, { word }: Said): Ruling {
  if (known.state === 'executed' || known.state === 'refused' || known.state === 'withdrawn')
    return alarm('state-final')
  if (known.state === 'withdrawing')
    return word === 'executed' ? alarm('withdrawal-being-checked') : refuse('withdrawal-being-checked')
  const needsClaim = word === 'executed' && kindOf(known.kind).withdrawal.possible
  if (needsClaim && known.state !== 'executing') return alarm('claim-needed')
  return { kind: 'move', to: word }
}

export type Standing = { readonly state: State; readonly claim: string | null }

/** Why it could not be claimed, or that it was before. */
export function explainClaim(row: Standing | undefined, claimId: string): CoreOutcome {
  if (!row) return { kind: 'refused', problem: 'application-unknown' }
  if (row.claim === claimId) return { kind: 'unchanged', state: row.state } // a repeat, also after the end
  return { kind: 'refused', problem: CLAIM_REFUSED[row.state], state: row.state }
}

const CLAIM_REFUSED: Readonly<Record<State, CoreProblem>> = {
  accepted: 'withdrawal-being-checked', // it was something else a moment ago: ask again
  executing: 'claim-held',
  withdrawing: 'withdrawal-being-checked',
  executed: 'state-final',
  refused: 'state-final',
  withdrawn: 'state-final',
  unclear: 'status-unclear',
}

export function explainRelease(row: Standing | undefined): CoreOutcome {
  if (!row) return { kind: 'refused', problem: 'application-unknown' }
  if (row.state === 'executing') return { kind: 'refused', problem: 'claim-unknown', state: row.state }
  if (row.claim === null && row.state !== 'executed') return { kind: 'unchanged', state: row.state } // released before
  return { kind: 'refused', problem: 'state-final', state: row.state }
}

function isRepeatOfTheEnd(known: Known, said: Said): boolean {
  return known.state === said.word && known.closedOn !== undefined && known.closedOn === said.on
}

function refuse(problem: CoreProblem): Ruling {
  return { kind: 'refuse', problem, alarm: false }
}

/** Two truths that exclude each other: somebody must look. */
function alarm(problem: CoreProblem): Ruling {
  return { kind: 'refuse', problem, alarm: true }
}
