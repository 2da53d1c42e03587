// Going through all applications with a calendar, in the order of their keys: what is next, what is written, how far it came.
import type { State } from '../applications/application.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type DeadlineRow, toKept, toRow } from './deadline-row.ts'
import { type Candidate, mayChange, type Recounted } from './decide.ts'

export type Place = { readonly iin: string; readonly id: string }
export type Tally = Readonly<Record<Recounted['outcome'], number>>
export type Progress = { readonly version: string; readonly reached: Place }

const BEGINNING: Place = { iin: '000000000000', id: '' }

/** The recount that is not finished, held until the end of the transaction; `undefined` too while another instance is at it. */
export async function takeRecount(tx: Tx): Promise<Progress | undefined> {
  await tx`set local plan_cache_mode = force_custom_plan` // tables grow while they are walked
  const [row] = await tx<{ version: string; reached_iin: string | null; reached_id: string | null }[]>`
    select version, reached_iin, reached_id from calendar_recount where finished_at is null
     order by version desc limit 1 for update skip locked`
  if (!row) return undefined
  const { version, reached_iin: iin, reached_id: id } = row
  return { version, reached: iin === null || id === null ? BEGINNING : { iin, id } }
}

export type Stretch = {
  readonly last: Place | undefined // none: the end is reached
  readonly candidates: readonly Candidate[] // those of them that the calendar may change
}

/** So many applications after a place. */
export async function nextStretch(
  sql: Sql | Tx,
  after: Place | undefined,
  version: string,
  most: number,
): Promise<Stretch> {
  const { iin, id } = after ?? BEGINNING
  const rows = await sql<Row[]>`
    with walked as materialized (
      select iin, id, number, kind, received_at, state from application
       where (iin, id) > (${iin}, ${id}) order by iin, id limit ${most})
    select walked.*, d.* from walked ${withDeadline(sql, 'walked')} order by iin, id`
  return { last: rows.at(-1), candidates: rows.map(toCandidate).filter(one => mayChange(one, version)) }
}

/** With their rows held, so that nothing of them changes: read after the lock, since a lock may have been waited for. */
export async function holdCandidates(tx: Tx, places: readonly Place[], version: string): Promise<Candidate[]> {
  if (places.length === 0) return []
  const [iins, ids] = [places.map(place => place.iin), places.map(place => place.id)]
  const named = tx`(select * from unnest(${iins}::text[], ${ids}::text[]) named (iin, id))`
  await tx`select from application where (iin, id) in ${named} order by iin, id for no key update`
  const rows = await tx<Row[]>`
    select a.iin, a.id, number, kind, received_at, state, d.*
      from application a ${withDeadline(tx, 'a')} where (a.iin, a.id) in ${named} order by a.iin, a.id`
  return rows.map(toCandidate).filter(one => mayChange(one, version))
}

/**
 * The limit makes it one look-up by key for each row. Joined freely, the table that this very walk fills is read whole by a
 * plan that was made while it was empty.
 */
function withDeadline(sql: Sql | Tx, of: string) {
  return sql`
    left join lateral (
      select due_on, promised_on, calendar_version, promised_version, counted_at, recounted_at, moved_from, moved_version, sequence
        from application_deadline where iin = ${sql(of)}.iin and application = ${sql(of)}.id limit 1) d on true`
}

type Row = {
  readonly iin: string
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly received_at: Date
  readonly state: State
} & { readonly [Column in keyof DeadlineRow]: DeadlineRow[Column] | null }

function toCandidate(row: Row): Candidate {
  const { iin, id, number, kind, state, received_at: receivedAt } = row
  const kept = row.due_on === null ? undefined : toKept(row as DeadlineRow) // left join: the whole row is there, or none of it
  return { iin, id, number, kind, state, receivedAt, kept }
}

export type Written = Candidate & Recounted

export async function writeDeadlines(tx: Tx, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  const rows = written.map(({ iin, id, deadline }) => ({ iin, application: id, ...toRow(deadline) }))
  await tx`
    insert into application_deadline ${tx(rows)}
    on conflict (iin, application) do update
      set due_on = excluded.due_on, promised_on = excluded.promised_on, calendar_version = excluded.calendar_version,
          promised_version = excluded.promised_version, counted_at = excluded.counted_at,
          recounted_at = excluded.recounted_at, moved_from = excluded.moved_from, moved_version = excluded.moved_version,
          sequence = excluded.sequence`
}

export async function advance(tx: Tx, version: string, to: Place, tally: Tally): Promise<void> {
  await tx`
    update calendar_recount
       set reached_iin = ${to.iin}, reached_id = ${to.id}, gained = gained + ${tally.gained},
           earlier = earlier + ${tally.earlier}, later = later + ${tally.later}, same = same + ${tally.same}
     where version = ${version}`
}

/** The end is reached: what came of it. */
export async function finishRecount(tx: Tx, version: string, now: Date): Promise<Tally> {
  const [row] = await tx<Tally[]>`
    update calendar_recount set finished_at = ${now} where version = ${version} returning gained, earlier, later, same`
  return row ?? { gained: 0, earlier: 0, later: 0, same: 0 }
}
