// Devices: browsers that a person has signed in with. Each is known again by a secret in a cookie, kept as a keyed hash.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type KeyedHash, makeSecret } from './keyed-hash.ts'

type Seen = {
  readonly iin: Iin
  readonly secret: string | undefined // what the browser brought along
  readonly label: string
  readonly now: Date
}

export type KeptDevice = { readonly id: string; readonly secret: string; readonly isNew: boolean }

/**
 * The device of this person and this browser. Where it is new to the person the browser gets a new secret, and so do the
 * others who use it: one that a stranger has put there before makes nothing of the stranger's known.
 */
export const keepDevice =
  (tx: Tx, hash: KeyedHash) =>
  async ({ iin, secret, label, now }: Seen): Promise<KeptDevice> => {
    const fresh = makeSecret()
    if (secret !== undefined) {
      const id = await recognise(tx, hash, { iin, secret, label, now })
      if (id) return { id, secret, isNew: false }
      await tx`update device set secret = ${hash.one(fresh)} where secret in ${tx(hash.all(secret))}`
    }
    const [row] = await tx<{ id: string }[]>`
      insert into device (iin, secret, label, first_seen_at, last_seen_at)
      values (${iin}, ${hash.one(fresh)}, ${label}, ${now}, ${now}) returning id`
    if (!row) throw new Error('no row came back from an insert')
    return { id: row.id, secret: fresh, isNew: true }
  }

/** Its hash is from now on of the newest key, so that an older one can be put away. */
async function recognise(tx: Tx, hash: KeyedHash, seen: Seen & { secret: string }): Promise<string | undefined> {
  const { iin, secret, label, now } = seen
  const [row] = await tx<{ id: string }[]>`
    update device set label = ${label}, last_seen_at = ${now}, secret = ${hash.one(secret)}
     where iin = ${iin} and secret in ${tx(hash.all(secret))}
    returning id`
  return row?.id
}

/** The id of this browser as a device of this person, who has signed in with it before. It stays when the secret changes. */
export const knownDevice =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async (iin: Iin, secret: string | undefined): Promise<string | undefined> => {
    if (secret === undefined) return undefined
    const [row] = await sql<{ id: string }[]>`
      select id from device where iin = ${iin} and secret in ${sql(hash.all(secret))}`
    return row?.id
  }

/** Its sessions end, but the one named by `keptKey`. Only of this person. */
export const forgetDevice =
  (tx: Tx) =>
  async (iin: Iin, id: string, keptKey: string): Promise<boolean> => {
    await tx`delete from session where iin = ${iin} and device = ${id} and key <> ${keptKey}`
    const { count } = await tx`delete from device where iin = ${iin} and id = ${id}`
    return count === 1
  }

const KEPT_DAYS = 400 // as long as browsers keep the cookie

/** Called now and then by the housekeeping. */
export const forgetOldDevices =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from device where last_seen_at < ${new Date(now.getTime() - KEPT_DAYS * 86_400_000)}`
  }
