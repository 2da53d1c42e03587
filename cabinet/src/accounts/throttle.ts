// Guesses are counted before they are checked, under a lock: of fifty at once no more pass than of fifty one after another.
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { nextTry, type Rule, type ThrottleKey, type Tries } from './throttle-rules.ts'

export type Attempt = { readonly allowed: true } | { readonly allowed: false; readonly again: Date }
type Asked = { readonly keys: readonly ThrottleKey[]; readonly now: Date }

/** Allowed by every key and counted under each, or by none of them. What is not allowed is not counted. */
export const attempt =
  (sql: Sql, hash: KeyedHash) =>
  async ({ keys, now }: Asked): Promise<Attempt> => {
    const again = await waitOf(sql, hash, { keys, now })
    return again ? { allowed: false, again } : sql.begin(tx => countAll(tx, hash, { keys, now }))
  }

/** Looked at first, without a lock: a flood of guesses that must wait anyway writes nothing. */
async function waitOf(sql: Sql, hash: KeyedHash, { keys, now }: Asked): Promise<Date | undefined> {
  const [row] = await sql<{ again_at: Date }[]>`
    select again_at from throttle
     where key in ${sql(keys.map(key => hash.one(key)))} and again_at > ${now} and again_at > last_at
     order by again_at desc limit 1`
  return row?.again_at
}

async function countAll(tx: Tx, hash: KeyedHash, asked: Asked): Promise<Attempt> {
  const found = await lock(tx, hash, asked)
  const next = found.map(({ rule, before }) => nextTry(rule, before, asked.now))
  const waits = next.flatMap(one => ('again' in one ? [one.again.getTime()] : []))
  if (waits.length > 0) return { allowed: false, again: new Date(Math.max(...waits)) }
  for (const [i, one] of next.entries()) if ('tries' in one) await count(tx, found[i]?.key, one)
  return { allowed: true }
}

type Found = { readonly rule: Rule; readonly key: Buffer; readonly before: Tries | undefined }
type Row = { readonly key: Buffer; readonly tries: number; since: Date; last_at: Date; again_at: Date }

/** Rows are made where there are none, and locked in one order, so that no two wait for each other. */
async function lock(tx: Tx, hash: KeyedHash, { keys, now }: Asked): Promise<Found[]> {
  const asked = keys.map(key => ({ rule: ruleOf(key), key: hash.one(key) }))
  const rows = asked
    .map(({ key }) => ({ key, tries: 0, since: now, last_at: now, again_at: now }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
  const locked = await tx<Row[]>`
    insert into throttle ${tx(rows)}
    on conflict (key) do update set last_at = throttle.last_at
    returning key, tries, since, last_at, again_at`
  return asked.map(({ rule, key }) => {
    const row = locked.find(one => one.key.equals(key))
    const before = row && { tries: row.tries, since: row.since, lastAt: row.last_at, againAt: row.again_at }
    return { rule, key, before }
  })
}

async function count(tx: Tx, key: Buffer | undefined, { tries, since, lastAt, againAt }: Tries): Promise<void> {
  if (!key) return
  await tx`
    update throttle set tries = ${tries}, since = ${since}, last_at = ${lastAt}, again_at = ${againAt} where key = ${key}`
}

/** The password was right: the person's tries are forgotten; at their address this one alone, since others guess there too. */
export const forgive =
  (sql: Sql, hash: KeyedHash) =>
  async (keys: readonly ThrottleKey[]): Promise<void> => {
    for (const key of keys)
      if (ruleOf(key) === 'address')
        await sql`update throttle set tries = greatest(tries - 1, 0) where key = ${hash.one(key)}`
      else await sql`delete from throttle where key = ${hash.one(key)}`
  }

/** Nothing was checked after all: as if it had not been tried. */
export const giveBack =
  (sql: Sql, hash: KeyedHash) =>
  async (keys: readonly ThrottleKey[]): Promise<void> => {
    for (const key of keys)
      await sql`update throttle set tries = greatest(tries - 1, 0), again_at = last_at where key = ${hash.one(key)}`
  }

const KEPT_MINUTES = 120 // longer than any rule remembers

/** What no rule remembers any more is not kept: called now and then by the housekeeping. */
export const forgetTries =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from throttle where last_at < ${new Date(now.getTime() - KEPT_MINUTES * 60_000)}`
  }

function ruleOf(key: ThrottleKey): Rule {
  return key.slice(0, key.indexOf(':')) as Rule // the type of a key begins with its rule
}
