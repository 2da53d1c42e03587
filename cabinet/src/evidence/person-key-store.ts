// The keys of persons, wrapped. One row for each; the service adds rows, and only the owner of the database removes them.
import type { Sql, Tx } from '../database/sql.ts'

export type PersonKeyRow = {
  readonly iin: string
  readonly id: string
  readonly wrapped: Buffer
  readonly wrapped_by: string
  readonly made_at: Date
}

export async function findPersonKey(sql: Sql | Tx, iin: string): Promise<PersonKeyRow | undefined> {
  const [row] = await sql<PersonKeyRow[]>`select * from person_key where iin = ${iin}`
  return row
}

export async function findPersonKeys(sql: Sql, iins: readonly string[]): Promise<readonly PersonKeyRow[]> {
  return sql<PersonKeyRow[]>`select * from person_key where iin = any(${iins as string[]})`
}

/**
 * The same as findPersonKey, held against its destruction until the transaction ends. Sent together, one way there and back, and
 * the lock first: a query waits to be sent until somebody awaits it, and a key that was read before the lock may be gone.
 */
export async function holdPersonKey(tx: Tx, iin: string): Promise<PersonKeyRow | undefined> {
  const lock = tx`select pg_advisory_xact_lock_shared(hashtextextended(${lockName(iin)}, 0))`.execute()
  const [, row] = await Promise.all([lock, findPersonKey(tx, iin)])
  return row
}

/** Added unless somebody else was quicker; answers the one that is there. */
export async function addPersonKey(tx: Tx, row: PersonKeyRow): Promise<PersonKeyRow> {
  await tx`insert into person_key ${tx(row)} on conflict (iin) do nothing`
  const kept = await findPersonKey(tx, row.iin)
  if (!kept) throw new Error('a key that was added is gone')
  return kept
}

/** Waits for whoever writes under the key, and keeps others from beginning. */
export async function lockPersonKey(tx: Tx, iin: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${lockName(iin)}, 0))`
}

/** The id of the key that is no more; undefined when there was none. */
export async function destroyPersonKey(tx: Tx, iin: string): Promise<string | undefined> {
  const [gone] = await tx<{ id: string }[]>`delete from person_key where iin = ${iin} returning id`
  return gone?.id
}

function lockName(iin: string): string {
  return `evidence:${iin}`
}

/** A wrapping key that keys of persons are still under, other than these. */
export async function findOtherWrapping(sql: Sql, known: readonly string[]): Promise<string | undefined> {
  const [row] = await sql<{ wrapped_by: string }[]>`
    select wrapped_by from person_key where wrapped_by <> all(${known as string[]}) limit 1`
  return row?.wrapped_by
}
