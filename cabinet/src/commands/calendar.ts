// `otinish calendar`: the production calendar is data. Which ones were in force, what they say, and a new one.
import { readDatabaseConfig } from '../config.ts'
import type { Sql } from '../database/sql.ts'
import { findCalendarFile, listCalendars } from '../deadlines/calendar-list.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { CalendarError } from '../deadlines/import-calendar.ts'
import { calendarImport } from './calendar-import.ts'
import { calendarLines } from './calendar-lines.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

export async function calendarCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const [act, ...rest] = args
  const config = readDatabaseConfig(environment)
  if (act === 'import') return calendarImport(rest, config)
  if (act === 'list' && rest.length === 0) return withDatabase(config, list)
  if (act === 'show' && rest.length <= 1) return withDatabase(config, sql => show(sql, rest[0]))
  throw new UsageError()
}

async function list(sql: Sql): Promise<void> {
  console.log(calendarLines(await listCalendars(sql)).join('\n'))
}

/** The file itself: what the next one is made from. */
async function show(sql: Sql, asked: string | undefined): Promise<void> {
  const version = asked ?? (await openCalendars().newest(sql)).version
  const file = await findCalendarFile(sql, version)
  if (file === undefined) throw new CalendarError(`there is no calendar ${version}`)
  console.log(JSON.stringify(file, null, 2))
}
