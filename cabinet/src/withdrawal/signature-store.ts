// Signatures that were sent: received in one conditional update, decided once.
import type { ApplicationRow } from '../applications/application-row.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { ProblemCode } from '../web/problems.ts'
import { decideReceipt, MAX_REFUSED, type ReceiptRefusal } from './decide.ts'
import type { DraftRow } from './draft-store.ts'

export type Attempt = {
  readonly iin: string
  readonly id: string
  readonly draft: string
  readonly application: string
  readonly cms: Buffer
  readonly cms_sha256: Buffer
  readonly idempotency_key: string | null
  readonly way: 'page' | 'api'
  readonly received_at: Date
  readonly state: 'checking' | 'accepted' | 'rejected'
  readonly refusal: ProblemCode | null // only decisions of ours are written there
}

export type NewAttempt = Omit<Attempt, 'state' | 'refusal' | 'iin' | 'application' | 'draft'>

export type Receipt =
  | { readonly kind: 'received'; readonly attempt: Attempt }
  | { readonly kind: 'repeat'; readonly attempt: Attempt }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'refusal'; readonly code: ReceiptRefusal; readonly registration: string | undefined }

/** What was sent before under this draft with the same CMS or the same key. The key speaks first. */
async function findRepeat(sql: Sql | Tx, draft: DraftRow, sent: NewAttempt): Promise<Receipt | undefined> {
  const rows = await sql<Attempt[]>`
    select * from withdrawal_signature
     where iin = ${draft.iin} and draft = ${draft.id}
       and (cms_sha256 = ${sent.cms_sha256} or idempotency_key = ${sent.idempotency_key})`
  const byKey = rows.find(row => sent.idempotency_key !== null && row.idempotency_key === sent.idempotency_key)
  const [attempt] = byKey ? [byKey] : rows
  if (!attempt) return undefined
  return attempt.cms_sha256.equals(sent.cms_sha256) ? { kind: 'repeat', attempt } : { kind: 'mismatch' }
}

/**
 * accepted → withdrawing with the signature and its moment, in one conditional update, or the true reason why not.
 * The application is held first, so that neither a claim nor the same signature from another tab comes between.
 */
export const receiveSignature =
  (sql: Sql) =>
  (draft: DraftRow, sent: NewAttempt): Promise<Receipt> =>
    sql.begin(async tx => {
      const held = await holdApplication(tx, draft)
      const repeat = await findRepeat(tx, draft, sent)
      if (repeat) return repeat
      const standing = { kind: held.kind, state: held.state, version: held.version }
      const refused = await countRefused(tx, draft)
      const terms = { version: draft.application_version, expiresAt: draft.expires_at, refused }
      const code = decideReceipt(standing, terms, sent.received_at)
      if (code !== 'receive') {
        if (KEPT.has(code) && refused < MAX_REFUSED) await insert(tx, draft, sent, code)
        return { kind: 'refusal', code, registration: held.registration ?? undefined }
      }
      await moveToWithdrawing(tx, draft, sent)
      return { kind: 'received', attempt: await insert(tx, draft, sent, undefined) }
    })

type Held = Pick<ApplicationRow, 'kind' | 'state' | 'version' | 'registration'>

async function holdApplication(tx: Tx, draft: DraftRow): Promise<Held> {
  const [row] = await tx<Held[]>`
    select kind, state, version, registration from application
     where iin = ${draft.iin} and id = ${draft.application} for no key update`
  if (!row) throw new Error('a draft of no application')
  return row
}

async function countRefused(tx: Tx, draft: DraftRow): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from withdrawal_signature
     where iin = ${draft.iin} and draft = ${draft.id} and state = 'rejected'`
  return row?.count ?? 0
}

async function moveToWithdrawing(tx: Tx, draft: DraftRow, sent: NewAttempt): Promise<void> {
  const [moved] = await tx`
    update application
       set state = 'withdrawing', signature = ${sent.id}, signature_received_at = ${sent.received_at}
     where iin = ${draft.iin} and id = ${draft.application}
       and state = 'accepted' and version = ${draft.application_version}
    returning id`
  if (!moved) throw new Error('an application changed while it was held')
}

/** Too late to count, yet kept: it shows that the person tried (O-12). */
const KEPT: ReadonlySet<ReceiptRefusal> = new Set(['execution-started', 'already-closed'])

async function insert(
  tx: Tx,
  draft: DraftRow,
  sent: NewAttempt,
  refusal: ReceiptRefusal | undefined,
): Promise<Attempt> {
  const attempt: Attempt = {
    ...sent,
    iin: draft.iin,
    draft: draft.id,
    application: draft.application,
    state: refusal ? 'rejected' : 'checking',
    refusal: refusal ?? null,
  }
  await tx`insert into withdrawal_signature ${tx({ ...attempt, decided_at: refusal ? sent.received_at : null })}`
  await recordAct(tx, {
    at: sent.received_at,
    act: 'withdrawal-signed',
    actor: { kind: 'person' },
    iin: draft.iin,
    application: draft.application,
    outcome: refusal ?? 'received',
  })
  return attempt
}

/** The oldest undecided signature that nobody else is deciding, held until the end of the transaction. */
export async function holdUndecided(tx: Tx, receivedBefore: Date, passedOver: readonly string[]) {
  const [row] = await tx<Attempt[]>`
    select * from withdrawal_signature
     where state = 'checking' and received_at <= ${receivedBefore} and id <> all(${[...passedOver]}::uuid[])
     order by received_at limit 1 for update skip locked`
  return row
}

export async function holdAttempt(tx: Tx, iin: string, id: string): Promise<Attempt> {
  const [row] = await tx<Attempt[]>`
    select * from withdrawal_signature where iin = ${iin} and id = ${id} for update`
  if (!row) throw new Error('a signature that was received is gone')
  return row
}
