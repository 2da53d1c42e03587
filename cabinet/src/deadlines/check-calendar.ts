// What a calendar file must be beside its shape: whole, without contradictions, newer than the one in force. Pure.
import { plusDays, weekday } from '../calendar/almaty.ts'
import { type Calendar, readCalendar, workingDaysBetween } from '../calendar/calendar.ts'
import { isWeekend, movedHolidays, publicHolidays } from '../calendar/public-holidays.ts'
import type { CalendarFile, SpecialDay } from './calendar-file.ts'

export type Findings = { readonly mistakes: readonly string[]; readonly warnings: readonly string[] }

type Against = { readonly active: Calendar; readonly today: string }

export function checkCalendar(file: CalendarFile, { active, today }: Against): Findings {
  const days = Object.values(file.years).flatMap(year => year.days)
  return {
    mistakes: [
      ...versionMistakes(readCalendar(file).version, active.version, today),
      ...yearMistakes(Object.keys(file.years), active.years),
      ...dayMistakes(file),
      ...sumMistakes(file),
    ],
    warnings: [...transferWarnings(days), ...Object.keys(file.years).flatMap(year => lawWarnings(Number(year), days))],
  }
}

function versionMistakes(version: string, active: string, today: string): string[] {
  if (version.slice(0, 10) > today) return [`generatedFrom: compiled on ${version}, which is still to come`]
  if (version <= active) return [`generatedFrom: version ${version} is not newer than ${active}, which is in force`]
  return []
}

function yearMistakes(years: readonly string[], active: readonly string[]): string[] {
  const gaps = years.filter((year, i) => i > 0 && Number(year) !== Number(years[i - 1]) + 1)
  const gone = active.filter(year => !years.includes(year))
  return [
    ...(years.length === 0 ? ['years: there is none'] : []),
    ...gaps.map(year => `years.${year}: the year before it is missing`),
    ...gone.map(year => `years.${year}: missing, and the calendar in force has it`),
  ]
}

function dayMistakes(file: CalendarFile): string[] {
  const seen = new Set<string>()
  return Object.entries(file.years).flatMap(([year, { days }]) =>
    days.flatMap((day, i) => {
      const where = `years.${year}.days[${i}] (${day.date})`
      const twice = seen.has(day.date)
      seen.add(day.date)
      return [
        ...(day.date.startsWith(year) ? [] : [`${where}: lies in another year`]),
        ...(twice ? [`${where}: the day is there twice`] : []),
        ...(day.type === 'transferredWork' && !isWeekend(day.date) ? [`${where}: is a working day anyway`] : []),
        ...(day.type === 'transferredOff' && isWeekend(day.date) ? [`${where}: is a day off anyway`] : []),
        ...(day.type === 'observed' && isWeekend(day.date) ? [`${where}: is a day off anyway`] : []),
      ]
    }),
  )
}

/** What the file says of itself: the working days of each month and year. */
function sumMistakes(file: CalendarFile): string[] {
  const calendar = readCalendar(file)
  return Object.entries(file.years).flatMap(([year, { workingDays, workingDaysByMonth }]) => {
    const counted = monthsOf(Number(year)).map(([before, last]) => workingDaysBetween(calendar, before, last))
    const sum = counted.reduce((a, b) => a + b, 0)
    return [
      ...counted.flatMap((count, i) =>
        count === workingDaysByMonth[i]
          ? []
          : [`years.${year}.workingDaysByMonth[${i}]: ${workingDaysByMonth[i]} is stated, the days give ${count}`],
      ),
      ...(sum === workingDays ? [] : [`years.${year}.workingDays: ${workingDays} is stated, the days give ${sum}`]),
    ]
  })
}

/** The day before each month, and its last. */
function monthsOf(year: number): [string, string][] {
  const firsts = Array.from({ length: 13 }, (_, i) => new Date(Date.UTC(year, i, 1)).toISOString().slice(0, 10))
  return firsts.slice(1).map((next, i) => [plusDays(firsts[i] ?? '', -1), plusDays(next, -1)])
}

/** A swap has two ends. */
function transferWarnings(days: readonly SpecialDay[]): string[] {
  const partners = new Map(
    days.flatMap(day => ('from' in day ? [[day.date, day.from]] : 'to' in day ? [[day.date, day.to]] : [])),
  )
  return [...partners]
    .filter(([date, partner]) => partners.get(partner) !== date)
    .map(([date, partner]) => `${date} is swapped with ${partner}, and ${partner} is not swapped with it`)
}

/** The law on holidays, art. 3 and 5. A warning, since a law may change before this program does. */
function lawWarnings(year: number, days: readonly SpecialDay[]): string[] {
  const held = new Set(days.filter(day => day.type === 'public').map(day => day.date))
  const byLaw = new Set(publicHolidays(year))
  const observed = new Map(days.flatMap(day => (day.type === 'observed' ? [[day.for, day.date]] : [])))
  return [
    ...[...byLaw].filter(date => !held.has(date)).map(date => `${date} is a holiday by the law, and not here`),
    ...[...held]
      .filter(date => date.startsWith(String(year)) && !byLaw.has(date))
      .map(date => `${date} is no holiday by the law`),
    ...[...movedHolidays(year)]
      .filter(([holiday, date]) => held.has(holiday) && observed.get(holiday) !== date)
      .map(
        ([holiday, date]) =>
          `${holiday} is a ${weekday(holiday) === 0 ? 'Sunday' : 'Saturday'}: ${date} should be off for it`,
      ),
  ]
}
