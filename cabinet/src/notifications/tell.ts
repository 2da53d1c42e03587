// A person is told: a message in the cabinet, and the same by mail and SMS to the contacts that were verified.
import type { Sql, Tx } from '../database/sql.ts'
import { keepTrying } from './decide.ts'
import type { Notice } from './notice.ts'

/** Addresses that are told too, such as the one that was just replaced. */
export type AlsoTell = { readonly mail?: string | undefined; readonly phone?: string | undefined }

export type Tell = (iin: string, notice: Notice, at: Date, also?: AlsoTell) => Promise<void>

/** In the transaction of what is told about: told if it happened, and only then. Nothing is sent here. */
export const tell =
  (sql: Sql | Tx): Tell =>
  async (iin, { kind, ...facts }, at, also = {}) => {
    await sql`
      with told as (
        insert into message (iin, kind, facts, at) values (${iin}, ${kind}, ${sql.json(facts)}, ${at}) returning iin, id),
      person as (select language, mail, phone from account where iin = ${iin}),
      contact (channel, address) as ( -- each address once
        select 'mail', mail from person union select 'sms', phone from person
        union select 'mail', ${also.mail ?? null}::text union select 'sms', ${also.phone ?? null}::text)
      insert into delivery (channel, address, language, iin, message, until, next_try_at)
      select channel, address, coalesce((select language from person), 'kk'), told.iin, told.id, ${keepTrying(at)}, ${at}
        from told cross join contact where address is not null`
  }
