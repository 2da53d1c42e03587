// What a calendar makes of the deadline of one application. Pure.
import type { State } from '../applications/application.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { firstPromise, type KeptDeadline, type Recount, recount } from '../calendar/promise.ts'
import { countTerm } from '../calendar/term.ts'
import { policyOf } from './policy-of.ts'

/** An application whose deadline a newer calendar may change: it is under way, or has none yet. */
export type Candidate = {
  readonly iin: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly receivedAt: Date
  readonly kept: KeptDeadline | undefined
}

export type Recounted = {
  readonly outcome: Recount['outcome'] | 'gained'
  readonly deadline: KeptDeadline
}

/** A deadline of a finished one is history: it stays as it was counted. */
export const UNDER_WAY = ['accepted', 'executing', 'withdrawing', 'unclear'] as const satisfies readonly State[]

/** `undefined` when no term is set, or it ends past the calendar: what is kept stays. */
export function recountOne({ kind, receivedAt, kept }: Candidate, calendar: Calendar, at: Date): Recounted | undefined {
  const policy = policyOf(kind)
  const term = policy && countTerm(policy, receivedAt, calendar)
  if (!term) return undefined
  const count = { date: term.date, version: calendar.version, at }
  return kept ? recount(kept, count) : { outcome: 'gained', deadline: firstPromise(count) }
}
