// For tests: what the tables hold of each application, in the words of the checker. The order of what happened to a row is that
// of its lines in the audit, which are added while the row is held; which signature a line is about is told by its moment.
import type { Sql } from '../../database/sql.ts'
import type { Books, Entry } from './test-history.ts'

type Row = { readonly id: string; readonly state: Books['state']; readonly registration: string | null }
type Draft = { readonly application: string; readonly id: string; readonly version: number }
type Signature = {
  readonly application: string
  readonly draft: string
  readonly cms: string
  readonly key: string | null
  readonly state: string
  readonly refusal: string | null
  readonly received_at: Date
  readonly decided_at: Date | null
}
type Withdrawal = {
  readonly application: string
  readonly registration: string
  readonly draft: string
  readonly cms: string
}
type Message = { readonly application: string; readonly registration: string }
type Line = {
  readonly application: string
  readonly act: string
  readonly outcome: string
  readonly request: string | null
  readonly at: Date
}

/** By application. A CMS is called by its hash; a claim and an event by the request that brought them. */
export async function readBooks(sql: Sql): Promise<ReadonlyMap<string, Books>> {
  const rows = await sql<Row[]>`select id, state, registration from application`
  const drafts = await sql<Draft[]>`select application, id, application_version as version from withdrawal_draft`
  const signatures = await sql<Signature[]>`
    select application, draft, encode(cms_sha256, 'hex') as cms, idempotency_key as key, state, refusal, received_at, decided_at
      from withdrawal_signature`
  const withdrawals = await sql<Withdrawal[]>`
    select w.application, w.registration, w.draft, encode(s.cms_sha256, 'hex') as cms
      from withdrawal w join withdrawal_signature s on s.iin = w.iin and s.id = w.signature`
  const messages = await sql<Message[]>`select application, payload ->> 'registration' as registration from outbox`
  const lines = await sql<Line[]>`
    select application, act, outcome, request, at from audit_event
     where act in ('withdrawal-signed', 'withdrawn', 'withdrawal-rejected', 'claimed', 'claim-released', 'status-reported')
     order by position`
  const tables = {
    drafts: byApplication(drafts),
    signatures: byApplication(signatures),
    withdrawals: byApplication(withdrawals),
    messages: byApplication(messages),
    lines: byApplication(lines),
  }
  return new Map(rows.map(row => [row.id, booksOf(row, tables)]))
}

type Tables = {
  readonly drafts: ReadonlyMap<string, readonly Draft[]>
  readonly signatures: ReadonlyMap<string, readonly Signature[]>
  readonly withdrawals: ReadonlyMap<string, readonly Withdrawal[]>
  readonly messages: ReadonlyMap<string, readonly Message[]>
  readonly lines: ReadonlyMap<string, readonly Line[]>
}

function booksOf({ id, state, registration }: Row, tables: Tables): Books {
  const signatures = tables.signatures.get(id) ?? []
  const unused = new Set(signatures)
  return {
    state,
    registration,
    drafts: new Map((tables.drafts.get(id) ?? []).map(draft => [draft.id, draft])),
    log: (tables.lines.get(id) ?? []).map(line => entryOf(line, signatures, unused)),
    withdrawals: tables.withdrawals.get(id) ?? [],
    accepted: signatures.filter(one => one.state === 'accepted').map(({ cms }) => cms),
    messages: (tables.messages.get(id) ?? []).map(one => one.registration),
  }
}

function entryOf(line: Line, signatures: readonly Signature[], unused: Set<Signature>): Entry {
  const { act, outcome, request, at } = line
  const decided = () =>
    named(signatures.find(one => one.decided_at?.getTime() === at.getTime() && fitsEnd(one, line))).cms
  if (act === 'withdrawal-signed') return sentOf(line, unused)
  if (act === 'withdrawn') return { is: 'withdrawn', cms: decided(), registration: outcome }
  if (act === 'withdrawal-rejected') return { is: 'given-back', cms: decided(), code: outcome }
  const name = request ?? ''
  if (act === 'status-reported')
    return { is: 'ended', event: name, word: outcome === 'executed' ? 'executed' : 'refused' }
  return { is: act === 'claimed' ? 'claimed' : 'released', claim: name }
}

function fitsEnd({ state, refusal }: Signature, { act, outcome }: Line): boolean {
  return act === 'withdrawn' ? state === 'accepted' : refusal === outcome
}

/** Each line is of a signature of its own. */
function sentOf({ outcome, at }: Line, unused: Set<Signature>): Entry {
  const fits = (one: Signature) =>
    one.received_at.getTime() === at.getTime() && (one.refusal === outcome || outcome === 'received')
  const signature = [...unused].find(fits)
  if (signature) unused.delete(signature)
  const { draft, cms, key } = named(signature)
  return outcome === 'received' ? { is: 'received', draft, cms, key } : { is: 'noted', draft, cms, key, code: outcome }
}

function named(signature: Signature | undefined): Signature {
  if (!signature) throw new Error('a line of the audit is about no signature')
  return signature
}

function byApplication<T extends { readonly application: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const before = found.get(row.application)
    if (before) before.push(row)
    else found.set(row.application, [row])
  }
  return found
}
