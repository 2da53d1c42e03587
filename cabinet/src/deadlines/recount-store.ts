// Going through all applications with a calendar, in the order of their keys: what is next, what is written, how far it came.
import type { Sql, Tx } from '../database/sql.ts'
import { type DeadlineRow, toKept, toRow } from './deadline-row.ts'
import { type Candidate, type Recounted, UNDER_WAY } from './decide.ts'

export type Place = { readonly iin: string; readonly id: string }
export type Tally = Readonly<Record<Recounted['outcome'], number>>
export type Progress = { readonly version: string; readonly reached: Place }

const BEGINNING: Place = { iin: '000000000000', id: '' }

/** The recount that is not finished, held until the end of the transaction; `undefined` too while another instance is at it. */
export async function takeRecount(tx: Tx): Promise<Progress | undefined> {
  const [row] = await tx<{ version: string; reached_iin: string | null; reached_id: string | null }[]>`
    select version, reached_iin, reached_id from calendar_recount where finished_at is null
     order by version desc limit 1 for update skip locked`
  if (!row) return undefined
  const { version, reached_iin: iin, reached_id: id } = row
  return { version, reached: iin === null || id === null ? BEGINNING : { iin, id } }
}

export type Stretch = {
  readonly last: Place | undefined // none: the end is reached
  readonly candidates: readonly Candidate[]
}

type Row = { iin: string; id: string; number: string; kind: string; received_at: Date } & {
  [Column in keyof DeadlineRow]: DeadlineRow[Column] | null
}

/** So many applications after a place, and those of them that the calendar may change. */
export async function nextStretch(
  sql: Sql | Tx,
  after: Place | undefined,
  version: string,
  most: number,
): Promise<Stretch> {
  const { iin, id } = after ?? BEGINNING
  const walked = await sql<Place[]>`
    select iin, id from application where (iin, id) > (${iin}, ${id}) order by iin, id limit ${most}`
  return { last: walked.at(-1), candidates: await candidatesAmong(sql, walked, version) }
}

/** With their rows held, so that nothing of them changes: asked after the lock, since a lock may have been waited for. */
export async function holdCandidates(tx: Tx, places: readonly Place[], version: string): Promise<Candidate[]> {
  if (places.length === 0) return []
  await tx`select from application where (iin, id) in ${among(tx, places)} order by iin, id for update`
  return candidatesAmong(tx, places, version)
}

async function candidatesAmong(sql: Sql | Tx, places: readonly Place[], version: string): Promise<Candidate[]> {
  if (places.length === 0) return []
  const rows = await sql<Row[]>`
    select a.iin, a.id, a.number, a.kind, a.received_at, d.due_on, d.promised_on, d.calendar_version, d.promised_version,
           d.counted_at, d.recounted_at, d.moved_from, d.moved_version, d.sequence
      from application a left join application_deadline d on d.iin = a.iin and d.application = a.id
     where (a.iin, a.id) in ${among(sql, places)}
       and (d.application is null or (d.calendar_version <> ${version} and a.state in ${sql(UNDER_WAY)}))
     order by a.iin, a.id`
  return rows.map(toCandidate)
}

function among(sql: Sql | Tx, places: readonly Place[]) {
  const [iins, ids] = [places.map(place => place.iin), places.map(place => place.id)]
  return sql`(select * from unnest(${iins}::text[], ${ids}::text[]))`
}

function toCandidate(row: Row): Candidate {
  const kept = row.due_on === null ? undefined : toKept(row as DeadlineRow) // left join: the whole row is there, or none of it
  return { iin: row.iin, id: row.id, number: row.number, kind: row.kind, receivedAt: row.received_at, kept }
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
