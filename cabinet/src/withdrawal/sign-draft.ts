// A signature under a draft arrives: received, checked, registered. Repeats get the same answer.
import { createHash } from 'node:crypto'
import { decodeMaybePem } from '@otinish/eds/pem'
import { looksLikeCms } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Completion, CompletionStore } from './completion.ts'
import { type DraftRow, UUID } from './draft-store.ts'
import { giveUpAt } from './hold.ts'
import type { Attempt, NewAttempt, Receipt } from './signature-store.ts'
import type { SignOutcome } from './withdrawal.ts'

export type SignInput = {
  readonly draftId: string
  readonly cms: string // base64 or PEM
  readonly idempotencyKey?: string | undefined
  readonly by: 'page' | 'api' | 'qr'
  readonly sentBefore?: boolean // its code is over: only what was received before that is answered
  readonly until?: number | undefined // by `performance.now()`: who sends it waits no longer, and what is not known then is held
}

export type SignNeeds = Completion & { readonly holdHours: number } // so long a signature is held that cannot be checked

export const signDraft =
  (needs: SignNeeds) =>
  async (input: SignInput): Promise<SignOutcome> => {
    const draft = UUID.test(input.draftId) ? await needs.store.findDraft(input.draftId) : undefined
    if (!draft) return refuse('not-found')
    if (input.cms.trim() === '') return refuse('signature-missing')
    const cms = Buffer.from(decodeMaybePem(input.cms))
    if (!looksLikeCms(cms)) return refuse('signature-unreadable')

    const receivedAt = needs.now()
    const sent: NewAttempt = {
      id: needs.newId(),
      cms,
      cms_sha256: createHash('sha256').update(cms).digest(),
      idempotency_key: input.idempotencyKey ?? null,
      way: input.by,
      received_at: receivedAt,
      give_up_at: giveUpAt(receivedAt, needs.holdHours),
    }
    const receipt = await (input.sentBefore ? needs.store.recall(draft, sent) : needs.store.receive(draft, sent))
    return receipt ? answer(needs, { draft, until: input.until }, receipt) : refuse('qr-closed')
  }

type Asked = { readonly draft: DraftRow; readonly until: number | undefined }

async function answer(needs: SignNeeds, asked: Asked, receipt: Receipt): Promise<SignOutcome> {
  if (receipt.kind === 'mismatch') return refuse('idempotency-mismatch')
  if (receipt.kind === 'refusal') return refuse(receipt.code, receipt.registration)
  const { attempt } = receipt
  const inHand = attempt.state === 'checking' && !attempt.held_at // what is held is tried by the job alone, however often it is sent
  return outcomeOf(needs.store, inHand ? await finish(needs, attempt, asked) : attempt)
}

/** Checks outside of any transaction, then decides. A repeat of the request that comes meanwhile does the same: once counts. */
async function finish(needs: SignNeeds, attempt: Attempt, { draft, until }: Asked): Promise<Attempt> {
  const judgement = await needs.judge(attempt, draft, until)
  return needs.store.settle({ attempt, draft, judgement, now: needs.now(), when: 'at-once' })
}

async function outcomeOf(store: CompletionStore, attempt: Attempt): Promise<SignOutcome> {
  if (attempt.state === 'checking')
    return { kind: 'checking', receivedAt: attempt.received_at, until: attempt.give_up_at }
  const registration = await store.findRegistration(attempt)
  if (attempt.state === 'accepted' && registration) return { kind: 'withdrawn', registration }
  return refuse(attempt.refusal ?? 'internal', registration?.number)
}

function refuse(code: ProblemCode, registration?: string): SignOutcome {
  return { kind: 'refusal', code, registration }
}
