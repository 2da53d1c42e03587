// A received signature is decided, once: withdrawn with registration, evidence and a message to the core,
// or accepted again with the reason. All in one transaction. Locks are taken in one order: signature, application.
import { createHash } from 'node:crypto'
import { addToTimeline } from '../applications/timeline.ts'
import { recordAct } from '../audit/act.ts'
import { almatyIso } from '../calendar/almaty.ts'
import type { Tx } from '../database/sql.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { DraftRow } from './draft-store.ts'
import { type Attempt, holdAttempt } from './signature-store.ts'
import type { SignerCertificate } from './withdrawal.ts'

export type Proof = {
  readonly certificate: SignerCertificate
  readonly chain: readonly Uint8Array[] // DER, from the signer to the anchor
  readonly report: object
  readonly revocation: 'unchecked' | 'good'
}

export type Judgement =
  | { readonly kind: 'good'; readonly proof: Proof }
  | { readonly kind: 'bad'; readonly code: ProblemCode }

export type Settlement = {
  readonly attempt: Attempt
  readonly draft: DraftRow
  readonly judgement: Judgement
  readonly now: Date
  readonly when: 'at-once' | 'later' // later: the person has gone, so the timeline tells of it
}

/** Whoever comes second finds it decided and changes nothing. */
export async function settle(tx: Tx, settlement: Settlement): Promise<Attempt> {
  const { iin, id } = settlement.attempt
  const held = await holdAttempt(tx, iin, id)
  if (held.state !== 'checking') return held
  const { judgement } = settlement
  if (judgement.kind === 'good') await withdraw(tx, settlement, judgement.proof)
  else await giveBack(tx, settlement, judgement.code)
  return holdAttempt(tx, iin, id)
}

async function withdraw(tx: Tx, settlement: Settlement, proof: Proof): Promise<void> {
  const { attempt, draft, now } = settlement
  const [next] = await tx<{ number: string }[]>`select nextval('withdrawal_registration_number') as number`
  const registration = `${next?.number}-ОЖ`
  const [closed] = await tx<{ series: string; number: string }[]>`
    update application
       set state = 'withdrawn', registration = ${registration}, withdrawn_at = ${now}, changed_at = ${now},
           signature = null, signature_received_at = null, version = version + 1
     where iin = ${attempt.iin} and id = ${attempt.application} and state = 'withdrawing' and signature = ${attempt.id}
    returning series, number`
  if (!closed) throw new Error('an application left "withdrawing" before its signature was decided')
  await decide(tx, attempt, 'accepted', null, now)
  await keepWithdrawal(tx, { attempt, draft, proof, registration, now })
  await tellCore(tx, { attempt, registration, now, ...closed })
  await tellTimeline(tx, attempt, 'withdrawn', now)
  await audit(tx, attempt, 'withdrawn', registration, now)
}

async function giveBack(tx: Tx, { attempt, now, when }: Settlement, code: ProblemCode): Promise<void> {
  const [returned] = await tx`
    update application set state = 'accepted', signature = null, signature_received_at = null
     where iin = ${attempt.iin} and id = ${attempt.application} and state = 'withdrawing' and signature = ${attempt.id}
    returning id`
  if (!returned) throw new Error('an application left "withdrawing" before its signature was decided')
  await decide(tx, attempt, 'rejected', code, now)
  if (when === 'later') await tellTimeline(tx, attempt, 'withdrawal-rejected', now)
  await audit(tx, attempt, 'withdrawal-rejected', code, now)
}

async function decide(tx: Tx, { iin, id }: Attempt, state: 'accepted' | 'rejected', code: string | null, now: Date) {
  await tx`
    update withdrawal_signature set state = ${state}, refusal = ${code}, decided_at = ${now}
     where iin = ${iin} and id = ${id} and state = 'checking'`
}

type Kept = {
  readonly attempt: Attempt
  readonly draft: DraftRow
  readonly proof: Proof
  readonly registration: string
  readonly now: Date
}

async function keepWithdrawal(tx: Tx, { attempt, draft, proof, registration, now }: Kept): Promise<void> {
  await tx`
    insert into withdrawal ${tx({
      iin: attempt.iin,
      registration,
      application: attempt.application,
      draft: draft.id,
      signature: attempt.id,
      method: 'eds',
      certificate: tx.json(JSON.parse(JSON.stringify(proof.certificate))),
      revocation: proof.revocation,
      received_at: attempt.received_at,
      registered_at: now,
    })}`
  const pieces = [
    evidence('statement', 'application/pdf', draft.document),
    evidence('signature', 'application/cms', attempt.cms),
    ...proof.chain.map((der, i) => ({ ...evidence('certificate', 'application/pkix-cert', der), position: i })),
    evidence('report', 'application/json', Buffer.from(JSON.stringify(proof.report))),
  ]
  const rows = pieces.map(piece => ({ iin: attempt.iin, registration, ...piece }))
  await tx`insert into withdrawal_evidence ${tx(rows)}`
}

function evidence(piece: string, mediaType: string, content: Uint8Array) {
  const sha256 = createHash('sha256').update(content).digest()
  return { piece, position: 0, media_type: mediaType, content: Buffer.from(content), sha256 }
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

async function tellTimeline(tx: Tx, attempt: Attempt, end: 'withdrawn' | 'withdrawal-rejected', now: Date) {
  const { iin, application, received_at: at } = attempt
  await addToTimeline(tx, iin, application, { at, dateOnly: false, event: 'withdrawal-signed', actor: 'person' })
  await addToTimeline(tx, iin, application, { at: now, dateOnly: false, event: end, actor: 'system' })
}

async function audit(tx: Tx, attempt: Attempt, act: 'withdrawn' | 'withdrawal-rejected', outcome: string, now: Date) {
  const { iin, application } = attempt
  await recordAct(tx, { at: now, act, actor: { kind: 'system' }, iin, application, outcome })
}
