// Recoveries under way, each known by the secret of its browser, which is kept as a keyed hash.
import type { Channel } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Opening } from './begin.ts'
import { type Proof, RECOVERY_MINUTES, type Recovery } from './recovery.ts'

type RecoveryRow = {
  readonly iin: Iin
  readonly way: Recovery['way']
  readonly made_at: Date
  readonly expires_at: Date
  readonly mail_code: string | null
  readonly sms_code: string | null
  readonly mail_verified_at: Date | null
  readonly sms_verified_at: Date | null
  readonly done_at: Date | null
}

export const openRecovery =
  (tx: Tx, hash: KeyedHash) =>
  async ({ iin, way, starter, next, now }: Opening): Promise<void> => {
    const expiresAt = new Date(now.getTime() + RECOVERY_MINUTES * 60_000)
    await tx`delete from recovery where starter in ${tx(hash.all(starter))}`
    await tx`
      insert into recovery (starter, iin, way, made_at, expires_at)
      values (${hash.one(next)}, ${iin}, ${way}, ${now}, ${expiresAt})`
  }

export const findRecovery =
  (sql: Sql, hash: KeyedHash) =>
  async (starter: string, now: Date): Promise<Recovery | undefined> => {
    const [row] = await sql<RecoveryRow[]>`
      select * from recovery where starter in ${sql(hash.all(starter))} and expires_at > ${now}`
    return row && toRecovery(row)
  }

/** The same, held until the transaction ends: two tabs take one step after the other. */
export const holdRecovery =
  (tx: Tx, hash: KeyedHash) =>
  async (starter: string, now: Date): Promise<Recovery | undefined> => {
    const [row] = await tx<RecoveryRow[]>`
      select * from recovery where starter in ${tx(hash.all(starter))} and expires_at > ${now} for update`
    return row && toRecovery(row)
  }

export type Change = Partial<
  Pick<RecoveryRow, 'mail_code' | 'sms_code' | 'mail_verified_at' | 'sms_verified_at' | 'done_at'>
>

export const changeRecovery =
  (tx: Tx, hash: KeyedHash) =>
  async (starter: string, change: Change): Promise<void> => {
    await tx`update recovery set ${tx(change)} where starter in ${tx(hash.all(starter))}`
  }

type Kept = { readonly starter: string; readonly channel: Channel; readonly code: string; readonly now: Date }

/** The code of this channel came back. Answers no when a newer one has been sent meanwhile. */
export const keepProof =
  (sql: Sql, hash: KeyedHash) =>
  async ({ starter, channel, code, now }: Kept): Promise<boolean> => {
    const [codeOf, verifiedAt] =
      channel === 'mail' ? [sql`mail_code`, sql`mail_verified_at`] : [sql`sms_code`, sql`sms_verified_at`]
    const { count } = await sql`
      update recovery set ${verifiedAt} = ${now}
       where starter in ${sql(hash.all(starter))} and ${codeOf} = ${code} and done_at is null and expires_at > ${now}`
    return count === 1
  }

/** The person has a new password: whatever else was begun in their name is over. */
export async function dropUnfinishedOf(tx: Tx, iin: Iin): Promise<void> {
  await tx`delete from recovery where iin = ${iin} and done_at is null`
}

export const dropRecovery =
  (sql: Sql, hash: KeyedHash) =>
  async (starter: string): Promise<void> => {
    await sql`delete from recovery where starter in ${sql(hash.all(starter))} and done_at is null`
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetRecoveries =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from recovery where expires_at < ${now}`
  }

function toRecovery(row: RecoveryRow): Recovery {
  return {
    iin: row.iin,
    way: row.way,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    mail: toProof(row.mail_code, row.mail_verified_at),
    sms: toProof(row.sms_code, row.sms_verified_at),
    done: row.done_at !== null,
  }
}

function toProof(code: string | null, verifiedAt: Date | null): Proof {
  return { code: code ?? undefined, verified: verifiedAt !== null }
}
