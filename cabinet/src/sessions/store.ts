// Sessions: random ids that browsers keep, and only their keyed hashes here.
import type { Iin } from '../citizens/iin.ts'
import { type PersonRow, toPerson } from '../citizens/person-row.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from './keyed-hash.ts'
import { ABSOLUTE_HOURS, IDLE_MINUTES, type Session, type SignInWay } from './session.ts'

type NewSession = { readonly secret: string; readonly iin: Iin; readonly by: SignInWay; readonly now: Date }

export const openSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async ({ secret, iin, by, now }: NewSession): Promise<void> => {
    const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000)
    await sql`
      insert into session (id, iin, signed_in_by, since, seen_at, ends_at)
      values (${hash.one(secret)}, ${iin}, ${by}, ${now}, ${now}, ${endsAt})`
  }

type SessionRow = PersonRow & {
  id: Buffer
  key: string
  signed_in_by: SignInWay
  since: Date
  seen_at: Date
  ends_at: Date
}

/**
 * The session of a cookie while it lives, of a person who, as far as we know, may act. Being seen prolongs it; that is
 * written once a minute.
 */
export const findSession =
  (sql: Sql, hash: KeyedHash) =>
  async (secret: string, now: Date): Promise<Session | undefined> => {
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000)
    const [row] = await sql<SessionRow[]>`
      select p.*, s.id, s.key, s.signed_in_by, s.since, s.seen_at, s.ends_at from session s join person p using (iin)
       where s.id in ${sql(hash.all(secret))} and s.ends_at > ${now} and s.seen_at > ${idleSince} and p.standing = 'capable'`
    if (!row) return undefined
    if (now.getTime() - row.seen_at.getTime() > 60_000)
      await sql`update session set seen_at = ${now} where id = ${row.id}`
    const idleEnd = now.getTime() + IDLE_MINUTES * 60_000
    const expiresAt = new Date(Math.min(idleEnd, row.ends_at.getTime()))
    const { key, signed_in_by: signedInBy, since, ends_at: endsAt } = row
    return { key, person: toPerson(row), signedInBy, since, expiresAt, endsAt }
  }

export const endSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (secret: string): Promise<Iin | undefined> => {
    const [row] = await sql<{ iin: Iin }[]>`delete from session where id in ${sql(hash.all(secret))} returning iin`
    return row?.iin
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetSessions =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000)
    await sql`delete from session where ends_at < ${now} or seen_at < ${idleSince}`
  }
