// The newest signature under a statement of withdrawal, as long as its person may be waiting for it.
import type { Sql } from '../database/sql.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { PendingSignature } from './view.ts'

type Row = {
  readonly state: 'checking' | 'accepted' | 'rejected'
  readonly refusal: ProblemCode | null
  readonly received_at: Date
  readonly held_at: Date | null
  readonly give_up_at: Date
}

/** Of an application, or of one draft. Undefined when there is none, or when its person was told the end of it at once. */
export async function readPendingSignature(
  sql: Sql,
  iin: string,
  of: { readonly application: string; readonly draft?: string },
): Promise<PendingSignature | undefined> {
  const [row] = await sql<Row[]>`
    select state, refusal, received_at, held_at, give_up_at from withdrawal_signature
     where iin = ${iin} and application = ${of.application} ${of.draft === undefined ? sql`` : sql`and draft = ${of.draft}`}
     order by received_at desc, id limit 1`
  return row && toPending(row)
}

function toPending(row: Row): PendingSignature | undefined {
  const { state, refusal, received_at: receivedAt, held_at: heldAt, give_up_at: until } = row
  if (state === 'checking') return { is: 'checking', receivedAt, silent: heldAt !== null, until }
  return state === 'rejected' && heldAt && refusal ? { is: 'rejected', code: refusal } : undefined
}
