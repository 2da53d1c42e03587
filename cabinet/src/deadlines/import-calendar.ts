// A calendar comes into force: from the end of this transaction every instance counts with it, and its recount begins.

import { recordAct } from '../audit/act.ts'
import { readCalendar } from '../calendar/calendar.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { CalendarFile } from './calendar-file.ts'

/** A sentence for whoever imports. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'
}

export type Import = {
  readonly file: CalendarFile
  readonly by: string
  readonly approvedBy: string // somebody else
  readonly note: string | undefined
  readonly at: Date
}

export type ImportOutcome = 'imported' | 'known' // known: the same content is in force already

/** As the owner: the service may not make calendars. */
export const importCalendar =
  (sql: Sql) =>
  async (wanted: Import): Promise<ImportOutcome> => {
    try {
      return await sql.begin(tx => enter(tx, wanted))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)
        throw new CalendarError('the database is busy: nothing was imported, try again', { cause: error })
      throw error
    }
  }

const LOCK_NOT_AVAILABLE = '55P03'

/**
 * A transaction that asked which calendar is the newest holds the table until it ends; the lock waits for it, so that none
 * counts with the old calendar after the recount has passed it by. The recount before the table, as whoever recounts does.
 */
async function enter(tx: Tx, { file, by, approvedBy, note, at }: Import): Promise<ImportOutcome> {
  const { version } = readCalendar(file)
  await tx`set local lock_timeout = '8s'`
  await tx`select from calendar_recount where finished_at is null order by version for update`
  await tx`lock table calendar_version in access exclusive mode`
  const [newest] = await tx<{ version: string; same: boolean }[]>`
    select version, content = ${tx.json(file)} as same from calendar_version order by version desc limit 1`
  if (newest?.version === version && newest.same) return 'known'
  if (newest && newest.version >= version)
    throw new CalendarError(`version ${version} is not newer than ${newest.version}, which is in force`)
  await tx`update calendar_recount set finished_at = ${at} where finished_at is null`
  await tx`
    insert into calendar_version (version, content, imported_at, imported_by, approved_by, note)
    values (${version}, ${tx.json(file)}, ${at}, ${by}, ${approvedBy}, ${note ?? null})`
  await tx`insert into calendar_recount (version) values (${version})`
  const outcome = `${version} ${by} ${approvedBy}`
  await recordAct(tx, { at, act: 'calendar-imported', actor: { kind: 'system' }, outcome })
  return 'imported'
}
