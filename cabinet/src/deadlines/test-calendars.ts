// For tests: the calendar that is shipped, and others that differ from it by a day or two.
import { readFileSync } from 'node:fs'
import { plusDays } from '../calendar/almaty.ts'
import { type Calendar, readCalendar, workingDaysBetween } from '../calendar/calendar.ts'
import type { Sql } from '../database/sql.ts'
import { places, projectRoot } from '../root.ts'

type FileDay = { date: string; type: 'public' | 'religious' | 'observed' | 'transferredOff' | 'transferredWork' } & {
  [Name in 'kk' | 'ru' | 'en' | 'for' | 'from' | 'to' | 'act']?: string
}
type FileYear = { status: string; workingDays: number; workingDaysByMonth: number[]; days: FileDay[] }
export type WholeFile = {
  country: string
  timeZone: string
  week: string
  generatedFrom: string
  years: Record<string, FileYear>
  rules: Record<string, string>
  history: { date: string; was: string; became: string; changedOn: string; why: string }[]
  uncertain: string[]
}

/** The shipped file; a copy, so that a test may change it. */
export function shippedFile(): WholeFile {
  return JSON.parse(readFileSync(places(projectRoot()).calendar, 'utf8'))
}

export const SHIPPED: Calendar = readCalendar(shippedFile())

/** The shipped file under another version, with days that are off or ordinary there; its sums are right. */
export function fileWith(version: string, days: Readonly<Record<string, 'off' | 'ordinary'>> = {}): WholeFile {
  const file = shippedFile()
  file.generatedFrom = `compiled ${version}, for a test`
  for (const [date, what] of Object.entries(days)) {
    const year = file.years[date.slice(0, 4)]
    if (!year) throw new Error(`${date} lies outside`)
    year.days = year.days.filter(day => day.date !== date)
    const name = { kk: 'Сынақ күні', ru: 'День испытания', en: 'Day of a test' }
    if (what === 'off') year.days.push({ date, type: 'public', ...name })
    year.days.sort((a, b) => (a.date < b.date ? -1 : 1))
  }
  return withSums(file)
}

export function withSums(file: WholeFile): WholeFile {
  const calendar = readCalendar(file)
  for (const [name, year] of Object.entries(file.years)) {
    const ends = Array.from({ length: 13 }, (_, month) =>
      plusDays(new Date(Date.UTC(Number(name), month, 1)).toISOString().slice(0, 10), -1),
    )
    year.workingDaysByMonth = ends.slice(1).map((end, i) => workingDaysBetween(calendar, ends[i] ?? '', end))
    year.workingDays = year.workingDaysByMonth.reduce((sum, count) => sum + count, 0)
  }
  return file
}

/** Of its own: the specimen is shipped with these calendars, and what else tests have must not come with it. */
const ENTERED = new Date('2026-06-16T12:00:00+05:00')

/** As the import enters it. */
export async function enterCalendar(owner: Sql, file: WholeFile): Promise<string> {
  const { version } = readCalendar(file)
  await owner`
    insert into calendar_version (version, content, imported_at) values (${version}, ${owner.json(file)}, ${ENTERED})`
  await owner`update calendar_recount set finished_at = ${ENTERED} where finished_at is null`
  await owner`insert into calendar_recount (version) values (${version})`
  return version
}
