// How sessions end: by their own browser, by their person from another, or by time.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from './keyed-hash.ts'
import { MOST_SESSIONS } from './session.ts'
import { idleSince } from './store.ts'

export const endSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (secret: string): Promise<Iin | undefined> => {
    const [row] = await sql<{ iin: Iin }[]>`delete from session where id in ${sql(hash.all(secret))} returning iin`
    return row?.iin
  }

/** Every session of the person but the one of `exceptSecret`. Answers how many ended. */
export const endOtherSessions =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (iin: Iin, exceptSecret: string | undefined): Promise<number> => {
    const others = exceptSecret === undefined ? sql`` : sql`and id not in ${sql(hash.all(exceptSecret))}`
    const { count } = await sql`delete from session where iin = ${iin} ${others}`
    return count
  }

/** One session, named by its key; only of this person. */
export const endSessionOf =
  (sql: Sql | Tx) =>
  async (iin: Iin, key: string): Promise<boolean> => {
    const { count } = await sql`delete from session where iin = ${iin} and key = ${key}`
    return count === 1
  }

/** Those that were used least recently, as far as they are too many. */
export const endSurplus =
  (sql: Sql | Tx) =>
  async (iin: Iin): Promise<void> => {
    await sql`
      delete from session where id in (
        select id from session where iin = ${iin} order by seen_at desc, since desc offset ${MOST_SESSIONS})`
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetSessions =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from session where ends_at < ${now} or seen_at < ${idleSince(now)}`
  }
