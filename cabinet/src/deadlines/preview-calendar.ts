// What a calendar would change, without changing it: the days that differ, and the applications under way.
import { almatyDate } from '../calendar/almaty.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { type DayChange, differingDays } from '../calendar/differing-days.ts'
import type { Sql } from '../database/sql.ts'
import { type Candidate, type Recounted, recountOne } from './decide.ts'
import { nextStretch, type Place, type Tally } from './recount-store.ts'

/** An application without anything that says whose it is. */
export type Example = {
  readonly outcome: 'gained' | 'earlier' | 'later'
  readonly kind: string
  readonly received: string
  readonly from: string | undefined
  readonly to: string
}

export type Preview = {
  readonly days: readonly DayChange[]
  readonly tally: Tally
  readonly examples: readonly Example[]
}

const EXAMPLES = 5 // of each outcome
const STRETCH = 5000

export async function previewCalendar(sql: Sql, active: Calendar, next: Calendar, now: Date): Promise<Preview> {
  const tally = { gained: 0, earlier: 0, later: 0, same: 0 }
  const examples: Example[] = []
  let place: Place | undefined
  do {
    const { last, candidates } = await nextStretch(sql, place, next.version, STRETCH)
    for (const candidate of candidates) {
      const recounted = recountOne(candidate, next, now)
      if (!recounted) continue
      tally[recounted.outcome]++
      if (tally[recounted.outcome] <= EXAMPLES) examples.push(...exampleOf(candidate, recounted))
    }
    place = last
  } while (place)
  return { days: differingDays(active, next, firstDay(active, next), lastDay(active, next)), tally, examples }
}

function exampleOf({ kind, receivedAt, kept }: Candidate, { outcome, deadline }: Recounted): Example[] {
  if (outcome === 'same') return []
  return [{ outcome, kind, received: almatyDate(receivedAt), from: kept?.promisedOn, to: deadline.dueOn }]
}

/** Of the years that both have: a year that is added differs in every day. */
function firstDay(one: Calendar, other: Calendar): string {
  return `${[one.years[0], other.years[0]].sort().at(-1)}-01-01`
}

function lastDay(one: Calendar, other: Calendar): string {
  return `${[one.years.at(-1), other.years.at(-1)].sort()[0]}-12-31`
}
