// For the benchmark of withdrawals: applications of as many people, each with a statement drawn up, and signatures under them.
import { randomUUID } from 'node:crypto'
import { signCms } from '@otinish/simulators/cms/sign'
import type { Authority } from '@otinish/simulators/pki/authority'
import { issuePersonCertificate } from '@otinish/simulators/pki/person-certificate'
import { generateGostKey } from '@otinish/simulators/pki/signing-key'
import type { Sql } from '../src/database/sql.ts'
import type { ApplicationMessage } from '../src/intake/message.ts'
import { receiveApplication } from '../src/intake/receive-application.ts'
import { CONSENT_VERSION } from '../src/withdrawal/statement.ts'

export const STATEMENT = new Uint8Array(37_000).fill(0x25) // a statement has so many octets
const FIRST_PERSON = 991_390_000_000 // month 13: nobody real

export type Prepared = { readonly iin: string; readonly application: string; readonly draft: string }

/** One comes as from the core, the others are copies of it. */
export async function prepareDrafts(sql: Sql, count: number): Promise<readonly Prepared[]> {
  const now = new Date()
  const needs = { sql, keepDeadline: async () => {}, now: () => now, alarm: () => {} }
  const message: ApplicationMessage = {
    iin: String(FIRST_PERSON),
    series: 'bench',
    number: 'b-0',
    kind: 'bank-details',
    contractTypes: ['mandatory'],
    filedOn: now.toISOString().slice(0, 10),
    receivedAt: now.toISOString(),
    counterparty: null,
    amount: null,
    purpose: null,
    operatorRelease: null,
    status: { is: 'accepted' },
    operations: [],
  }
  await receiveApplication(needs)('b-0', message, BY)
  await sql`
    insert into application_directory (id, iin, series, number)
    select 'b-' || n, (${FIRST_PERSON}::bigint + n)::text, series, 'b-' || n
      from application_directory, generate_series(1, ${count}::integer) n where id = 'b-0'`
  await sql`
    insert into application
    select (jsonb_populate_record(a, jsonb_build_object('id', 'b-' || n, 'iin', (${FIRST_PERSON}::bigint + n)::text,
             'number', 'b-' || n, 'number_key', 'b' || n))).*
      from application a, generate_series(1, ${count}::integer) n where id = 'b-0'`
  const rows = await sql<Prepared[]>`
    insert into withdrawal_draft (id, iin, application, application_version, facts, document, sha256, made_at, expires_at)
    select gen_random_uuid(), iin, id, version, jsonb_set(${sql.json(FACTS)}, '{person,iin}', to_jsonb(iin)), ${Buffer.from(STATEMENT)}, sha256(${Buffer.from(STATEMENT)}),
           ${now}::timestamptz, ${now}::timestamptz + interval '6 hours'
      from application where id like 'b-%' and id <> 'b-0'
    returning iin, application, id as draft`
  await sql`analyze application, application_directory, withdrawal_draft`
  return rows
}

const HOLDER = { surname: 'СЫНАҚБАЕВ', name: 'СЫНАҚ', patronymic: null }

/** For the receipt, which is laid out after each. */
const FACTS = {
  draft: 'bench',
  person: { ...HOLDER, iin: '', birthDate: '1980-01-02' },
  application: { kind: 'bank-details', number: 'b-0', filedOn: '2026-06-16' },
  drawnUpOn: '2026-06-17',
  consentVersion: CONSENT_VERSION,
}

const BY = { key: 'bench', request: randomUUID() }

/** By a key of the person's that was never seen before. */
export function signStatement({ iin }: Prepared, authority: Authority): string {
  const key = generateGostKey()
  const now = new Date()
  const validity = { from: new Date(now.getTime() - 86_400_000), to: new Date(now.getTime() + 86_400_000) }
  const holder = { iin, ...HOLDER }
  const certificate = issuePersonCertificate(holder, key, { purpose: 'signing', validity }, authority['issuing-gost'])
  return Buffer.from(signCms({ key, certificate }, { content: STATEMENT, attached: true, at: now })).toString('base64')
}
