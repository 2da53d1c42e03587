// One-time codes in the database: whom they were for as keyed hashes, how often they were tried, whether they were used.
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { CODE_TRIES, type CodePurpose } from './code-rules.ts'
import type { Channel } from './contact.ts'

type Owners = { readonly target: string; readonly starter: string; readonly channel: Channel }

/** When codes were made for the target, and for the browser. Until the transaction ends nobody else makes one for either. */
export const momentsOfCodes =
  (tx: Tx, hash: KeyedHash) =>
  async ({ target, starter, channel }: Owners, from: Date): Promise<[Date[], Date[]]> => {
    const locks = [hash.one(target), hash.one(`${channel}:${starter}`)].map(bytes => bytes.readBigInt64BE(0))
    for (const lock of locks.sort((a, b) => (a < b ? -1 : 1)))
      await tx`select pg_advisory_xact_lock(${lock.toString()}::bigint)`
    const ofTarget = await tx<{ made_at: Date }[]>`
      select made_at from one_time_code
       where target in ${tx(hash.all(target))} and made_at > ${from} order by made_at desc`
    const ofStarter = await tx<{ made_at: Date }[]>`
      select made_at from one_time_code
       where starter in ${tx(hash.all(starter))} and channel = ${channel} and made_at > ${from} order by made_at desc`
    return [ofTarget.map(row => row.made_at), ofStarter.map(row => row.made_at)]
  }

type NewCode = Owners & {
  readonly id: string
  readonly purpose: CodePurpose
  readonly sent: boolean
  readonly now: Date
  readonly until: Date
}

export const keepCode =
  (tx: Tx, hash: KeyedHash) =>
  async ({ id, purpose, channel, target, starter, sent, now, until }: NewCode): Promise<void> => {
    await tx`
      insert into one_time_code (id, purpose, channel, target, starter, sent, made_at, expires_at)
      values (${id}, ${purpose}, ${channel}, ${hash.one(target)}, ${hash.one(starter)}, ${sent}, ${now}, ${until})`
  }

type Try = { readonly id: string; readonly starter: string; readonly now: Date; readonly counts: boolean }

/** Counted before it is looked at, so that five tries at once are five tries. Nothing: no such code lives for this browser. */
export const tryCode =
  (sql: Sql, hash: KeyedHash) =>
  async ({ id, starter, now, counts }: Try): Promise<{ tries: number; sent: boolean } | undefined> => {
    const [row] = await sql<{ tries: number; sent: boolean }[]>`
      update one_time_code set tries = tries + ${counts ? 1 : 0}
       where id = ${id} and starter in ${sql(hash.all(starter))}
         and used_at is null and expires_at > ${now} and tries < ${CODE_TRIES}
      returning tries, sent`
    return row
  }

/** Once: whoever comes second with the right digits comes too late. */
export const useCode =
  (sql: Sql) =>
  async (id: string, now: Date): Promise<boolean> => {
    const used = await sql`update one_time_code set used_at = ${now} where id = ${id} and used_at is null returning id`
    return used.length === 1
  }

const KEPT_HOURS = 2 // longer than codes are counted

/** What no longer counts is not kept: called now and then by the housekeeping. */
export const forgetCodes =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from one_time_code where made_at < ${new Date(now.getTime() - KEPT_HOURS * 3_600_000)}`
  }
