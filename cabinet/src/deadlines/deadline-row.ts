// A row of the table `application_deadline`, and what it means.
import type { KeptDeadline } from '../calendar/promise.ts'

export type DeadlineRow = {
  readonly due_on: string
  readonly promised_on: string
  readonly calendar_version: string
  readonly promised_version: string
  readonly counted_at: Date
  readonly recounted_at: Date | null
  readonly moved_from: string | null
  readonly moved_version: string | null
  readonly sequence: number
}

export function toKept(row: DeadlineRow): KeptDeadline {
  const { moved_from: from, moved_version: version } = row
  return {
    dueOn: row.due_on,
    promisedOn: row.promised_on,
    calendarVersion: row.calendar_version,
    promisedVersion: row.promised_version,
    countedAt: row.counted_at,
    recountedAt: row.recounted_at ?? undefined,
    moved: from !== null && version !== null ? { from, version } : undefined,
    sequence: row.sequence,
  }
}

export function toRow(kept: KeptDeadline): DeadlineRow {
  return {
    due_on: kept.dueOn,
    promised_on: kept.promisedOn,
    calendar_version: kept.calendarVersion,
    promised_version: kept.promisedVersion,
    counted_at: kept.countedAt,
    recounted_at: kept.recountedAt ?? null,
    moved_from: kept.moved?.from ?? null,
    moved_version: kept.moved?.version ?? null,
    sequence: kept.sequence,
  }
}
