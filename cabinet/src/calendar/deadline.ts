// Until when the fund must act on an application, and how that stands today (memo items S-59, S-64, S-70).
import type { Deadline, DeadlineChange } from '../applications/view.ts'
import { almatyDate } from './almaty.ts'
import { type Calendar, workingDaysBetween } from './calendar.ts'
import { differingDays } from './differing-days.ts'
import type { DeadlinePolicy } from './policy.ts'
import type { KeptDeadline } from './promise.ts'
import { countTerm } from './term.ts'

export type DeadlineInput = {
  readonly policy: DeadlinePolicy
  readonly receivedAt: Date
  readonly closedOn: string | undefined // when the fund executed or refused
  readonly today: string // ISO date, Almaty
}

/** The newest calendar, and those that the kept deadline names. */
export type KnownCalendars = { readonly newest: Calendar; readonly of: (version: string) => Calendar }

/** What was promised stands, and is explained by the calendar that it was counted with; what is left, by the newest. */
export function deadlineOf(input: DeadlineInput, kept: KeptDeadline, calendars: KnownCalendars): Deadline {
  const { policy, receivedAt, closedOn, today } = input
  const date = kept.promisedOn
  const term = countTerm(policy, receivedAt, calendars.of(kept.promisedVersion))
  const until = closedOn ?? today
  return {
    date,
    state: until > date ? 'overdue' : closedOn ? 'met' : 'running',
    workingDaysLeft: workingDaysBetween(calendars.newest, until, date),
    today,
    calendarVersion: kept.promisedVersion,
    days: term?.date === date ? term.days : [], // counted by a rule that is no longer ours: better none than wrong ones
    isForecast: calendars.newest.isForecast(date),
    change: changeOf(kept, almatyDate(receivedAt), calendars.of),
    revision: { number: kept.sequence, at: kept.countedAt },
  }
}

/** What newer calendars did to the date since it was first told, and which days are to blame. */
function changeOf(kept: KeptDeadline, received: string, of: KnownCalendars['of']): DeadlineChange | undefined {
  const { promisedOn, dueOn, moved } = kept
  const promised = of(kept.promisedVersion)
  if (promisedOn < dueOn) {
    const because = differingDays(promised, of(kept.calendarVersion), received, dueOn)
    return { is: 'kept', version: kept.calendarVersion, wouldBe: dueOn, because }
  }
  if (moved) {
    const because = differingDays(of(moved.version), promised, received, moved.from)
    return { is: 'moved', version: kept.promisedVersion, from: moved.from, because }
  }
  return kept.recountedAt && { is: 'unchanged', version: kept.calendarVersion }
}
