// For tests: the tables of one application as a model in memory. What PostgreSQL does in one transaction is one step here; every
// decision is made by the same rules. `mutant` breaks one rule, so that it can be seen that its breach is found.
import type { State } from '../../applications/application.ts'
import { decideStatusEvent, explainClaim, explainRelease } from '../../intake/decide.ts'
import type { CoreOutcome } from '../../intake/receive-application.ts'
import type { CompletionStore } from '../completion.ts'
import { decideReceipt, decideSettlement, isKept, recogniseRepeat } from '../decide.ts'
import type { DraftRow } from '../draft-store.ts'
import { leaseUntil } from '../hold.ts'
import type { Settlement } from '../settle.ts'
import { type Attempt, type NewAttempt, type Receipt, toAttempt, toReceipt } from '../signature-store.ts'
import type { Registration } from '../withdrawal.ts'
import type { Books, Entry, Kept } from './test-history.ts'
import type { Mutant } from './test-mutants.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Row = {
  state: State
  version: number
  claim: string | null
  signature: string | null
  registration: string | null
}

type Tables = {
  readonly row: Row
  readonly log: Entry[]
  readonly attempts: Writable<Attempt>[]
  readonly drafts: Map<string, DraftRow>
  readonly withdrawals: Kept[]
  readonly messages: string[]
  readonly events: Map<string, string>
  readonly broken: (mutant: Mutant) => boolean
  undo: () => void // what is not yet on the disk
}

/** What a process is given: the pause is where its own death, or anybody's turn, may come within a broken transaction. */
export type Model = {
  readonly storeOf: (pause: () => Promise<void>) => CompletionStore
  readonly claim: (claim: string) => Promise<CoreOutcome>
  readonly release: (claim: string) => Promise<CoreOutcome>
  readonly end: (event: string, word: 'executed' | 'refused') => Promise<CoreOutcome>
  readonly draw: (draft: Omit<DraftRow, 'application_version' | 'stopped_at'>) => void
  readonly stop: (draft: string) => Promise<CoreOutcome>
  readonly isOpen: () => boolean // may a statement be drawn up now?
  readonly crash: () => void // the power goes
  readonly books: () => Books
}

export function openModel(mutant?: Mutant): Model {
  const tables: Tables = {
    row: { state: 'accepted', version: 1, claim: null, signature: null, registration: null },
    ...{ log: [], attempts: [], drafts: new Map(), withdrawals: [], messages: [], events: new Map() },
    broken: one => one === mutant,
    undo: () => {},
  }
  const { row, drafts } = tables
  return {
    storeOf: pause => storeOf(tables, pause),
    claim: async claim => claimOf(tables, claim),
    release: async claim => releaseOf(tables, claim),
    end: async (event, word) => endOf(tables, event, word),
    draw: draft => void drafts.set(draft.id, { ...draft, application_version: row.version, stopped_at: null }),
    stop: async draft => stopOf(tables, draft),
    isOpen: () => row.state === 'accepted',
    crash: () => tables.undo(),
    books: () => booksOf(tables),
  }
}

function storeOf(tables: Tables, pause: () => Promise<void>): CompletionStore {
  const { row, drafts, attempts, withdrawals } = tables
  return {
    findDraft: async id => drafts.get(id),
    receive: (draft, sent) => receive(tables, draft, sent, pause),
    recall: async (draft, sent) =>
      toReceipt(
        recogniseRepeat(
          attempts.filter(one => one.draft === draft.id),
          sent,
        ),
      ),
    takeDue: async now => takeDue(tables, now),
    open: async taken => {
      const draft = drafts.get(taken.draft)
      if (!draft) throw new Error('a signature under no draft')
      return { attempt: taken, draft }
    },
    settle: settlement => settle(tables, settlement, pause),
    findRegistration: async () => {
      const kept = withdrawals.find(({ registration }) => registration === row.registration)
      return kept && ({ number: kept.registration } as Registration)
    },
  }
}

async function receive(
  tables: Tables,
  draft: DraftRow,
  sent: NewAttempt,
  pause: () => Promise<void>,
): Promise<Receipt> {
  const { row, log, attempts, broken } = tables
  const seen = { ...row }
  if (broken('receives by what it saw')) await pause()
  const before = broken('forgets repeats') ? [] : attempts.filter(one => one.draft === draft.id)
  const repeat = toReceipt(recogniseRepeat(before, broken('forgets keys') ? { ...sent, idempotency_key: null } : sent))
  if (repeat) return 'attempt' in repeat ? { ...repeat, attempt: { ...repeat.attempt } } : repeat
  const refused = attempts.filter(one => one.draft === draft.id && one.state === 'rejected').length
  const version = broken('ignores versions') ? seen.version : draft.application_version
  const stopped = tables.drafts.get(draft.id)?.stopped_at != null && !broken('goes on though it was stopped')
  const terms = { version, expiresAt: draft.expires_at, refused, stopped }
  const code = decideReceipt({ ...seen, kind: 'bank-details' }, terms, sent.received_at)
  const names = { draft: draft.id, cms: sent.cms.toString('hex'), key: sent.idempotency_key }
  if (code !== 'receive') {
    if (isKept(code, terms)) {
      attempts.push(toAttempt(draft, sent, code))
      log.push({ is: 'noted', ...names, code })
    }
    return { kind: 'refusal', code, registration: row.registration ?? undefined }
  }
  Object.assign(row, { state: 'withdrawing', signature: sent.id })
  attempts.push(toAttempt(draft, sent, undefined))
  log.push({ is: 'received', ...names })
  return { kind: 'received', attempt: toAttempt(draft, sent, undefined) }
}

function takeDue({ attempts }: Tables, now: Date): Attempt | undefined {
  const due = attempts
    .filter(one => one.state === 'checking' && one.next_try_at && one.next_try_at <= now)
    .toSorted((a, b) => Number(a.next_try_at) - Number(b.next_try_at))[0]
  if (!due) return undefined
  due.next_try_at = leaseUntil(now)
  due.tries++
  return { ...due }
}

async function settle(tables: Tables, settlement: Settlement, pause: () => Promise<void>) {
  const attempt = tables.attempts.find(one => one.id === settlement.attempt.id)
  if (!attempt) throw new Error('a signature that was received is gone')
  if (attempt.state !== 'checking' && !tables.broken('decides again')) return { ...attempt }
  const undo = tables.broken('commits lazily') ? before(tables, attempt) : () => {}
  await carryOut(tables, attempt, settlement, pause)
  tables.undo = undo
  return { ...attempt }
}

/** The way back to the tables as they are now. */
function before(tables: Tables, attempt: Writable<Attempt>): () => void {
  const [row, was] = [{ ...tables.row }, { ...attempt }]
  const lengths = [tables.log, tables.withdrawals, tables.messages].map(rows => [rows, rows.length] as const)
  return () => {
    Object.assign(tables.row, row)
    Object.assign(attempt, was)
    for (const [rows, length] of lengths) rows.length = length
    tables.undo = () => {}
  }
}

async function carryOut(
  tables: Tables,
  attempt: Writable<Attempt>,
  { judgement, now, attempt: { checks_ended } }: Settlement,
  pause: () => Promise<void>,
) {
  const { row, log, broken } = tables
  const ruling = decideSettlement(judgement, { ...attempt, checks_ended }, now)
  const cms = attempt.cms.toString('hex')
  if (ruling.is === 'hold') {
    attempt.next_try_at = ruling.again
    attempt.held_at ??= now
    if (ruling.why === 'check-ended') attempt.checks_ended = Math.max(attempt.checks_ended, checks_ended + 1)
    return
  }
  if ((row.state !== 'withdrawing' || row.signature !== attempt.id) && !broken('decides again'))
    throw new Error('it left')
  if (ruling.is === 'withdraw') return withdraw(tables, attempt, pause)
  Object.assign(row, { state: 'accepted', signature: null })
  Object.assign(attempt, { state: 'rejected', refusal: ruling.code, next_try_at: null })
  log.push({ is: 'given-back', cms, code: ruling.code })
}

async function withdraw(tables: Tables, attempt: Writable<Attempt>, pause: () => Promise<void>): Promise<void> {
  const { row, log, attempts, withdrawals, messages, broken } = tables
  const registration = `${withdrawals.length + 1}-ОЖ`
  Object.assign(row, { state: 'withdrawn', signature: null, registration, version: row.version + 1 })
  Object.assign(attempt, { state: 'accepted', next_try_at: null })
  log.push({ is: 'withdrawn', cms: attempt.cms.toString('hex'), registration })
  const proven = broken('keeps another signature') ? (attempts[0] ?? attempt) : attempt
  withdrawals.push({ registration, draft: attempt.draft, cms: proven.cms.toString('hex') })
  if (broken('tells the core afterwards')) await pause()
  messages.push(registration)
}

function stopOf({ row, log, drafts }: Tables, id: string): CoreOutcome {
  const draft = drafts.get(id)
  if (!draft || draft.stopped_at) return { kind: 'unchanged', state: row.state }
  drafts.set(id, { ...draft, stopped_at: new Date(0) })
  log.push({ is: 'stopped', draft: id })
  return { kind: 'created', state: row.state }
}

function claimOf({ row, log, broken }: Tables, claim: string): CoreOutcome {
  const free = row.state === 'accepted' || (row.state === 'withdrawing' && broken('claims what is being checked'))
  if (!free) return explainClaim(row, claim)
  Object.assign(row, { state: 'executing', claim, version: row.version + 1 })
  log.push({ is: 'claimed', claim })
  return { kind: 'created', state: 'executing' }
}

function releaseOf({ row, log, broken }: Tables, claim: string): CoreOutcome {
  const holds = row.claim === claim || broken('releases another claim')
  if (row.state !== 'executing' || !holds) return explainRelease(row)
  Object.assign(row, { state: 'accepted', claim: null, version: row.version + 1 })
  log.push({ is: 'released', claim })
  return { kind: 'changed', state: 'accepted' }
}

const DAY = '2026-06-17'

function endOf({ row, log, events, broken }: Tables, event: string, word: 'executed' | 'refused'): CoreOutcome {
  if (events.has(event)) return { kind: 'unchanged', state: row.state }
  const closedOn = row.state === 'executed' || row.state === 'refused' ? DAY : undefined
  const state = broken('executes without a claim') && row.state === 'accepted' ? 'executing' : row.state
  const ruling = decideStatusEvent({ kind: 'bank-details', state, closedOn }, { word, on: DAY })
  if (ruling.kind === 'refuse') return { kind: 'refused', problem: ruling.problem, state: row.state }
  events.set(event, word)
  if (ruling.kind === 'keep') return { kind: 'unchanged', state: word }
  Object.assign(row, { state: word, version: row.version + 1 })
  log.push({ is: 'ended', event, word })
  return { kind: 'created', state: word }
}

function booksOf({ row, log, attempts, drafts, withdrawals, messages }: Tables): Books {
  const accepted = attempts.filter(one => one.state === 'accepted').map(one => one.cms.toString('hex'))
  return {
    state: row.state,
    registration: row.registration,
    drafts: new Map([...drafts].map(([id, draft]) => [id, { version: draft.application_version }])),
    ...{ log, withdrawals, accepted, messages },
  }
}
