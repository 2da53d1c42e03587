// Challenges and sessions.
import type { Iin } from '../citizens/iin.ts'
import { type PersonRow, toPerson } from '../citizens/person-row.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from './keyed-hash.ts'
import { ABSOLUTE_HOURS, IDLE_MINUTES, type Session } from './session.ts'

export type StoredChallenge = { readonly id: string; readonly starter: string; readonly text: string }
type Lifetime = { readonly from: Date; readonly to: Date }

export const keepChallenge =
  (sql: Sql, hash: KeyedHash) =>
  async (challenge: StoredChallenge, life: Lifetime): Promise<void> => {
    await sql`
      insert into sign_in_challenge (id, starter, text, made_at, expires_at)
      values (${hash.one(challenge.id)}, ${hash.one(challenge.starter)}, ${challenge.text}, ${life.from}, ${life.to})`
  }

/** Its text, once: whoever asks again, too late or from another browser gets nothing. */
export const useChallenge =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter: string, now: Date): Promise<string | undefined> => {
    const [row] = await sql<{ text: string }[]>`
      update sign_in_challenge set used_at = ${now}
       where id in ${sql(hash.all(id))} and starter in ${sql(hash.all(starter))}
         and used_at is null and expires_at > ${now}
      returning text`
    return row?.text
  }

export const openSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (secret: string, iin: Iin, now: Date): Promise<void> => {
    const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000)
    await sql`
      insert into session (id, iin, signed_in_by, since, seen_at, ends_at)
      values (${hash.one(secret)}, ${iin}, 'eds', ${now}, ${now}, ${endsAt})`
  }

type SessionRow = PersonRow & { id: Buffer; since: Date; seen_at: Date; ends_at: Date }

/**
 * The session of a cookie while it lives, of a person who, as far as we know, may act. Being seen prolongs it; that is
 * written once a minute.
 */
export const findSession =
  (sql: Sql, hash: KeyedHash) =>
  async (secret: string, now: Date): Promise<Session | undefined> => {
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000)
    const [row] = await sql<SessionRow[]>`
      select p.*, s.id, s.since, s.seen_at, s.ends_at from session s join person p using (iin)
       where s.id in ${sql(hash.all(secret))} and s.ends_at > ${now} and s.seen_at > ${idleSince} and p.standing = 'capable'`
    if (!row) return undefined
    if (now.getTime() - row.seen_at.getTime() > 60_000)
      await sql`update session set seen_at = ${now} where id = ${row.id}`
    const idleEnd = now.getTime() + IDLE_MINUTES * 60_000
    const expiresAt = new Date(Math.min(idleEnd, row.ends_at.getTime()))
    return { person: toPerson(row), signedInBy: 'eds', since: row.since, expiresAt }
  }

export const endSession =
  (sql: Sql, hash: KeyedHash) =>
  async (secret: string): Promise<Iin | undefined> => {
    const [row] = await sql<{ iin: Iin }[]>`delete from session where id in ${sql(hash.all(secret))} returning iin`
    return row?.iin
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetExpired =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000)
    await sql`delete from sign_in_challenge where expires_at < ${new Date(now.getTime() - 3_600_000)}`
    await sql`delete from session where ends_at < ${now} or seen_at < ${idleSince}`
  }
