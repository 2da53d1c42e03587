// The calendars that deadlines are counted with: the newest counts, and each one that ever counted is there to explain.
import { type Calendar, type CalendarFile, readCalendar } from '../calendar/calendar.ts'
import type { Sql, Tx } from '../database/sql.ts'

export type Calendars = {
  /** Asked in a transaction, it stays the newest until the transaction ends: an import waits for that. */
  readonly newest: (sql: Sql | Tx) => Promise<Calendar>
  readonly of: (sql: Sql | Tx, version: string) => Promise<Calendar>
}

/** A version never changes, so it is read once. Which is the newest is asked every time: another instance may import. */
export function openCalendars(): Calendars {
  const known = new Map<string, Calendar>()
  const of: Calendars['of'] = async (sql, version) => {
    const calendar = known.get(version) ?? (await readVersion(sql, version))
    known.set(version, calendar)
    return calendar
  }
  const newest: Calendars['newest'] = async sql => {
    const [row] = await sql<{ version: string }[]>`
      select version from calendar_version order by version desc limit 1`
    if (!row) throw new Error('there is no calendar')
    return of(sql, row.version)
  }
  return { newest, of }
}

async function readVersion(sql: Sql | Tx, version: string): Promise<Calendar> {
  const [row] = await sql<{ content: CalendarFile }[]>`
    select content from calendar_version where version = ${version}`
  if (!row) throw new Error(`there is no calendar ${version}`)
  return readCalendar(row.content)
}
