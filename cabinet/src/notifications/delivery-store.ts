// What is still to be sent: taken up by one instance at a time, deleted when it is sent, put off or given up when it is not.
import type { CodePurpose } from '../accounts/code-rules.ts'
import type { Channel } from '../accounts/contact.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Language } from '../web/language.ts'
import { forgetBefore, leaseUntil } from './decide.ts'

export type Delivery = {
  readonly id: string
  readonly channel: Channel
  readonly address: string
  readonly language: Language
  readonly iin: string | null
  readonly message: string | null // its id
  readonly attaches: string | null // the number of a withdrawal whose proof goes along
  readonly until: Date
  readonly tries: number // this one included
  readonly code: string | null
  readonly purpose: CodePurpose | null // of the code, unless it is forgotten
  readonly kind: string | null // of the message
  readonly facts: unknown
  readonly at: Date | null
  readonly link: string | null // the code of the address that leads to what the message tells of
}

/** Takes up the one that is longest due, codes first. One statement: nothing stays locked while it is sent. */
export async function takeDue(sql: Sql, channels: readonly Channel[], now: Date): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery[]>`
    with due as materialized ( -- one, however the join is planned
      select id from delivery where given_up is null and next_try_at <= ${now} and channel in ${sql(channels)}
       order by code is null, next_try_at limit 1 for update skip locked),
    taken as (
      update delivery set next_try_at = ${leaseUntil(now)}, tries = delivery.tries + 1
        from due where delivery.id = due.id returning delivery.*)
    select taken.*, c.purpose, m.kind, m.facts, m.at, m.code as link from taken
      left join one_time_code c on c.id = taken.code
      left join message m on m.iin = taken.iin and m.id = taken.message`
  return row
}

/** True once: whoever finishes after a lease ran out finds it gone. What was given up at this address before is past. */
export async function markSent(tx: Tx, { id, iin, channel, address }: Delivery): Promise<boolean> {
  await tx`
    delete from delivery
     where iin = ${iin} and channel = ${channel} and address = ${address} and given_up is not null`
  const gone = await tx`delete from delivery where id = ${id} returning id`
  return gone.length === 1
}

/** A code that nobody gets leaves no address behind; of a message the person sees in the profile that it did not arrive. */
export async function giveUp(tx: Tx, { id, iin }: Delivery, why: string, now: Date): Promise<boolean> {
  if (iin === null) return (await tx`delete from delivery where id = ${id} returning id`).length === 1
  const given = await tx`
    update delivery set given_up = ${why}, given_up_at = ${now}, next_try_at = null
     where id = ${id} and given_up is null returning id`
  return given.length === 1
}

/** Only by whoever holds it: after a lease ran out somebody else may be sending it. */
export async function putOff(sql: Sql, { id, tries }: Delivery, until: Date): Promise<void> {
  await sql`update delivery set next_try_at = ${until} where id = ${id} and tries = ${tries} and given_up is null`
}

/** What could not be sent is not kept for ever; nor is what nobody tried to send, as a channel was never set up. */
export const forgetDeliveries =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from delivery where given_up_at < ${forgetBefore(now)} or until < ${forgetBefore(now)}`
  }

/** Verified contacts of a person to which something could not be sent, and nothing since. */
export const findBrokenContacts =
  (sql: Sql) =>
  async (iin: string): Promise<Channel[]> => {
    const rows = await sql<{ channel: Channel }[]>`
      select distinct d.channel from delivery d join account a using (iin)
       where d.iin = ${iin} and d.given_up in ('address-unusable', 'address-refused')
         and d.address = case d.channel when 'mail' then a.mail else a.phone end`
    return rows.map(row => row.channel)
  }
