// For tests: acts on a database of one's own, and what an owner with bad intentions does to them.
import { type FreshDatabase, freshDatabase } from '../database/fresh-database.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { TODAY } from '../test-authority.ts'
import { type Act, recordAct } from './act.ts'
import { sealAudit } from './seal.ts'
import { type Verdict, verifyAudit } from './verify.ts'

export type ActRecord = FreshDatabase & {
  readonly add: (act?: Partial<Act>, at?: Sql | Tx) => Promise<void>
  readonly seal: ReturnType<typeof sealAudit>
  readonly verify: (noted?: string) => Promise<Verdict>
  readonly asOwner: (...statements: readonly string[]) => Promise<void> // past every trigger and reference
}

/** An empty record. */
export async function emptyRecord(): Promise<ActRecord> {
  const database = await freshDatabase({ connections: 6 })
  const { sql, owner } = database
  return {
    ...database,
    add: (act = {}, at = sql) =>
      recordAct(at, { at: TODAY, act: 'signed-in', actor: { kind: 'person' }, outcome: 'done', ...act }),
    seal: sealAudit(sql),
    verify: verifyAudit(sql),
    asOwner: (...statements) => asOwner(owner, statements),
  }
}

async function asOwner(owner: Sql, statements: readonly string[]): Promise<void> {
  await owner.begin(async tx => {
    await tx`set local session_replication_role = 'replica'`
    for (const statement of statements) await tx.unsafe(statement)
  })
}
