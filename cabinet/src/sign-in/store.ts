// Challenges, each for one purpose.
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Purpose } from './purpose.ts'

export type StoredChallenge = {
  readonly id: string
  readonly starter: string
  readonly text: string
  readonly purpose: Purpose
}
export type UsedChallenge = { readonly text: string; readonly madeAt: Date }
type Lifetime = { readonly from: Date; readonly to: Date }

export const keepChallenge =
  (sql: Sql, hash: KeyedHash) =>
  async (challenge: StoredChallenge, life: Lifetime): Promise<void> => {
    const { id, starter, text, purpose } = challenge
    await sql`
      insert into sign_in_challenge (id, starter, text, purpose, made_at, expires_at)
      values (${hash.one(id)}, ${hash.one(starter)}, ${text}, ${purpose}, ${life.from}, ${life.to})`
  }

/** Its text and when it was made, once: whoever asks again, too late or from another browser gets nothing. */
export const useChallenge =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter: string, purpose: Purpose, now: Date): Promise<UsedChallenge | undefined> => {
    const [row] = await sql<UsedChallenge[]>`
      update sign_in_challenge set used_at = ${now}
       where id in ${sql(hash.all(id))} and starter in ${sql(hash.all(starter))}
         and purpose = ${purpose} and used_at is null and expires_at > ${now}
      returning text, made_at as "madeAt"`
    return row
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetChallenges =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from sign_in_challenge where expires_at < ${new Date(now.getTime() - 3_600_000)}`
  }
