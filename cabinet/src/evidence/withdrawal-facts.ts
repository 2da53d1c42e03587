// The facts of one withdrawal, read from its record, its application and its statement.
import type { Sql, Tx } from '../database/sql.ts'
import type { WithdrawalFacts } from './paper-facts.ts'

type Row = {
  readonly registration: string
  readonly application: string
  readonly kind: WithdrawalFacts['application']['kind']
  readonly number: string
  readonly filed_on: string
  readonly method: WithdrawalFacts['method']
  readonly certificate: WithdrawalFacts['certificate']
  readonly person: WithdrawalFacts['person']
  readonly revocation_source: 'ocsp' | 'crl' | null
  readonly revocation_at: Date | null
  readonly stamped_at: Date | null
  readonly stamp_authority: string | null
  readonly received_at: Date
  readonly registered_at: Date
}

export async function findFacts(
  sql: Sql | Tx,
  { iin, registration }: { readonly iin: string; readonly registration: string },
): Promise<WithdrawalFacts | undefined> {
  const [row] = await sql<Row[]>`
    select w.registration, w.application, a.kind, a.number, a.filed_on, w.method, w.certificate, d.facts->'person' as person,
           w.revocation_source, w.revocation_at, w.stamped_at, w.stamp_authority, w.received_at, w.registered_at
      from withdrawal w
      join application a on a.iin = w.iin and a.id = w.application
      join withdrawal_draft d on d.id = w.draft
     where w.iin = ${iin} and w.registration = ${registration}`
  return row && toFacts(row)
}

function toFacts(row: Row): WithdrawalFacts {
  const { revocation_source: source, revocation_at: checkedAt, stamped_at: stampedAt, stamp_authority: authority } = row
  return {
    registration: row.registration,
    receivedAt: row.received_at,
    registeredAt: row.registered_at,
    method: row.method,
    application: { id: row.application, kind: row.kind, number: row.number, filedOn: row.filed_on },
    person: row.person,
    certificate: row.certificate,
    revocation: source && checkedAt ? { source, at: checkedAt } : undefined,
    timestamp: stampedAt && authority !== null ? { at: stampedAt, authority } : undefined,
  }
}
