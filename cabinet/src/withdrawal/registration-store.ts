// The records of completed withdrawals and what proves them.
import type { Sql } from '../database/sql.ts'
import type { Attempt } from './signature-store.ts'
import type { Registration, SignerCertificate } from './withdrawal.ts'

type Row = {
  readonly registration: string
  readonly application: string
  readonly kind: Registration['application']['kind']
  readonly number: string
  readonly filed_on: string
  readonly method: Registration['method']
  readonly certificate: Omit<SignerCertificate, 'notAfter'> & { readonly notAfter: string }
  readonly revocation_source: 'ocsp' | 'crl' | null
  readonly revocation_at: Date | null
  readonly stamped_at: Date | null
  readonly stamp_authority: string | null
  readonly received_at: Date
  readonly registered_at: Date
}

/** '1042-ОЖ', as the table admits it. */
const REGISTRATION = /^[1-9][0-9]{0,18}-ОЖ$/

/** The person's own, or undefined. */
export const findRegistration =
  (sql: Sql) =>
  async (iin: string, number: string): Promise<Registration | undefined> => {
    if (!REGISTRATION.test(number)) return undefined
    const [row] = await sql<Row[]>`
      select w.*, a.kind, a.number, a.filed_on from withdrawal w
        join application a on a.iin = w.iin and a.id = w.application
       where w.iin = ${iin} and w.registration = ${number}`
    return row && toRegistration(row)
  }

/** By which its application was withdrawn: for a signature that came too late, by another. */
export async function findRegistrationOfSignature(sql: Sql, attempt: Attempt): Promise<Registration | undefined> {
  const [row] = await sql<Row[]>`
    select w.*, a.kind, a.number, a.filed_on from withdrawal w
      join application a on a.iin = w.iin and a.id = w.application
     where w.iin = ${attempt.iin} and w.application = ${attempt.application}`
  return row && toRegistration(row)
}

function toRegistration(row: Row): Registration {
  return {
    number: row.registration,
    application: { id: row.application, kind: row.kind, number: row.number, filedOn: row.filed_on },
    receivedAt: row.received_at,
    registeredAt: row.registered_at,
    method: row.method,
    certificate: { ...row.certificate, notAfter: new Date(row.certificate.notAfter) },
    revocation: toRevocation(row),
    timestamp: toTimestamp(row),
  }
}

function toRevocation({ revocation_source: source, revocation_at: at }: Row): Registration['revocation'] {
  return source && at ? { source, at } : undefined
}

function toTimestamp({ stamped_at: at, stamp_authority: authority }: Row): Registration['timestamp'] {
  return at && authority !== null ? { at, authority } : undefined
}
