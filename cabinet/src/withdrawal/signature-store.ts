// Signatures that were sent: received in one conditional update, decided once.
import type { ApplicationRow } from '../applications/application-row.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { openPiece, sealPiece } from '../evidence/sealed.ts'
import type { Vault } from '../evidence/vault.ts'
import type { ProblemCode } from '../web/problems.ts'
import { type DraftTerms, decideReceipt, isKept, type ReceiptRefusal, recogniseRepeat } from './decide.ts'
import type { DraftRow } from './draft-store.ts'
import { leaseUntil } from './hold.ts'

export type Attempt = {
  readonly iin: string
  readonly id: string
  readonly draft: string
  readonly application: string
  readonly cms: Buffer
  readonly cms_sha256: Buffer
  readonly idempotency_key: string | null
  readonly way: 'page' | 'api' | 'qr'
  readonly received_at: Date
  readonly state: 'checking' | 'accepted' | 'rejected'
  readonly refusal: ProblemCode | null // only decisions of ours are written there
  readonly next_try_at: Date | null // null once decided; in the future while somebody tries it
  readonly tries: number // how often it was taken up after the request that brought it
  readonly checks_ended: number // how often its check ended its thread
  readonly held_at: Date | null // since when nobody waits for it at the other end
  readonly give_up_at: Date
}

export type NewAttempt = Pick<
  Attempt,
  'id' | 'cms' | 'cms_sha256' | 'idempotency_key' | 'way' | 'received_at' | 'give_up_at'
>

export type Receipt =
  | { readonly kind: 'received'; readonly attempt: Attempt }
  | { readonly kind: 'repeat'; readonly attempt: Attempt }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'refusal'; readonly code: ReceiptRefusal; readonly registration: string | undefined }

/** As it lies there: the CMS is under the key of its person, or plain where it was kept before that. */
export type KeptAttempt = Attempt & { readonly sealed_by?: string | null }

/** Of what was erased the CMS is empty: it is decided, and nobody looks at it again. */
export async function openAttempt(sql: Sql | Tx, vault: Vault, kept: KeptAttempt): Promise<Attempt> {
  const { sealed_by = null, ...attempt } = kept
  const key = sealed_by === null ? undefined : await vault.findKey(sql, kept.iin)
  const cms = openPiece(key, { of: kept.id, piece: 'cms' }, { sealed_by, content: kept.cms })
  return { ...attempt, cms: cms === 'erased' ? Buffer.of() : Buffer.from(cms) }
}

async function findRepeat(
  tx: Sql | Tx,
  vault: Vault,
  { draft, sent }: { readonly draft: DraftRow; readonly sent: NewAttempt },
): Promise<Receipt | undefined> {
  const before = await tx<Attempt[]>`
    select * from withdrawal_signature
     where iin = ${draft.iin} and draft = ${draft.id}
       and (cms_sha256 = ${sent.cms_sha256} or idempotency_key = ${sent.idempotency_key})`
  const repeat = toReceipt(recogniseRepeat(before, sent))
  return repeat?.kind === 'repeat' ? { ...repeat, attempt: await openAttempt(tx, vault, repeat.attempt) } : repeat
}

/** What was received before, if it was. */
export const recallSignature =
  (sql: Sql, vault: Vault) =>
  (draft: DraftRow, sent: NewAttempt): Promise<Receipt | undefined> =>
    findRepeat(sql, vault, { draft, sent })

export function toReceipt(found: ReturnType<typeof recogniseRepeat>): Receipt | undefined {
  if (found === undefined) return undefined
  return found === 'mismatch' ? { kind: 'mismatch' } : { kind: 'repeat', attempt: found }
}

/**
 * accepted → withdrawing with the signature and its moment, in one conditional update, or the true reason why not.
 * The application is held first, so that neither a claim nor the same signature from another tab comes between. Statements that
 * go together are sent together and carried out in their order; only the last may have others to follow, since the first that
 * fails ends the transaction.
 */
export const receiveSignature =
  (sql: Sql, vault: Vault) =>
  (draft: DraftRow, sent: NewAttempt): Promise<Receipt> =>
    sql.begin(async tx => {
      const [held, { refused, stopped }, repeat] = await Promise.all([
        holdApplication(tx, draft),
        holdDraft(tx, draft),
        findRepeat(tx, vault, { draft, sent }),
      ])
      if (repeat) return repeat
      const standing = { kind: held.kind, state: held.state, version: held.version }
      const terms = { version: draft.application_version, expiresAt: draft.expires_at, refused, stopped }
      const code = decideReceipt(standing, terms, sent.received_at)
      if (code !== 'receive') {
        if (isKept(code, terms)) await insert(tx, vault, toAttempt(draft, sent, code))
        return { kind: 'refusal', code, registration: held.registration ?? undefined }
      }
      await moveToWithdrawing(tx, draft, sent)
      return { kind: 'received', attempt: await insert(tx, vault, toAttempt(draft, sent, undefined)) }
    })

type Held = Pick<ApplicationRow, 'kind' | 'state' | 'version' | 'registration'>

async function holdApplication(tx: Tx, draft: DraftRow): Promise<Held> {
  const [row] = await tx<Held[]>`
    select kind, state, version, registration from application
     where iin = ${draft.iin} and id = ${draft.application} for no key update`
  if (!row) throw new Error('a draft of no application')
  return row
}

/** Held too: whoever stops it at this moment waits, and then sees the signature; or it is seen here to be stopped. */
async function holdDraft(tx: Tx, { iin, id }: DraftRow): Promise<Pick<DraftTerms, 'refused' | 'stopped'>> {
  const [row] = await tx<{ refused: number; stopped: boolean }[]>`
    select draft.stopped_at is not null as stopped,
           (select count(*)::int from withdrawal_signature
             where iin = ${iin} and draft = ${id} and state = 'rejected') as refused
      from withdrawal_draft draft where id = ${id} for share`
  if (!row) throw new Error('a draft that was found is gone')
  return row
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

async function insert(tx: Tx, vault: Vault, attempt: Attempt): Promise<Attempt> {
  const { iin, id, application, received_at: at, refusal } = attempt
  const key = await vault.keyFor(tx, iin, at)
  const { content: cms, sealed_by } = sealPiece(key, { of: id, piece: 'cms' }, attempt.cms)
  const outcome = refusal ?? 'received'
  await Promise.all([
    tx`insert into withdrawal_signature ${tx({ ...attempt, cms, sealed_by, decided_at: refusal ? at : null })}`,
    // Nobody knows yet whose it is: what is found out is an act of ours.
    recordAct(tx, { at, act: 'withdrawal-signed', actor: { kind: 'anybody' }, iin, application, outcome }),
  ])
  return attempt
}

/** As it is kept: being checked, or refused at receipt. */
export function toAttempt(draft: DraftRow, sent: NewAttempt, refusal: ReceiptRefusal | undefined): Attempt {
  return {
    ...sent,
    iin: draft.iin,
    draft: draft.id,
    application: draft.application,
    state: refusal ? 'rejected' : 'checking',
    refusal: refusal ?? null,
    next_try_at: refusal ? null : leaseUntil(sent.received_at), // the request that brought it tries it first
    tries: 0,
    checks_ended: 0,
    held_at: null,
  }
}

/** Takes up the signature that is longest due. One statement: nothing stays locked while it is tried, and nobody takes it twice. */
export async function takeDue(sql: Sql, now: Date): Promise<KeptAttempt | undefined> {
  const [row] = await sql<KeptAttempt[]>`
    with due as materialized ( -- one, however the join is planned: a subquery could be run again for another row
      select iin, id from withdrawal_signature where state = 'checking' and next_try_at <= ${now}
       order by next_try_at limit 1 for update skip locked)
    update withdrawal_signature taken set next_try_at = ${leaseUntil(now)}, tries = taken.tries + 1
      from due where taken.iin = due.iin and taken.id = due.id
    returning taken.*`
  return row
}

export type PutOff = { readonly again: Date; readonly why: string; readonly now: Date }

/**
 * Puts off what could not be checked; the first time says that nobody waits for it any longer. `checks_ended`: before this check
 * began.
 */
export async function putOff(tx: Tx, { iin, id, checks_ended }: Attempt, { again, why, now }: PutOff): Promise<void> {
  await tx`
    update withdrawal_signature
       set next_try_at = ${again}, held_at = coalesce(held_at, ${now}),
           checks_ended = greatest(checks_ended, ${checks_ended + (why === 'check-ended' ? 1 : 0)}::smallint)
     where iin = ${iin} and id = ${id} and state = 'checking'`
}

/** Without its CMS, which is large and which whoever decides has at hand. */
export async function holdAttempt(tx: Tx, iin: string, id: string): Promise<Omit<Attempt, 'cms'>> {
  const [row] = await tx<Omit<Attempt, 'cms'>[]>`
    select iin, id, draft, application, cms_sha256, idempotency_key, way, received_at, state, refusal, next_try_at, tries,
           checks_ended, held_at, give_up_at
      from withdrawal_signature where iin = ${iin} and id = ${id} for update`
  if (!row) throw new Error('a signature that was received is gone')
  return row
}
