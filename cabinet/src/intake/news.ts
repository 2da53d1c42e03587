// Of which change of an application its person is told, and of which not. Pure: no clock, no database, no HTTP.
// What the core sends of the past, such as twenty million applications on its first day, is no news to anybody.
import type { Application, State } from '../applications/application.ts'
import { type KindId, kindOf } from '../applications/kinds.ts'
import { roadOf } from '../applications/road.ts'

/** Kinds of notices (notifications/notice.ts). */
export type News =
  | 'application-received'
  | 'bank-details-filed' // an alert: money could be led elsewhere by it
  | 'execution-started'
  | 'execution-released'
  | 'application-executed'
  | 'application-refused'
  | 'status-unclear'
  | 'status-clear'
  | FactNews

/** Of what changes beside the state, mostly after the end: money was given out, and one more operation. */
export type FactNews = 'sum-released' | 'operation-added'

export type Change = {
  readonly kind: KindId
  readonly before: State | undefined // undefined: the application is new to us
  readonly after: State
  readonly receivedAt: Date
  readonly closedOn: string | undefined
}

/** Facts that are news when they change. All others may be mended unheard. */
export type Facts = {
  readonly operatorRelease: Application['operatorRelease']
  readonly operations: readonly string[] // the day of each
}

export type FactChange = {
  readonly kind: KindId
  readonly before: Facts
  readonly after: Facts
  readonly closedOn: string | undefined
}

const RECEIVED_DAYS = 3 // so long a core that was silent over a weekend may take to send it
const ENDED_DAYS = 30
const RELEASED_DAYS = 180 // after the end: operators take weeks, and no day of the release is told

export function newsOf(change: Change, now: Date): News | undefined {
  const { before, after, kind } = change
  if (before === undefined && isPast(change.receivedAt, RECEIVED_DAYS, now)) return undefined
  if (after === 'executed' || after === 'refused') return newsOfEnd(change, after, now)
  if (before === undefined)
    return kindOf(kind).family === 'bank-details' ? 'bank-details-filed' : 'application-received'
  if (after === 'unclear') return before === 'accepted' ? 'status-unclear' : undefined
  if (before === 'unclear') return after === 'accepted' ? 'status-clear' : undefined
  if (!kindOf(kind).withdrawal.possible) return undefined // a claim changes nothing for the person
  if (after === 'executing') return 'execution-started'
  return before === 'executing' ? 'execution-released' : undefined
}

/** Told also when the application arrives with its end, while it is young. */
function newsOfEnd({ before, closedOn }: Change, end: 'executed' | 'refused', now: Date): News | undefined {
  if (before === end) return undefined
  return isLongOver(closedOn, ENDED_DAYS, now) ? undefined : `application-${end}`
}

/** Beside the state: not asked of a message that brings the end, which says it all. */
export function newsOfFacts({ kind, before, after, closedOn }: FactChange, now: Date): FactNews[] {
  const isReleased = after.operatorRelease === 'yes' && before.operatorRelease !== 'yes'
  const isNews = isReleased && roadOf(kind) === 'lump-sum' && !isLongOver(closedOn, RELEASED_DAYS, now)
  return [...(isNews ? (['sum-released'] as const) : []), ...newsOfOperations(before, after, now)]
}

/** One of other days or sums is a correction; the first comes with the end. */
function newsOfOperations({ operations: before }: Facts, { operations: after }: Facts, now: Date): FactNews[] {
  if (before.length === 0 || after.length <= before.length) return []
  const countOf = (days: readonly string[], day: string) => days.filter(one => one === day).length
  const added = after.filter(day => countOf(after, day) > countOf(before, day))
  return added.some(day => !isLongOver(day, ENDED_DAYS, now)) ? ['operation-added'] : []
}

/** A day of which nothing is known is today. */
function isLongOver(on: string | undefined, days: number, now: Date): boolean {
  return on !== undefined && isPast(new Date(`${on}T23:59:59Z`), days, now)
}

function isPast(at: Date, days: number, now: Date): boolean {
  return now.getTime() - at.getTime() > days * 86_400_000
}
