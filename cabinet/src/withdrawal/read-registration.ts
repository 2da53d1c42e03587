// The record of a completed withdrawal, read in one place: for pages, for answers, and for the papers that are made of it.
import type { Sql, Tx } from '../database/sql.ts'
import type { KeptFacts } from './statement-facts.ts'
import type { Registration, SignerCertificate } from './withdrawal.ts'

type Row = KeptFacts & {
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

/** Beside it what its statement said, as it lies there: under the key of its person. */
export type KeptRegistration = { readonly registration: Registration; readonly statement: KeptFacts }

/** A person's, by its number or by the application that it withdrew; or undefined. */
export async function readRegistration(
  sql: Sql | Tx,
  { iin, ...by }: { readonly iin: string } & ({ readonly registration: string } | { readonly application: string }),
): Promise<KeptRegistration | undefined> {
  const named = 'registration' in by ? sql`w.registration = ${by.registration}` : sql`w.application = ${by.application}`
  const [row] = await sql<Row[]>`
    select w.registration, w.application, a.kind, a.number, a.filed_on, w.method, w.certificate,
           w.revocation_source, w.revocation_at, w.stamped_at, w.stamp_authority, w.received_at, w.registered_at,
           d.id, d.facts, d.sealed_facts, d.sealed_by
      from withdrawal w
      join application a on a.iin = w.iin and a.id = w.application
      join withdrawal_draft d on d.id = w.draft
     where w.iin = ${iin} and ${named}`
  return row && { registration: toRegistration(row), statement: row }
}

/** '1042-ОЖ', as the table admits it. */
const REGISTRATION = /^[1-9][0-9]{0,18}-ОЖ$/

/** The person's own, or undefined. */
export const findRegistration =
  (sql: Sql) =>
  async (iin: string, registration: string): Promise<Registration | undefined> =>
    REGISTRATION.test(registration) ? (await readRegistration(sql, { iin, registration }))?.registration : undefined

/** By which its application was withdrawn: for a signature that came too late, by another. */
export async function findRegistrationOfSignature(
  sql: Sql,
  { iin, application }: { readonly iin: string; readonly application: string },
): Promise<Registration | undefined> {
  return (await readRegistration(sql, { iin, application }))?.registration
}

function toRegistration(row: Row): Registration {
  const { issuer, serial, algorithm, notAfter } = row.certificate
  return {
    number: row.registration,
    application: { id: row.application, kind: row.kind, number: row.number, filedOn: row.filed_on },
    receivedAt: row.received_at,
    registeredAt: row.registered_at,
    method: row.method,
    certificate: { issuer, serial, algorithm, notAfter: new Date(notAfter) },
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
