// A one-time code is to be sent. Its digits are made when it is sent and are kept nowhere.
import type { Channel } from '../accounts/contact.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Language } from '../web/language.ts'

export type QueuedCode = {
  readonly code: string // its id, a UUID
  readonly channel: Channel
  readonly address: string
  readonly language: Language
  readonly at: Date
  readonly until: Date // it is good until then; later it is not sent
}

export type QueueCode = (queued: QueuedCode) => Promise<void>

/** In the transaction that makes the code. */
export const queueCode =
  (sql: Sql | Tx): QueueCode =>
  async ({ code, channel, address, language, at, until }) => {
    await sql`
      insert into delivery (channel, address, language, code, until, next_try_at)
      values (${channel}, ${address}, ${language}, ${code}, ${until}, ${at})`
  }
