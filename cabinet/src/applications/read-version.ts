// The version of one application, and nothing else of it: what a page that is open asks for again and again.
import type { Sql } from '../database/sql.ts'
import type { State } from './application.ts'
import { newest, versionTag } from './version-tag.ts'

type Needs = {
  readonly sql: Sql
  readonly listSent: (iin: string, id: string) => Promise<readonly { readonly at: Date }[]> // by the fund
}

/** `undefined` for an unknown application and for somebody else's. */
export const readVersion =
  ({ sql, listSent }: Needs) =>
  async (iin: string, id: string): Promise<string | undefined> => {
    const [[row], sent] = await Promise.all([
      sql<{ state: State; changed_at: Date; moves: number }[]>`
        select state, changed_at, coalesce(sequence, 0) as moves
          from application a left join application_deadline d on d.iin = a.iin and d.application = a.id
         where a.iin = ${iin} and a.id = ${id}`,
      listSent(iin, id),
    ])
    if (!row) return undefined
    const { state, changed_at: changedAt, moves } = row
    return versionTag({ state, changedAt, moves, sentAt: newest(sent.map(({ at }) => at)) })
  }
