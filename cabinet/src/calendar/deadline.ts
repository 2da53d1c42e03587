// Until when the fund must act on an application, and how that stands today (memo items S-59, S-64, S-70).
import type { Deadline } from '../applications/view.ts'
import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { DeadlinePolicy } from './policy.ts'
import { countTerm } from './term.ts'

export type DeadlineInput = {
  readonly policy: DeadlinePolicy | undefined
  readonly receivedAt: Date
  readonly closedOn: string | undefined // when the fund executed or refused
  readonly today: string // ISO date, Almaty
}

/** `undefined` when there is no term, or it ends past the calendar. */
export function deadlineOf(input: DeadlineInput, calendar: Calendar): Deadline | undefined {
  const term = input.policy && countTerm(input.policy, input.receivedAt, calendar)
  if (!term) return undefined
  const until = input.closedOn ?? input.today
  return {
    date: term.date,
    state: until > term.date ? 'overdue' : input.closedOn ? 'met' : 'running',
    workingDaysLeft: workingDaysBetween(calendar, until, term.date),
    calendarVersion: calendar.version,
    days: term.days,
  }
}
