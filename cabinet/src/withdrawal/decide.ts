// The rules of withdrawal, whole and alone: no clock, no database, no HTTP.
import type { Status } from '../applications/application.ts'
import { type KindId, kindOf, type SignMethod } from '../applications/kinds.ts'
import type { Bar, Withdrawability } from '../applications/view.ts'
import type { ProblemCode } from '../web/problems.ts'
import { nextTry } from './hold.ts'
import type { Judgement } from './settle.ts'
import type { Attempt, NewAttempt } from './signature-store.ts'

const BAR_BY_STATUS: Readonly<Record<Exclude<Status['is'], 'accepted'>, Bar>> = {
  executing: 'execution-started', // O-12: the fund has begun
  withdrawing: 'withdrawal-being-checked',
  executed: 'already-executed', // S-75: even one filed by mistake
  refused: 'already-refused',
  withdrawn: 'already-withdrawn',
  unclear: 'status-unclear', // absence is never permission
}

/** May an application of this kind, standing there, be withdrawn now (S-11, S-71 … S-75, S-79)? */
export function withdrawability(kind: KindId, status: Status['is']): Withdrawability {
  const { withdrawal } = kindOf(kind)
  if (!withdrawal.possible) return bar('kind-is-final')
  if (status !== 'accepted') return bar(BAR_BY_STATUS[status])
  return { allowed: true, methods: withdrawal.methods satisfies readonly SignMethod[] }
}

function bar(reason: Bar): Withdrawability {
  return { allowed: false, reason }
}

/** What matters of an application when a signature under a statement of withdrawal arrives. */
export type Standing = { readonly kind: KindId; readonly state: Status['is']; readonly version: number }

/** What matters of the statement: the application as it was, until when it may be signed, what was sent in vain. */
export type DraftTerms = {
  readonly version: number
  readonly expiresAt: Date
  readonly refused: number
  readonly stopped: boolean // the person has said «бұл мен емес»
}

/**
 * Of one draft so many signatures may be refused and kept, then it is used up. Whoever knows its id may send them, and each
 * keeps the application from the core for a moment; a new draft has an id that only its person knows.
 */
export const MAX_REFUSED = 20

/**
 * Of one application so many statements may be drawn up in an hour. Each is told by mail and SMS, whatever was chosen: more would
 * drown the very warning that they are.
 */
export const MAX_DRAFTS_AN_HOUR = 5

export type ReceiptRefusal =
  | 'already-closed'
  | 'execution-started'
  | 'withdrawal-being-checked'
  | 'status-unclear'
  | 'kind-is-final'
  | 'draft-stopped'
  | 'draft-expired'
  | 'draft-overtaken'
  | 'draft-used-up'

const REFUSED_AT_RECEIPT: Readonly<Record<Exclude<Status['is'], 'accepted'>, ReceiptRefusal>> = {
  executing: 'execution-started',
  withdrawing: 'withdrawal-being-checked',
  executed: 'already-closed',
  refused: 'already-closed',
  withdrawn: 'already-closed',
  unclear: 'status-unclear',
}

/** May this signature be received for checking? The true state of the application is told first, then the draft's. */
export function decideReceipt(standing: Standing, draft: DraftTerms, now: Date): 'receive' | ReceiptRefusal {
  if (!kindOf(standing.kind).withdrawal.possible) return 'kind-is-final'
  if (standing.state !== 'accepted') return REFUSED_AT_RECEIPT[standing.state]
  if (draft.stopped) return 'draft-stopped'
  if (now >= draft.expiresAt) return 'draft-expired'
  if (standing.version !== draft.version) return 'draft-overtaken'
  if (draft.refused >= MAX_REFUSED) return 'draft-used-up'
  return 'receive'
}

const KEPT: ReadonlySet<ReceiptRefusal> = new Set(['execution-started', 'already-closed', 'draft-stopped'])

/** Too late to count, yet kept: it shows that the person tried (O-12), or that somebody else did. So many and no more, whoever sends them. */
export function isKept(code: ReceiptRefusal, { refused }: Pick<DraftTerms, 'refused'>): boolean {
  return KEPT.has(code) && refused < MAX_REFUSED
}

/** Was it sent before, by the same CMS or the same key? The key speaks first. `before`: what was sent under this draft. */
export function recogniseRepeat(before: readonly Attempt[], sent: NewAttempt): Attempt | 'mismatch' | undefined {
  const { idempotency_key: key, cms_sha256: hash } = sent
  const byKey = before.find(one => key !== null && one.idempotency_key === key)
  const found = byKey ?? before.find(one => one.cms_sha256.equals(hash))
  return found && !found.cms_sha256.equals(hash) ? 'mismatch' : found
}

/**
 * So many checks of one signature may end their thread. The first may have been the machine's fault; after that each try would
 * cost everybody a thread, and bar a claim, until the hold is over.
 */
const MAX_CHECKS_ENDED = 2

type Held = Pick<Attempt, 'tries' | 'checks_ended' | 'give_up_at'>

export type Ruling =
  | { readonly is: 'withdraw'; readonly proof: Extract<Judgement, { kind: 'good' }>['proof'] }
  | { readonly is: 'give-back'; readonly code: ProblemCode }
  | { readonly is: 'hold'; readonly again: Date; readonly why: Extract<Judgement, { kind: 'unknown' }>['why'] }

/** What becomes of a signature that is being checked, by what the verifier says of it. */
export function decideSettlement(judgement: Judgement, hold: Held, now: Date): Ruling {
  if (judgement.kind === 'good') return { is: 'withdraw', proof: judgement.proof }
  if (judgement.kind === 'bad') return { is: 'give-back', code: judgement.code }
  const ended = hold.checks_ended + (judgement.why === 'check-ended' ? 1 : 0)
  if (ended >= MAX_CHECKS_ENDED) return { is: 'give-back', code: 'signature-check-ended' }
  const again = nextTry({ tries: hold.tries, giveUpAt: hold.give_up_at }, now)
  if (again === 'give-up') return { is: 'give-back', code: 'signature-check-timed-out' }
  return { is: 'hold', again, why: judgement.why }
}

/** The act is authorised by the signature alone: its holder is the applicant, or it does not count. */
export function decideSigner(applicant: string, signer: string): 'withdraw' | 'signature-wrong-person' {
  return signer === applicant ? 'withdraw' : 'signature-wrong-person'
}
