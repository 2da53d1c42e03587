// The proof of a withdrawal is to be sent by mail, to whoever asked for that. What is sent is made when it is sent.
import type { Sql, Tx } from '../database/sql.ts'
import { keepTrying } from './decide.ts'

export type QueuedProof = {
  readonly iin: string
  readonly message: string // that tells of the withdrawal
  readonly registration: string
  readonly at: Date
}

/** In the transaction that completes the withdrawal. A letter of its own: what tells of it does not wait for the files. */
export const queueProof =
  (sql: Sql | Tx) =>
  async ({ iin, message, registration, at }: QueuedProof): Promise<void> => {
    await sql`
      insert into delivery (channel, address, language, iin, message, until, next_try_at, attaches)
      select 'mail', mail, language, iin, ${message}, ${keepTrying(at)}, ${at}, ${registration}
        from account where iin = ${iin} and mail is not null and choices -> 'proof' ? 'mail'`
  }
