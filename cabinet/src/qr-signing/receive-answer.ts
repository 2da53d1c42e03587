// The phone sends the signature. It is checked, and one conditional update says whether it is the one that counts.
import type { ProblemCode } from '../web/problems.ts'
import { type AnswerDecision, decideAnswer, type PhoneAnswer } from './decide.ts'
import type { Case, Judgement } from './judge-signatures.ts'
import type { Operation } from './operation.ts'
import type { Purposes } from './purpose.ts'
import type { Outcomes } from './record-outcome.ts'
import type { Ended } from './store.ts'

type Needs = {
  readonly purposes: Purposes
  readonly find: (id: string) => Promise<Operation | undefined>
  readonly judge: (signatures: Case) => Promise<Judgement>
  readonly outcomes: Outcomes
  readonly noteProblem: (id: string, problem: ProblemCode) => Promise<void>
  readonly now: () => Date
}

export type Reception =
  | { readonly kind: 'accepted'; readonly operation: Operation }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

type Received = {
  readonly ended: Ended
  readonly operation: Operation
  readonly answer: PhoneAnswer
  readonly until: number
}

/**
 * Whoever sends this has shown the token, so they were told what to sign. The moment of arrival is what counts.
 * `until`, by `performance.now()`: so long the phone waits for the answer.
 */
export const receiveAnswer =
  (needs: Needs) =>
  async (id: string, answer: PhoneAnswer, until: number): Promise<Reception> => {
    const ended = { id, at: needs.now() }
    const operation = await needs.find(id)
    if (!operation) return refuse('qr-not-found')
    const received = { ended, operation, answer, until }
    const decision = decide(needs, received)
    if (decision.kind === 'check') return check(needs, received, decision)
    if (decision.kind === 'decline')
      return (await needs.outcomes.declined(ended, operation.purpose)) ? accept(operation) : lookAgain(needs, received)
    return decision.kind === 'done-before' ? accept(operation) : decision
  }

function decide({ purposes }: Needs, { operation, answer, ended }: Received): AnswerDecision {
  const purpose = purposes[operation.purpose]
  return purpose ? decideAnswer(operation, purpose.signMethod, answer, ended.at) : refuse('qr-not-found')
}

/** In no transaction: the certifying authority may take its time. */
async function check(
  needs: Needs,
  received: Received,
  { hash, signatures }: Extract<AnswerDecision, { kind: 'check' }>,
): Promise<Reception> {
  const { ended, operation, until } = received
  const { purpose, expected, draft } = operation
  const key = needs.purposes[purpose]?.key ?? 'signing'
  const judged = await needs.judge({ key, expected, draft, signatures, at: ended.at, until })
  if (judged.kind === 'not-now') {
    await needs.noteProblem(ended.id, judged.code)
    return refuse(judged.code)
  }
  const isFirst =
    judged.kind === 'signer'
      ? await needs.outcomes.signed(ended, hash, judged, purpose)
      : await needs.outcomes.failed(ended, hash, judged.code)
  if (!isFirst) return lookAgain(needs, received)
  return judged.kind === 'signer' ? accept(operation) : judged
}

/** Somebody was first: another answer of the phone, or the person at the page. What they did decides what this one is told. */
async function lookAgain(needs: Needs, received: Received): Promise<Reception> {
  const operation = await needs.find(received.ended.id)
  if (!operation) return refuse('qr-not-found')
  const decision = decide(needs, { ...received, operation })
  if (decision.kind === 'done-before') return accept(operation)
  return decision.kind === 'refusal' ? decision : refuse('qr-closed')
}

function accept(operation: Operation): Reception {
  return { kind: 'accepted', operation }
}

function refuse(code: ProblemCode): Extract<Reception, { kind: 'refusal' }> {
  return { kind: 'refusal', code }
}
