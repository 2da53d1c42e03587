// Of which change of an application its person is told, and of which not. Pure: no clock, no database, no HTTP.
// What the core sends of the past, such as twenty million applications on its first day, is no news to anybody.
import type { State } from '../applications/application.ts'
import { type KindId, kindOf } from '../applications/kinds.ts'

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

export type Change = {
  readonly kind: KindId
  readonly before: State | undefined // undefined: the application is new to us
  readonly after: State
  readonly receivedAt: Date
  readonly closedOn: string | undefined
}

const RECEIVED_DAYS = 3 // so long a core that was silent over a weekend may take to send it
const ENDED_DAYS = 30

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
  const day = closedOn === undefined ? now : new Date(`${closedOn}T23:59:59Z`)
  return isPast(day, ENDED_DAYS, now) ? undefined : `application-${end}`
}

function isPast(at: Date, days: number, now: Date): boolean {
  return now.getTime() - at.getTime() > days * 86_400_000
}
