// Contacts that are being changed: a new address, and the code that was sent to it.
import type { Channel } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'

const CHANGE_MINUTES = 30

export type ContactChange = { readonly channel: Channel; readonly address: string; readonly code: string }

type Key = { readonly starter: string; readonly iin: Iin; readonly now: Date }

/** One for a browser: a later one takes the place of an earlier. */
export const keepChange =
  (tx: Tx, hash: KeyedHash) =>
  async ({ starter, iin, now }: Key, { channel, address, code }: ContactChange): Promise<void> => {
    const expiresAt = new Date(now.getTime() + CHANGE_MINUTES * 60_000)
    await tx`delete from contact_change where starter in ${tx(hash.all(starter))}`
    await tx`
      insert into contact_change (starter, iin, channel, address, code, made_at, expires_at)
      values (${hash.one(starter)}, ${iin}, ${channel}, ${address}, ${code}, ${now}, ${expiresAt})`
  }

export const findChange =
  (sql: Sql | Tx, hash: KeyedHash) =>
  async ({ starter, iin, now }: Key): Promise<ContactChange | undefined> => {
    const [row] = await sql<ContactChange[]>`
      select channel, address, code from contact_change
       where starter in ${sql(hash.all(starter))} and iin = ${iin} and expires_at > ${now}`
    return row
  }

export const renewCode =
  (tx: Tx, hash: KeyedHash) =>
  async ({ starter, iin }: Key, code: string): Promise<void> => {
    await tx`update contact_change set code = ${code} where starter in ${tx(hash.all(starter))} and iin = ${iin}`
  }

/** Takes the change away, once: only while that code is its newest. */
export const takeChange =
  (tx: Tx, hash: KeyedHash) =>
  async ({ starter, iin, now }: Key, code: string): Promise<ContactChange | undefined> => {
    const [row] = await tx<ContactChange[]>`
      delete from contact_change
       where starter in ${tx(hash.all(starter))} and iin = ${iin} and code = ${code} and expires_at > ${now}
      returning channel, address, code`
    return row
  }

export async function dropChangesOf(tx: Tx, iin: Iin): Promise<void> {
  await tx`delete from contact_change where iin = ${iin}`
}

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetChanges =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from contact_change where expires_at < ${now}`
  }
