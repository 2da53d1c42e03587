// The version of one application, and nothing else of it: what a page that is open asks for again and again.
import type { Sql } from '../database/sql.ts'
import type { State } from './application.ts'
import { versionTag } from './version-tag.ts'

/** `undefined` for an unknown application and for somebody else's. */
export const readVersion =
  (sql: Sql) =>
  async (iin: string, id: string): Promise<string | undefined> => {
    const [row] = await sql<{ state: State; changed_at: Date }[]>`
      select state, changed_at from application where iin = ${iin} and id = ${id}`
    return row && versionTag(row.state, row.changed_at)
  }
