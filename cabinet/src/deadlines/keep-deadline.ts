// The deadline of an application is kept with it: in the transaction that enters it, or that changes what it is counted from.
import { firstPromise } from '../calendar/promise.ts'
import { countTerm } from '../calendar/term.ts'
import type { Tx } from '../database/sql.ts'
import type { Calendars } from './calendars.ts'
import { toRow } from './deadline-row.ts'
import { policyOf } from './policy-of.ts'

export type Counted = {
  readonly iin: string
  readonly id: string
  readonly kind: string
  readonly receivedAt: Date
}

/** Counts anew, by the newest calendar; the facts changed, so what was promised on the old ones is not held against it. */
export const keepDeadline =
  (calendars: Calendars) =>
  async (tx: Tx, { iin, id, kind, receivedAt }: Counted, now: Date): Promise<void> => {
    const policy = policyOf(kind)
    const calendar = await calendars.newest(tx)
    const term = policy && countTerm(policy, receivedAt, calendar)
    if (!term) {
      await tx`delete from application_deadline where iin = ${iin} and application = ${id}`
      return
    }
    const row = toRow(firstPromise({ date: term.date, version: calendar.version, at: now }))
    await tx`
      insert into application_deadline ${tx({ iin, application: id, ...row })}
      on conflict (iin, application) do update
        set due_on = excluded.due_on, promised_on = excluded.promised_on, calendar_version = excluded.calendar_version,
            promised_version = excluded.promised_version, counted_at = excluded.counted_at, recounted_at = null,
            moved_from = null, moved_version = null,
            sequence = application_deadline.sequence + (application_deadline.promised_on <> excluded.promised_on)::int`
  }

export type KeepDeadline = ReturnType<typeof keepDeadline>
