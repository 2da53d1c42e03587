// Puts committed lines into the chain: now and then, by whichever instance comes first. The database does it, since the
// service may not write there.
import type { Sql } from '../database/sql.ts'

export type Sealed = { readonly lines: number; readonly last: string; readonly head: string }

type Row = { readonly sealed: number; readonly last: string | null; readonly head: Buffer | null }

const MOST = 5_000 // of one transaction: a fraction of a second

/** Until nothing is left; undefined when nothing was to be done, or another instance is at it. */
export const sealAudit = (sql: Sql) => async (): Promise<Sealed | undefined> => {
  let lines = 0
  while (true) {
    const [row] = await sql<Row[]>`select sealed, last, head from seal_audit(${MOST})`
    lines += row?.sealed ?? 0
    if (row?.sealed === MOST) continue
    return lines > 0 && row?.last && row.head ? { lines, last: row.last, head: row.head.toString('hex') } : undefined
  }
}
