// The calendars that were ever in force, and how far the applications have been counted with them.
import type { Sql } from '../database/sql.ts'
import type { CalendarFile } from './calendar-file.ts'

export type CalendarLine = {
  readonly version: string
  readonly importedAt: Date
  readonly importedBy: string | null
  readonly approvedBy: string | null
  readonly note: string | null
  readonly finishedAt: Date | null
  readonly gained: number
  readonly earlier: number
  readonly later: number
  readonly same: number
}

/** The newest, which is in force, first. */
export async function listCalendars(sql: Sql): Promise<readonly CalendarLine[]> {
  return await sql<CalendarLine[]>`
    select version, imported_at as "importedAt", imported_by as "importedBy", approved_by as "approvedBy", note,
           finished_at as "finishedAt", gained, earlier, later, same
      from calendar_version left join calendar_recount using (version) order by version desc`
}

/** The file as it was imported; `undefined`: there is no such version. */
export async function findCalendarFile(sql: Sql, version: string): Promise<unknown> {
  const [row] = await sql<{ content: unknown }[]>`select content from calendar_version where version = ${version}`
  return row?.content
}

/** Whether this very file is that version. */
export async function isKnown(sql: Sql, version: string, file: CalendarFile): Promise<boolean> {
  const [row] = await sql<{ same: boolean }[]>`
    select content = ${sql.json(file)} as same from calendar_version where version = ${version}`
  return row?.same ?? false
}
