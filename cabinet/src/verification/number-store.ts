// Registrations by their numbers, for those who know nothing else of them; and the codes that were given with them.
import type { KindId, SignMethod } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import { hashOfRegistrationCode, type Registered } from '../withdrawal/registration-code.ts'
import type { FoundWithdrawal, KnownNumber } from './check-withdrawal.ts'

type NumberRow = {
  readonly registration: string
  readonly iin: Iin
  readonly received_at: Date
  readonly code: Buffer | null
}

export const findNumber =
  (sql: Sql) =>
  async (number: string): Promise<KnownNumber | undefined> => {
    const [row] = await sql<NumberRow[]>`
      select registration, iin, received_at, code from registration_directory where registration = ${number}`
    if (!row) return undefined
    return { number: row.registration, iin: row.iin, receivedAt: row.received_at, code: row.code ?? undefined }
  }

type WithdrawalRow = {
  readonly application: string
  readonly kind: KindId
  readonly number: string
  readonly registered_at: Date
  readonly method: SignMethod
  readonly issuer: string
  readonly stamped_at: Date | null
}

export const findWithdrawal =
  (sql: Sql) =>
  async ({ iin, number }: KnownNumber): Promise<FoundWithdrawal | undefined> => {
    const [row] = await sql<WithdrawalRow[]>`
      select w.application, a.kind, a.number, w.registered_at, w.method, w.certificate->>'issuer' as issuer, w.stamped_at
        from withdrawal w join application a on a.iin = w.iin and a.id = w.application
       where w.iin = ${iin} and w.registration = ${number}`
    if (!row) return undefined
    const { application, kind, number: applicationNumber, method, issuer } = row
    const [registeredAt, stampedAt] = [row.registered_at, row.stamped_at ?? undefined]
    return { application, kind, applicationNumber, registeredAt, method, issuer, stampedAt }
  }

const MOST = 1_000 // of one round

/** A code that was given stays good when its key is forgotten: the first is written down beside its number. Answers how many. */
export const keepCodes =
  (sql: Sql, codesOf: (registered: Registered) => readonly [string, ...string[]]) => async (): Promise<number> => {
    const rows = await sql<NumberRow[]>`
      select registration, received_at from registration_directory where code is null order by ordinal limit ${MOST}`
    if (rows.length === 0) return 0
    const given = rows.map(({ registration, received_at: receivedAt }) => {
      const [code] = codesOf({ number: registration, receivedAt })
      return { registration, code: hashOfRegistrationCode(code).toString('hex') }
    })
    await sql`
      update registration_directory directory set code = decode(given.code, 'hex')
        from jsonb_to_recordset(${sql.json(given)}) as given (registration text, code text)
       where directory.registration = given.registration and directory.code is null`
    return rows.length
  }
