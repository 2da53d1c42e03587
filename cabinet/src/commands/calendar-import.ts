// `otinish calendar import FILE`: prepared by one person, approved by another; with --dry-run only looked at.
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { almatyDate } from '../calendar/almaty.ts'
import { readCalendar } from '../calendar/calendar.ts'
import type { DatabaseConfig } from '../config.ts'
import type { Sql } from '../database/sql.ts'
import { readCalendarFile } from '../deadlines/calendar-file.ts'
import { isKnown, listCalendars } from '../deadlines/calendar-list.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { checkCalendar } from '../deadlines/check-calendar.ts'
import { CalendarError, importCalendar } from '../deadlines/import-calendar.ts'
import { previewCalendar } from '../deadlines/preview-calendar.ts'
import { recountDeadlines } from '../deadlines/recount.ts'
import { StartError } from '../main.ts'
import { tell } from '../notifications/tell.ts'
import { previewLines } from './calendar-lines.ts'
import { readTwoPeople, type TwoPeople } from './two-people.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

export async function calendarImport(args: readonly string[], config: DatabaseConfig): Promise<void> {
  const [path, ...rest] = args
  if (path === undefined || path.startsWith('-')) throw new UsageError()
  if (rest.includes('--dry-run')) return withDatabase(config, sql => tryOut(sql, path))
  const people = readPeople(rest)
  if (config.DATABASE_URL && !config.MIGRATIONS_DATABASE_URL)
    throw new StartError('MIGRATIONS_DATABASE_URL: required to import a calendar into the database of DATABASE_URL')
  return withDatabase(config, sql => bringIntoForce(sql, path, people))
}

type People = TwoPeople & { readonly note: string | undefined }

function readPeople(args: readonly string[]): People {
  const { by, approvedBy, note } = readTwoPeople(args, ['note'])
  if (note !== undefined && (note.trim() === '' || note.length > 400))
    throw new UsageError('--note: 1 to 400 characters')
  return { by, approvedBy, note }
}

async function tryOut(sql: Sql, path: string): Promise<void> {
  const { file, active, warnings } = await readAndCheck(sql, path)
  const next = readCalendar(file)
  const preview = await previewCalendar(sql, active, next, new Date())
  console.log(previewLines({ next, active, warnings, preview, today: almatyDate(new Date()) }).join('\n'))
}

/** Whoever is stopped on the way may call it again; a running service goes on with the recount meanwhile. */
async function bringIntoForce(sql: Sql, path: string, people: People): Promise<void> {
  const { file, warnings } = await readAndCheck(sql, path)
  for (const warning of warnings) console.error(`warning: ${warning}`)
  const { version } = readCalendar(file)
  const outcome = await importCalendar(sql)({ ...people, file, at: new Date() })
  console.log(JSON.stringify({ event: outcome === 'imported' ? 'calendar-imported' : 'calendar-known', version }))
  const { gained, earlier, later, same } = await recounted(sql, version)
  console.log(JSON.stringify({ event: 'calendar-recounted', version, gained, earlier, later, same }))
}

/** Goes through the applications, or waits for the service that is at it. */
async function recounted(sql: Sql, version: string) {
  const needs = { sql, calendars: openCalendars(), tell, now: () => new Date(), report: () => {} }
  const recount = recountDeadlines(needs)
  for (;;) {
    await recount(new AbortController().signal)
    const line = (await listCalendars(sql)).find(one => one.version === version)
    if (line?.finishedAt) return line
    await wait(200)
  }
}

/** Throws every mistake at once. One that is in force already is no mistake: its import may have been cut off. */
async function readAndCheck(sql: Sql, path: string) {
  const reading = readCalendarFile(textOf(path))
  if (reading.kind === 'unreadable') throw listed(path, reading.mistakes)
  const { file } = reading
  const active = await openCalendars().newest(sql)
  const { mistakes, warnings } = checkCalendar(file, { active, today: almatyDate(new Date()) })
  if (mistakes.length > 0 && !(await isKnown(sql, active.version, file))) throw listed(path, mistakes)
  return { file, active, warnings }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CalendarError(`${path} cannot be read`, { cause })
  }
}

function listed(path: string, mistakes: readonly string[]): CalendarError {
  return new CalendarError([`${path}: nothing was imported`, ...mistakes].join('\n  '))
}
