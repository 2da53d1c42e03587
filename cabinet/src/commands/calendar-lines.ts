// What `otinish calendar` prints for whoever looks: no data of a person.
import type { Calendar, Day } from '../calendar/calendar.ts'
import type { DayChange } from '../calendar/differing-days.ts'
import type { CalendarLine } from '../deadlines/calendar-list.ts'
import type { Preview } from '../deadlines/preview-calendar.ts'

type Looked = {
  readonly next: Calendar
  readonly active: Calendar
  readonly warnings: readonly string[]
  readonly preview: Preview
  readonly today: string
}

const MOST_DAYS = 40

export function previewLines({ next, active, warnings, preview, today }: Looked): string[] {
  const { days, tally, examples } = preview
  return [
    `calendar ${next.version} for ${next.years[0]}–${next.years.at(-1)}; in force: ${active.version}`,
    ...warnings.map(warning => `warning: ${warning}`),
    `days that differ: ${days.length}`,
    ...days.slice(0, MOST_DAYS).map(day => `  ${dayLine(day, today)}`),
    ...(days.length > MOST_DAYS ? [`  and ${days.length - MOST_DAYS} more`] : []),
    'applications under way, and those that have no deadline yet:',
    `  ${tally.earlier} would get an earlier date, and their people be told`,
    `  ${tally.later} would get a later one: the earlier date stays promised`,
    `  ${tally.gained} would get a date for the first time`,
    `  ${tally.same} keep their date`,
    ...examples.map(
      ({ outcome, kind, received, from, to }) =>
        `  e.g. ${outcome}: ${kind} received on ${received}: ${from ?? 'no date'} → ${to}`,
    ),
    'nothing was changed',
  ]
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function dayLine({ date, was, is }: DayChange, today: string): string {
  const name = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return `${date} ${name}: ${word(was)} → ${word(is)}${date < today ? ' (in the past)' : ''}`
}

function word(day: Day | undefined): string {
  if (!day) return 'not in the calendar'
  const reason = day.name?.en ?? (day.instead && `swapped with ${day.instead}`)
  return `${day.works ? 'working' : 'off'}${reason ? ` (${reason})` : ''}`
}

export function calendarLines(lines: readonly CalendarLine[]): string[] {
  return lines.map(({ version, importedAt, importedBy, approvedBy, note, finishedAt, ...tally }, i) => {
    const who = importedBy ? `by ${importedBy}, approved by ${approvedBy}` : 'shipped'
    const { earlier, later, gained, same } = tally
    const state = finishedAt ? 'recounted' : 'being recounted'
    return [
      `${version}${i === 0 ? ' (in force)' : ''}: ${importedAt.toISOString()}, ${who}, ${state}:`,
      `${earlier} earlier, ${later} later, ${gained} gained, ${same} same${note ? ` — ${note}` : ''}`,
    ].join(' ')
  })
}
