// The production calendar of Kazakhstan as versioned data: which days the fund works, and why not.
import type { Localised } from '../web/language.ts'
import { plusDays, weekday } from './almaty.ts'

export type DayReason = 'working' | 'weekend' | 'holiday' | 'religious' | 'transferred-off' | 'transferred-work'

export type Day = {
  readonly date: string
  readonly works: boolean
  readonly why: DayReason
  readonly name: Localised | undefined
  readonly instead: string | undefined // the day that it was swapped with, or the holiday that it makes up for
}

export type Calendar = {
  readonly version: string
  readonly years: readonly string[]
  /** Whether the year of the date has not been settled yet. */
  readonly isForecast: (date: string) => boolean
  /** `undefined` outside the years that the calendar knows. */
  readonly day: (date: string) => Day | undefined
}

/** The file's own shape; only what is read of it. */
export type CalendarFile = {
  readonly generatedFrom: string
  readonly years: Readonly<Record<string, { readonly status: string; readonly days: readonly CalendarFileDay[] }>>
}
type CalendarFileDay = Partial<Localised & Record<'for' | 'from' | 'to', string>> & {
  readonly date: string
  readonly type: keyof typeof REASONS
}

const REASONS = {
  public: 'holiday',
  observed: 'holiday',
  religious: 'religious',
  transferredOff: 'transferred-off',
  transferredWork: 'transferred-work',
} as const satisfies Record<string, DayReason>

/** Reads the calendar; its version is the day on which it was compiled, and '.2' for a second one of that day. */
export function readCalendar(file: CalendarFile): Calendar {
  const special = new Map(Object.values(file.years).flatMap(year => year.days.map(day => [day.date, read(day)])))
  const version = /\d{4}-\d{2}-\d{2}(\.[2-9])?/.exec(file.generatedFrom)?.[0]
  if (!version) throw new Error('the calendar does not say when it was compiled')
  return {
    version,
    years: Object.keys(file.years).sort(),
    isForecast: date => file.years[date.slice(0, 4)]?.status === 'forecast',
    day: date => (date.slice(0, 4) in file.years ? (special.get(date) ?? ordinary(date)) : undefined),
  }
}

function read(day: CalendarFileDay): Day {
  const why = REASONS[day.type]
  const { kk, ru, en } = day
  const name = kk && ru && en ? { kk, ru, en } : undefined
  return { date: day.date, works: why === 'transferred-work', why, name, instead: day.for ?? day.from ?? day.to }
}

function ordinary(date: string): Day {
  const works = weekday(date) % 6 !== 0
  return { date, works, why: works ? 'working' : 'weekend', name: undefined, instead: undefined }
}

/** The first working day on or after a date, or undefined past the calendar's end. */
export function workingDayFrom(calendar: Calendar, date: string): string | undefined {
  const day = calendar.day(date)
  if (!day) return undefined
  return day.works ? date : workingDayFrom(calendar, plusDays(date, 1))
}

/** The last working day before a date; past the calendar, by the day of the week. */
export function workingDayBefore(calendar: Calendar, date: string): string {
  const before = plusDays(date, -1)
  return (calendar.day(before) ?? ordinary(before)).works ? before : workingDayBefore(calendar, before)
}

/**
 * Working days after `from` up to and including `to`; negative when `to` lies before `from`. What lies past the calendar
 * counts by the day of the week, so that a term long overdue does not stand still.
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let date = plusDays(from, 1); date <= to; date = plusDays(date, 1))
    if ((calendar.day(date) ?? ordinary(date)).works) count++
  return count
}
