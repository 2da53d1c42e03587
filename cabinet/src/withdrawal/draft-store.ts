// Statements made ready to be signed.
import { createHash } from 'node:crypto'
import { kindOf } from '../applications/kinds.ts'
import { readPendingSignature } from '../applications/pending-signature.ts'
import { type Read, readApplication } from '../applications/read-application.ts'
import type { LiveDraft } from '../applications/view.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { openPiece, sealPiece } from '../evidence/sealed.ts'
import type { Vault } from '../evidence/vault.ts'
import { tell } from '../notifications/tell.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import { MAX_DRAFTS_AN_HOUR, MAX_REFUSED } from './decide.ts'
import type { StatementFacts } from './statement.ts'
import { type KeptFacts, openFacts, sealFacts } from './statement-facts.ts'
import type { Draft, DraftState } from './withdrawal.ts'

export type DraftRow = {
  readonly id: string
  readonly iin: string
  readonly application: string
  readonly application_version: number
  readonly facts: StatementFacts
  readonly document: Buffer
  readonly sha256: Buffer
  readonly made_at: Date
  readonly expires_at: Date
  readonly stopped_at: Date | null
}

export type NewDraft = {
  readonly id: string
  readonly iin: string
  readonly application: string
  readonly version: number
  readonly facts: StatementFacts
  readonly document: Uint8Array
  readonly madeAt: Date
  readonly expiresAt: Date
}

/** The draft of an application that is still good: not expired, not used up, and the application is as it was. */
export const findLiveDraft =
  (sql: Sql | Tx, vault: Vault) =>
  async (iin: string, application: string, now: Date): Promise<DraftRow | undefined> => {
    const [row] = await sql<KeptDraft[]>`${liveDraft(sql, iin, application, now)}`
    return row && openDraft(sql, vault, row)
  }

/** As it lies there: document and facts are under the key of its person, or plain where they were kept before that. */
type KeptDraft = Omit<DraftRow, 'facts'> & KeptFacts

/** Undefined when the key was destroyed. */
async function openDraft(sql: Sql | Tx, vault: Vault, row: KeptDraft): Promise<DraftRow | undefined> {
  const { sealed_by, sealed_facts: _, ...draft } = row
  const key = sealed_by === null ? undefined : await vault.findKey(sql, row.iin)
  const document = openPiece(key, { of: row.id, piece: 'draft' }, { sealed_by, content: row.document })
  const facts = openFacts(key, row)
  if (document === 'erased' || facts === 'erased') return undefined
  return { ...draft, facts, document: Buffer.from(document) }
}

function liveDraft(sql: Sql | Tx, iin: string, application: string, now: Date) {
  return sql`
    select d.* from withdrawal_draft d
      join application a on a.iin = d.iin and a.id = d.application and a.version = d.application_version
     where d.iin = ${iin} and d.application = ${application} and d.expires_at > ${now} and d.stopped_at is null
       and ${MAX_REFUSED} > (select count(*) from withdrawal_signature s
                              where s.iin = d.iin and s.draft = d.id and s.state = 'rejected')
     order by d.made_at desc limit 1`
}

/** The same without its document, for a page that only says that it is there. */
export async function peekLiveDraft(
  sql: Sql,
  iin: string,
  application: string,
  now: Date,
): Promise<LiveDraft | undefined> {
  const [row] = await sql<Pick<DraftRow, 'id' | 'expires_at'>[]>`
    select id, expires_at from (${liveDraft(sql, iin, application, now)}) draft`
  return row && { id: row.id, expiresAt: row.expires_at }
}

/**
 * Keeps a draft, unless the application changed while it was drawn up (`changed`) or another tab was quicker
 * (that one is the draft). The application is held meanwhile.
 */
export const keepDraft =
  (sql: Sql, vault: Vault) =>
  (draft: NewDraft): Promise<DraftRow | 'changed' | 'stopped' | 'too-often'> =>
    sql.begin(async tx => {
      await holdPerson(tx, draft.iin) // an alarm is raised before this or after, and stops it
      if (await isAlarmed(tx, draft.iin)) return 'stopped'
      const [held] = await tx<{ number: string }[]>`
        select number from application
         where iin = ${draft.iin} and id = ${draft.application} and state = 'accepted' and version = ${draft.version}
           for no key update`
      if (!held) return 'changed'
      const live = await findLiveDraft(tx, vault)(draft.iin, draft.application, draft.madeAt)
      if (live) return live
      if ((await countDrawnUp(tx, draft)) >= MAX_DRAFTS_AN_HOUR) return 'too-often'
      return drawUp(tx, vault, draft, held.number)
    })

/** Of this application, in the last hour. */
async function countDrawnUp(tx: Tx, { iin, application, madeAt }: NewDraft): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from withdrawal_draft
     where iin = ${iin} and application = ${application} and made_at > ${new Date(madeAt.getTime() - 3_600_000)}`
  return row?.count ?? 0
}

/** Whoever did not ask for it hears of it at once, by every way they have. */
async function drawUp(tx: Tx, vault: Vault, draft: NewDraft, number: string): Promise<DraftRow> {
  const row = await insertDraft(tx, vault, draft)
  await tell(tx)(draft.iin, { kind: 'withdrawal-drafted', id: draft.application, number }, draft.madeAt)
  return row
}

async function insertDraft(tx: Tx, vault: Vault, draft: NewDraft): Promise<DraftRow> {
  const row = {
    id: draft.id,
    iin: draft.iin,
    application: draft.application,
    application_version: draft.version,
    facts: draft.facts,
    document: Buffer.from(draft.document),
    sha256: createHash('sha256').update(draft.document).digest(),
    made_at: draft.madeAt,
    expires_at: draft.expiresAt,
    stopped_at: null,
  }
  const key = await vault.keyFor(tx, draft.iin, draft.madeAt)
  const { content: document, sealed_by } = sealPiece(key, { of: draft.id, piece: 'draft' }, draft.document)
  const sealed_facts = sealFacts(key, draft.id, draft.facts)
  await tx`insert into withdrawal_draft ${tx({ ...row, facts: null, sealed_facts, document, sealed_by })}`
  const { iin, application, madeAt: at, id: outcome } = draft
  await recordAct(tx, { at, act: 'draft-made', actor: { kind: 'person' }, iin, application, outcome })
  return row
}

/** The person has said «бұл мен емес»: nothing is drawn up in their name. */
export async function isAlarmed(sql: Sql | Tx, iin: string): Promise<boolean> {
  const rows = await sql`select from alarm where iin = ${iin}`
  return rows.length > 0
}

/**
 * No signature under them counts any more. Those that have expired too: what arrived in time may be received a moment later, and
 * the clocks of two instances are not one.
 */
export async function stopDrafts(tx: Tx, iin: string, at: Date): Promise<void> {
  await tx`
    update withdrawal_draft set stopped_at = ${at} where iin = ${iin} and stopped_at is null`
}

/** By its id alone: whoever signs need not be signed in. */
export async function findDraftRow(sql: Sql | Tx, vault: Vault, id: string): Promise<DraftRow | undefined> {
  const [row] = await sql<KeptDraft[]>`select * from withdrawal_draft where id = ${id}`
  return row && openDraft(sql, vault, row)
}

/** The person's own, or undefined. */
export const findDraft =
  (sql: Sql, vault: Vault, now: () => Date) =>
  async (iin: string, id: string): Promise<Draft | undefined> => {
    const row = UUID.test(id) ? await findDraftRow(sql, vault, id) : undefined
    return row?.iin === iin ? toDraft(sql, row, now()) : undefined
  }

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The application is read last: what was decided of a signature before is in it. */
export async function toDraft(sql: Sql, row: DraftRow, now: Date): Promise<Draft> {
  const signature = await readPendingSignature(sql, row.iin, { application: row.application, draft: row.id })
  const sent = await countSent(sql, row)
  const read = await readApplication(sql, row.iin, row.application)
  if (!read) throw new Error('a draft of no application')
  const { withdrawal } = kindOf(read.application.kind)
  return {
    id: row.id,
    application: read.application,
    facts: row.facts,
    document: row.document,
    sha256: row.sha256.toString('hex'),
    methods: withdrawal.possible ? withdrawal.methods : [],
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    state: signature?.is === 'checking' ? 'checking' : stateOf(row, { ...read, sent, now }),
    signature,
  }
}

type Sent = { readonly accepted: number; readonly rejected: number }

async function countSent(sql: Sql, { iin, id }: DraftRow): Promise<Sent> {
  const [row] = await sql<Sent[]>`
    select count(*) filter (where state = 'accepted')::int as accepted,
           count(*) filter (where state = 'rejected')::int as rejected
      from withdrawal_signature where iin = ${iin} and draft = ${id}`
  return row ?? { accepted: 0, rejected: 0 }
}

type Seen = Pick<Read, 'application' | 'version'> & { readonly sent: Sent; readonly now: Date }

/** Of a draft under which no signature is being checked. */
function stateOf(row: DraftRow, { application, version, sent, now }: Seen): DraftState {
  if (sent.accepted > 0) return 'withdrawn'
  if (application.status.is !== 'accepted' || version !== row.application_version) return 'overtaken'
  if (row.stopped_at) return 'stopped'
  if (sent.rejected >= MAX_REFUSED) return 'used-up'
  return row.expires_at > now ? 'open' : 'expired'
}
