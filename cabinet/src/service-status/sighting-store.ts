// What all instances together have seen of those outside: one row for each.
import type { Sql } from '../database/sql.ts'
import { OUTSIDE, type Sighting } from './outside.ts'

type Row = { name: string; state: Sighting['state']; since: Date; at: Date }

export const readSightings = (sql: Sql) => async (): Promise<Sighting[]> => {
  const rows = await sql<Row[]>`select name, state, since, at from outside_state`
  return rows.flatMap(row => {
    const name = OUTSIDE.find(known => known === row.name) // a newer version may know more
    return name ? [{ ...row, name }] : []
  })
}

/** What another instance saw later stays; what goes on as it was keeps its beginning. */
export const keepSightings =
  (sql: Sql) =>
  async (seen: readonly Sighting[]): Promise<void> => {
    for (const { name, state, since, at } of seen)
      await sql`
        insert into outside_state as known (name, state, since, at) values (${name}, ${state}, ${since}, ${at})
        on conflict (name) do update
           set since = case when known.state = excluded.state then known.since else excluded.since end,
               state = excluded.state, at = excluded.at
         where known.at < excluded.at`
  }
