// Registrations under way, each known by the secret of its browser, which is kept as a keyed hash.
import type { Channel } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { type Address, type IdentifiedBy, REGISTRATION_MINUTES, type Registration } from './registration.ts'

type RegistrationRow = {
  readonly iin: Iin
  readonly way: IdentifiedBy
  readonly expires_at: Date
  readonly confirmed_at: Date | null
  readonly mail: string | null
  readonly phone: string | null
  readonly mail_code: string | null
  readonly sms_code: string | null
  readonly mail_verified_at: Date | null
  readonly sms_verified_at: Date | null
  readonly done_at: Date | null
}

type Opening = {
  readonly iin: Iin
  readonly way: IdentifiedBy
  readonly starter: string // whatever it had begun before is over
  readonly next: string
  readonly now: Date
}

export const openRegistration =
  (sql: Sql, hash: KeyedHash) =>
  ({ iin, way, starter, next, now }: Opening): Promise<void> =>
    sql.begin(async tx => {
      const expiresAt = new Date(now.getTime() + REGISTRATION_MINUTES * 60_000)
      await tx`delete from registration where starter in ${tx(hash.all(starter))}`
      await tx`
        insert into registration (starter, iin, way, made_at, expires_at)
        values (${hash.one(next)}, ${iin}, ${way}, ${now}, ${expiresAt})`
    })

export const findRegistration =
  (sql: Sql, hash: KeyedHash) =>
  async (starter: string, now: Date): Promise<Registration | undefined> => {
    const [row] = await sql<RegistrationRow[]>`
      select * from registration where starter in ${sql(hash.all(starter))} and expires_at > ${now}`
    return row && toRegistration(row)
  }

/** The same, held until the transaction ends: two tabs take one step after the other. */
export const holdRegistration =
  (tx: Tx, hash: KeyedHash) =>
  async (starter: string, now: Date): Promise<Registration | undefined> => {
    const [row] = await tx<RegistrationRow[]>`
      select * from registration where starter in ${tx(hash.all(starter))} and expires_at > ${now} for update`
    return row && toRegistration(row)
  }

export type Change = Partial<Omit<RegistrationRow, 'iin' | 'way' | 'expires_at'>>

export const changeRegistration =
  (tx: Tx, hash: KeyedHash) =>
  async (starter: string, change: Change): Promise<void> => {
    await tx`update registration set ${tx(change)} where starter in ${tx(hash.all(starter))}`
  }

type Verified = { readonly starter: string; readonly channel: Channel; readonly code: string; readonly now: Date }

/** The address that this code was sent to belongs to them. Answers no when another address has been given meanwhile. */
export const verifyAddress =
  (sql: Sql, hash: KeyedHash) =>
  async ({ starter, channel, code, now }: Verified): Promise<boolean> => {
    const [codeOf, verifiedAt] =
      channel === 'mail' ? [sql`mail_code`, sql`mail_verified_at`] : [sql`sms_code`, sql`sms_verified_at`]
    const { count } = await sql`
      update registration set ${verifiedAt} = ${now}
       where starter in ${sql(hash.all(starter))} and ${codeOf} = ${code} and done_at is null and expires_at > ${now}`
    return count === 1
  }

export const dropRegistration =
  (sql: Sql, hash: KeyedHash) =>
  async (starter: string): Promise<void> => {
    await sql`delete from registration where starter in ${sql(hash.all(starter))} and done_at is null`
  }

/** What is over is not kept: called now and then by the housekeeping. */
export const forgetRegistrations =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from registration where expires_at < ${now}`
  }

function toRegistration(row: RegistrationRow): Registration {
  return {
    iin: row.iin,
    way: row.way,
    expiresAt: row.expires_at,
    confirmed: row.confirmed_at !== null,
    mail: toAddress(row.mail, row.mail_code, row.mail_verified_at),
    phone: toAddress(row.phone, row.sms_code, row.sms_verified_at),
    done: row.done_at !== null,
  }
}

function toAddress(address: string | null, code: string | null, verifiedAt: Date | null): Address | undefined {
  return address === null ? undefined : { address, code: code ?? undefined, verified: verifiedAt !== null }
}
