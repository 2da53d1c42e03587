// A received signature is decided, once: withdrawn with registration, evidence and a message to the core; accepted again with
// the reason; or, while it cannot be checked, held. All in one transaction. Locks are taken in one order: signature, application.
import { addOnceToTimeline, addToTimeline } from '../applications/timeline.ts'
import { recordAct } from '../audit/act.ts'
import { almatyIso } from '../calendar/almaty.ts'
import type { Tx } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import { tell } from '../notifications/tell.ts'
import type { UnknownSignature } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'
import { decideSettlement } from './decide.ts'
import type { DraftRow } from './draft-store.ts'
import { keepWithdrawal, type Proof } from './evidence.ts'
import { type Attempt, holdAttempt, type PutOff, putOff } from './signature-store.ts'

export type Judgement =
  | { readonly kind: 'good'; readonly proof: Proof }
  | { readonly kind: 'bad'; readonly code: ProblemCode }
  | { readonly kind: 'unknown'; readonly why: UnknownSignature['why'] | 'failed' }

export type Settlement = {
  readonly attempt: Attempt
  readonly draft: DraftRow | undefined // without it nothing is found good
  readonly judgement: Judgement
  readonly now: Date
  readonly when: 'at-once' | 'later' // later: the person has gone, so the timeline tells of it
}

/** Whoever comes second finds it decided and changes nothing. */
export async function settle(tx: Tx, vault: Vault, settlement: Settlement): Promise<Attempt> {
  const { iin, id, cms, checks_ended } = settlement.attempt // as it was when its check began: two at one moment end as one
  const attempt = { ...(await holdAttempt(tx, iin, id)), cms, checks_ended }
  if (attempt.state !== 'checking') return attempt
  await carryOut(tx, { ...settlement, vault, attempt })
  return { ...(await holdAttempt(tx, iin, id)), cms }
}

type InVault = Settlement & { readonly vault: Vault }

async function carryOut(tx: Tx, settlement: InVault): Promise<void> {
  const { judgement, attempt, now } = settlement
  const ruling = decideSettlement(judgement, attempt, now)
  if (ruling.is === 'withdraw') return withdraw(tx, settlement, ruling.proof)
  if (ruling.is === 'give-back') return giveBack(tx, settlement, ruling.code)
  await hold(tx, attempt, { ...ruling, now })
}

async function withdraw(tx: Tx, { vault, attempt, draft, now }: InVault, proof: Proof): Promise<void> {
  if (!draft) throw new Error('a signature was found good under no draft')
  const [next] = await tx<{ number: string }[]>`select nextval('withdrawal_registration_number') as number`
  const registration = `${next?.number}-ОЖ`
  const [closed] = await tx<{ series: string; number: string }[]>`
    update application
       set state = 'withdrawn', registration = ${registration}, withdrawn_at = ${now}, changed_at = ${now},
           signature = null, signature_received_at = null, version = version + 1
     where iin = ${attempt.iin} and id = ${attempt.application} and state = 'withdrawing' and signature = ${attempt.id}
    returning series, number`
  if (!closed) throw new Error('an application left "withdrawing" before its signature was decided')
  await Promise.all([
    decide(tx, attempt, { state: 'accepted', code: null, heldAt: attempt.held_at, now }),
    keepWithdrawal(tx, vault, { attempt, draft, proof, registration, now }),
  ])
  const notice = { kind: 'withdrawn', id: attempt.application, number: closed.number, registration } as const
  await Promise.all([
    tellCore(tx, { attempt, registration, now, ...closed }),
    tellSigned(tx, attempt),
    tellEnd(tx, attempt, 'withdrawn', now),
    audit(tx, attempt, 'withdrawn', registration, now),
    tell(tx)(attempt.iin, notice, now),
  ])
}

async function giveBack(tx: Tx, { attempt, now, when }: Settlement, code: ProblemCode): Promise<void> {
  const { iin, application: id } = attempt
  const [returned] = await tx<{ number: string }[]>`
    update application set state = 'accepted', signature = null, signature_received_at = null
     where iin = ${iin} and id = ${id} and state = 'withdrawing' and signature = ${attempt.id}
    returning number`
  if (!returned) throw new Error('an application left "withdrawing" before its signature was decided')
  const heldAt = attempt.held_at ?? (when === 'later' ? now : null)
  await decide(tx, attempt, { state: 'rejected', code, heldAt, now })
  const end = code === 'signature-check-timed-out' ? 'withdrawal-timed-out' : 'withdrawal-rejected'
  if (heldAt) {
    await tellEnd(tx, attempt, end, now)
    await tell(tx)(iin, { kind: 'not-withdrawn', id, number: returned.number }, now)
  }
  await audit(tx, attempt, 'withdrawal-rejected', code, now)
}

/** Stays "withdrawing". That it was held is told once, however often it is tried. */
async function hold(tx: Tx, attempt: Attempt, put: PutOff): Promise<void> {
  await putOff(tx, attempt, put)
  if (HOLDS_BY_ITSELF.has(put.why)) await tellSigned(tx, attempt)
  if (!attempt.held_at) await audit(tx, attempt, 'withdrawal-held', put.why, put.now)
}

/** What is still open of a signature that is the applicant's own, under this very statement. */
const HOLDS_BY_ITSELF: ReadonlySet<PutOff['why']> = new Set(['revocation-unknown', 'timestamp-unavailable'])

type Decision = {
  readonly state: 'accepted' | 'rejected'
  readonly code: ProblemCode | null
  readonly heldAt: Date | null
  readonly now: Date
}

async function decide(tx: Tx, { iin, id }: Attempt, { state, code, heldAt, now }: Decision): Promise<void> {
  await tx`
    update withdrawal_signature
       set state = ${state}, refusal = ${code}, decided_at = ${now}, next_try_at = null, held_at = ${heldAt}
     where iin = ${iin} and id = ${id} and state = 'checking'`
}

type Told = {
  readonly attempt: Attempt
  readonly registration: string
  readonly now: Date
  readonly series: string
  readonly number: string
}

async function tellCore(tx: Tx, { attempt, registration, now, series, number }: Told): Promise<void> {
  const payload = {
    ...{ application: attempt.application, series, number, registration },
    receivedAt: almatyIso(attempt.received_at),
    registeredAt: almatyIso(now),
  }
  await tx`
    insert into outbox (topic, application, payload, added_at)
    values ('application.withdrawn', ${attempt.application}, ${tx.json(payload)}, ${now})`
}

/** That the person has signed: once, and only when it is known that they have. */
async function tellSigned(tx: Tx, { iin, application, received_at: at }: Attempt): Promise<void> {
  await addOnceToTimeline(tx, iin, application, { at, dateOnly: false, event: 'withdrawal-signed', actor: 'person' })
}

type End = 'withdrawn' | 'withdrawal-rejected' | 'withdrawal-timed-out'

async function tellEnd(tx: Tx, { iin, application }: Attempt, event: End, at: Date): Promise<void> {
  await addToTimeline(tx, iin, application, { at, dateOnly: false, event, actor: 'system' })
}

type Acted = 'withdrawn' | 'withdrawal-rejected' | 'withdrawal-held'

async function audit(tx: Tx, { iin, application }: Attempt, act: Acted, outcome: string, at: Date): Promise<void> {
  await recordAct(tx, { at, act, actor: { kind: 'system' }, iin, application, outcome })
}
