// How many rows a person has of each kind and status, and what that says of a question.
import type { ShownStatus } from './application.ts'
import { SHOWN_STATUSES } from './application.ts'
import type { KindId } from './kinds.ts'
import type { ListPage } from './view.ts'

/** Each pair of status and kind that has any rows, and how many. */
export type Tally = readonly (readonly [ShownStatus, KindId, number])[]

type Asked = { readonly kinds?: readonly string[] | undefined; readonly status?: ShownStatus | undefined }

/** Rows of these kinds and this status, or of any; a search by number is counted by whoever searches. */
export function totalOf(tally: Tally, { kinds, status }: Asked): number {
  let total = 0
  for (const [its, kind, rows] of tally) if ((kinds?.includes(kind) ?? true) && (status ?? its) === its) total += rows
  return total
}

/** The kinds that the person has, the most frequent first. */
export function kindsOf(tally: Tally): ListPage['kinds'] {
  const counts = new Map<KindId, number>()
  for (const [, kind, rows] of tally) counts.set(kind, (counts.get(kind) ?? 0) + rows)
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
}

/** The statuses that the person's applications have, in the order in which they are named everywhere. */
export function statusesOf(tally: Tally): ListPage['statuses'] {
  return SHOWN_STATUSES.map(status => ({ status, count: totalOf(tally, { status }) })).filter(({ count }) => count > 0)
}

/** Rows of a month ('2025-11'), for each month that has any. */
export type Months = readonly (readonly [string, number])[]

/** The number of a row of this day that is the n-th of its month, counted from the person's oldest row. */
export function ordinalOf(months: Months, day: string, inMonth: number): number {
  const month = day.slice(0, 7)
  return months.reduce((sum, [one, rows]) => (one < month ? sum + rows : sum), inMonth)
}
