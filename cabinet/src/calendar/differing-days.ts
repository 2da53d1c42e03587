// The days on which two calendars disagree: why a deadline moved, and what a new calendar would change.
import { plusDays } from './almaty.ts'
import type { Calendar, Day } from './calendar.ts'

export type DayChange = { readonly date: string; readonly was: Day | undefined; readonly is: Day | undefined }

/** From one date to another, both included: the days that work in one calendar and not in the other. */
export function differingDays(before: Calendar, after: Calendar, from: string, to: string): DayChange[] {
  const changes: DayChange[] = []
  for (let date = from; date <= to; date = plusDays(date, 1)) {
    const [was, is] = [before.day(date), after.day(date)]
    if (was?.works !== is?.works) changes.push({ date, was, is })
  }
  return changes
}
