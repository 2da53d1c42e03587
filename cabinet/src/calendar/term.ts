// The last day of a term, with every day on the way: counted, skipped, and why. The rules of each kind: policy.ts.
import type { CountedDay } from '../applications/view.ts'
import { almatyDate, almatyTime, plusDays } from './almaty.ts'
import { type Calendar, type Day, workingDayFrom } from './calendar.ts'
import type { DeadlinePolicy } from './policy.ts'

export type Term = { readonly date: string; readonly days: readonly CountedDay[] }

/** `undefined` when the term ends past the calendar. */
export function countTerm(policy: DeadlinePolicy, receivedAt: Date, calendar: Calendar): Term | undefined {
  return policy.unit === 'workingDay'
    ? countWorkingDays(policy, receivedAt, calendar)
    : countCalendarDays(policy, almatyDate(receivedAt), calendar)
}

function countWorkingDays(policy: DeadlinePolicy, receivedAt: Date, calendar: Calendar): Term | undefined {
  const received = almatyDate(receivedAt)
  const registered = policy.cutoff ? registrationDay(policy.cutoff, receivedAt, calendar) : received
  if (!registered) return undefined
  const first = policy.firstDay === 'sameDay' ? registered : plusDays(registered, 1)
  const days: CountedDay[] = []
  for (let date = received, counted = 0; counted < policy.n; date = plusDays(date, 1)) {
    const day = calendar.day(date)
    if (!day) return undefined
    const counts = date >= first && day.works
    if (counts) counted++
    days.push(counts || !day.works ? { ...plain(day), counts } : beforeStart(date))
  }
  return { date: lastDate(days), days }
}

/** What arrives on a day off, or after the end of the registration day, is registered on the next working day. */
function registrationDay(cutoff: string, receivedAt: Date, calendar: Calendar): string | undefined {
  const date = almatyDate(receivedAt)
  const late = almatyTime(receivedAt) > `${cutoff}:00`
  return workingDayFrom(calendar, late && calendar.day(date)?.works ? plusDays(date, 1) : date)
}

function countCalendarDays(policy: DeadlinePolicy, received: string, calendar: Calendar): Term | undefined {
  const first = policy.firstDay === 'sameDay' ? received : plusDays(received, 1)
  const natural = plusDays(first, policy.n - 1)
  const end = policy.ifDayOff === 'keep' ? natural : workingDayFrom(calendar, natural)
  if (!end) return undefined
  const days: CountedDay[] = []
  for (let date = received; date <= end; date = plusDays(date, 1)) {
    const day = calendar.day(date)
    if (!day) return undefined
    if (date < first) days.push(beforeStart(date))
    else if (date <= natural) days.push({ date, counts: true, why: 'calendar', name: day.name, instead: undefined })
    else days.push({ ...plain(day), counts: false })
  }
  return { date: end, days }
}

function plain(day: Day): Omit<CountedDay, 'counts'> {
  return { date: day.date, why: day.why, name: day.name, instead: day.instead }
}

function beforeStart(date: string): CountedDay {
  return { date, counts: false, why: 'before-start', name: undefined, instead: undefined }
}

function lastDate(days: readonly CountedDay[]): string {
  return days.at(-1)?.date ?? ''
}
