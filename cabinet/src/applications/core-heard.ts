// When the fund's core last told us something that was taken: until then, what we show of the fund is true.
import type { Sql } from '../database/sql.ts'

/** An expression for a statement. The index of audit_event for it names the same condition. */
export const heardAt = (sql: Sql) =>
  sql`(select at from audit_event where act = 'core-call' and outcome like '% 20_' order by at desc limit 1)`

/** `undefined` when it has told us nothing yet. */
export async function readHeardAt(sql: Sql): Promise<Date | undefined> {
  const [row] = await sql<{ at: Date | null }[]>`select ${heardAt(sql)} as at`
  return row?.at ?? undefined
}
