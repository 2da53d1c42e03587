// A person is told: a message in the cabinet, and the same by mail and SMS to the contacts that were verified, as they chose.
import { randomUUID } from 'node:crypto'
import type { Sql, Tx } from '../database/sql.ts'
import { firstTry, keepTrying } from './decide.ts'
import { eventOf, TERMS, type Terms } from './event.ts'
import { isOfApplication, type Notice } from './notice.ts'
import { queueProof } from './queue-proof.ts'
import { makeCode } from './short-link.ts'

/** Addresses that are told too, such as the one that was just replaced, whatever was chosen. */
export type AlsoTell = { readonly mail?: string | undefined; readonly phone?: string | undefined }

const ALWAYS: Terms = { usually: ['mail', 'sms'], mustReach: true }

export type Tell = (iin: string, notice: Notice, at: Date, also?: AlsoTell) => Promise<void>

/** In the transaction of what is told about: told if it happened, and only then. Nothing is sent here. */
export const tell =
  (sql: Sql | Tx): Tell =>
  async (iin, notice, at, also = {}) => {
    const { kind, ...facts } = notice
    const event = eventOf(kind)
    const isForced = event === 'alarm'
    const { usually, mustReach } = isForced ? ALWAYS : TERMS[event]
    const code = isOfApplication(notice) ? makeCode() : null
    const id = randomUUID()
    await sql`
      with told as (
        insert into message (iin, id, kind, facts, at, code)
        values (${iin}, ${id}, ${kind}, ${sql.json(facts)}, ${at}, ${code}) returning iin, id),
      person as (
        select language, mail, phone, coalesce(choices -> ${event}, ${sql.json(usually)}) as chosen
          from account where iin = ${iin}),
      verified (channel, address, is_chosen) as (
        select 'mail', mail, chosen ? 'mail' from person where mail is not null
        union all select 'sms', phone, chosen ? 'sms' from person where phone is not null),
      contact (channel, address) as ( -- each address once
        select channel, address from verified
         where is_chosen or ${isForced} or (${mustReach} and not exists (select from verified where is_chosen))
        union select 'mail', ${also.mail ?? null}::text union select 'sms', ${also.phone ?? null}::text)
      insert into delivery (channel, address, language, iin, message, until, next_try_at)
      select channel, address, coalesce((select language from person), 'kk'), told.iin, told.id, ${keepTrying(at)},
             ${firstTry(kind, at)}
        from told cross join contact where address is not null`
    if (notice.kind === 'withdrawn') await queueProof(sql)({ iin, message: id, registration: notice.registration, at })
  }

/** Told in the cabinet alone. */
export const noteInCabinet =
  (sql: Sql | Tx) =>
  async (iin: string, { kind, ...facts }: Notice, at: Date): Promise<void> => {
    await sql`insert into message (iin, kind, facts, at) values (${iin}, ${kind}, ${sql.json(facts)}, ${at})`
  }

/** What waits to be sent of an application and is no longer true is not sent. Answers whether there was such a thing. */
export const callBack =
  (tx: Tx) =>
  async (iin: string, kind: Notice['kind'], application: string): Promise<boolean> => {
    const called = await tx`
      delete from delivery d using message m
       where m.iin = ${iin} and m.kind = ${kind} and m.facts ->> 'id' = ${application}
         and d.iin = m.iin and d.message = m.id and d.tries = 0
      returning d.id`
    return called.length > 0
  }
