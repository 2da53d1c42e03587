// The deadline of one application with everything that explains it.
import type { Deadline } from '../applications/view.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { type DeadlineInput, deadlineOf } from '../calendar/deadline.ts'
import { firstPromise, type KeptDeadline } from '../calendar/promise.ts'
import { countTerm } from '../calendar/term.ts'
import type { Sql } from '../database/sql.ts'
import type { Calendars } from './calendars.ts'
import { type DeadlineRow, toKept } from './deadline-row.ts'
import { policyOf } from './policy-of.ts'

type Asked = Omit<DeadlineInput, 'policy'> & { readonly iin: string; readonly id: string; readonly kind: string }

/** `undefined` when no term is set, or it ends past the calendar. */
export const readDeadline =
  (sql: Sql, calendars: Calendars) =>
  async ({ iin, id, kind, ...input }: Asked): Promise<Deadline | undefined> => {
    const policy = policyOf(kind)
    if (!policy) return undefined
    const [newest, row] = await Promise.all([calendars.newest(sql), readRow(sql, iin, id)])
    const kept = row ? toKept(row) : countNow({ ...input, policy }, newest)
    if (!kept) return undefined
    const named = [kept.promisedVersion, kept.calendarVersion, ...(kept.moved ? [kept.moved.version] : [])]
    const known = new Map(
      await Promise.all(named.map(async version => [version, await calendars.of(sql, version)] as const)),
    )
    return deadlineOf({ ...input, policy }, kept, { newest, of: version => known.get(version) ?? newest })
  }

export type ReadDeadline = ReturnType<typeof readDeadline>

async function readRow(sql: Sql, iin: string, id: string): Promise<DeadlineRow | undefined> {
  const [row] = await sql<DeadlineRow[]>`
    select due_on, promised_on, calendar_version, promised_version, counted_at, recounted_at, moved_from, moved_version, sequence
      from application_deadline where iin = ${iin} and application = ${id}`
  return row
}

/** Of an application that was entered before deadlines were kept, until the job has come to it. */
function countNow({ policy, receivedAt }: DeadlineInput, calendar: Calendar): KeptDeadline | undefined {
  const term = countTerm(policy, receivedAt, calendar)
  return term && firstPromise({ date: term.date, version: calendar.version, at: receivedAt })
}
