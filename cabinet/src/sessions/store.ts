// Sessions: random ids that browsers keep, and only their keyed hashes here.
import type { Iin } from '../citizens/iin.ts'
import { type PersonRow, toPerson } from '../citizens/person-row.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type KeyedHash, makeSecret } from './keyed-hash.ts'
import { ABSOLUTE_HOURS, IDLE_MINUTES, type Session, type SignInWay } from './session.ts'

type NewSession = {
  readonly secret: string
  readonly iin: Iin
  readonly by: SignInWay
  readonly device: string
  readonly provedSince: Date | undefined
  readonly now: Date
}

export const openSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async ({ secret, iin, by, device, provedSince, now }: NewSession): Promise<void> => {
    const endsAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000)
    await sql`
      insert into session (id, iin, signed_in_by, device, proved_since, since, seen_at, ends_at)
      values (${hash.one(secret)}, ${iin}, ${by}, ${device}, ${provedSince ?? null}, ${now}, ${now}, ${endsAt})`
  }

type SessionRow = PersonRow & {
  readonly id: Buffer
  readonly key: string
  readonly signed_in_by: SignInWay
  readonly device: string | null
  readonly since: Date
  readonly proved_since: Date | null
  readonly seen_at: Date
  readonly ends_at: Date
  readonly unread: number
  readonly alarmed: boolean
}

/** The session of a cookie while it lives, of a person who, as far as we know, may act. Looking does not prolong it. */
export const peekSession =
  (sql: Sql, hash: KeyedHash) =>
  async (secret: string, now: Date): Promise<Session | undefined> => {
    const row = await readSession(sql, hash, secret, now)
    return row && toSession(row, row.seen_at, now)
  }

/** The same, and being seen prolongs it; that is written once a minute. */
export const findSession =
  (sql: Sql, hash: KeyedHash) =>
  async (secret: string, now: Date): Promise<Session | undefined> => {
    const row = await readSession(sql, hash, secret, now)
    if (!row) return undefined
    if (now.getTime() - row.seen_at.getTime() <= 60_000) return toSession(row, row.seen_at, now)
    await sql`update session set seen_at = greatest(seen_at, ${now}) where id = ${row.id}`
    return toSession(row, now, now)
  }

async function readSession(sql: Sql, hash: KeyedHash, secret: string, now: Date): Promise<SessionRow | undefined> {
  const [row] = await sql<SessionRow[]>`
    select p.*, s.id, s.key, s.signed_in_by, s.device, s.since, s.proved_since, s.seen_at, s.ends_at,
           (select count(*)::int from message m where m.iin = s.iin and m.read_at is null) as unread,
           exists (select from alarm where alarm.iin = s.iin) as alarmed
      from session s join person p using (iin)
     where s.id in ${sql(hash.all(secret))} and s.ends_at > ${now} and s.seen_at > ${idleSince(now)}
       and p.standing = 'capable'`
  return row
}

function toSession(row: SessionRow, seenAt: Date, readAt: Date): Session {
  const idleEnd = seenAt.getTime() + IDLE_MINUTES * 60_000
  return {
    key: row.key,
    person: toPerson(row),
    signedInBy: row.signed_in_by,
    since: row.since,
    provedSince: row.proved_since ?? undefined,
    expiresAt: new Date(Math.min(idleEnd, row.ends_at.getTime())),
    endsAt: row.ends_at,
    readAt,
    device: row.device ?? undefined,
    unread: row.unread,
    alarmed: row.alarmed,
  }
}

/** Whoever was last seen before lives no more. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MINUTES * 60_000)
}

/**
 * At a change of privilege (a new password) the same session goes on under a new id: a copy of the old cookie opens nothing.
 * Throws when there is no such session: the caller is in one.
 */
export const renewSession =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (secret: string, now: Date): Promise<string> => {
    const renewed = makeSecret()
    const { count } = await sql`
      update session set id = ${hash.one(renewed)}, seen_at = ${now} where id in ${sql(hash.all(secret))}`
    if (count !== 1) throw new Error('the session to be renewed is over')
    return renewed
  }
