// What a calendar makes of the deadline of one application. Pure.
import type { State } from '../applications/application.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { firstPromise, type KeptDeadline, type Recount, recount } from '../calendar/promise.ts'
import { countTerm } from '../calendar/term.ts'
import { policyOf } from './policy-of.ts'

export type Candidate = {
  readonly iin: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: State
  readonly receivedAt: Date
  readonly kept: KeptDeadline | undefined
}

export type Recounted = {
  readonly outcome: Recount['outcome'] | 'gained'
  readonly deadline: KeptDeadline
}

/** It has no deadline yet, or is under way and was counted with another calendar. What is finished stays as it was counted. */
export function mayChange({ state, kept }: Candidate, version: string): boolean {
  return kept === undefined || (kept.calendarVersion !== version && !FINAL.has(state))
}

const FINAL: ReadonlySet<State> = new Set(['executed', 'refused', 'withdrawn'])

/** `undefined` when no term is set, or it ends past the calendar: what is kept stays. */
export function recountOne({ kind, receivedAt, kept }: Candidate, calendar: Calendar, at: Date): Recounted | undefined {
  const policy = policyOf(kind)
  const term = policy && countTerm(policy, receivedAt, calendar)
  if (!term) return undefined
  const count = { date: term.date, version: calendar.version, at }
  return kept ? recount(kept, count) : { outcome: 'gained', deadline: firstPromise(count) }
}
