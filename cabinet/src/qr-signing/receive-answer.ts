// The phone sends the signature. It is checked, and one conditional update says whether it is the one that counts.
import type { ProblemCode } from '../web/problems.ts'
import { type AnswerDecision, type Arrival, decideAnswer, type PhoneAnswer } from './decide.ts'
import type { Case, Judgement } from './judge-signatures.ts'
import type { Operation } from './operation.ts'
import type { Purposes } from './purpose.ts'
import type { Outcomes } from './record-outcome.ts'

type Needs = {
  readonly purposes: Purposes
  readonly arrivalOf: (id: string, hash: string, now: Date) => Promise<Arrival>
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
  readonly id: string
  readonly arrival: Arrival
  readonly operation: Operation
  readonly answer: PhoneAnswer
  readonly until: number
}

/**
 * Whoever sends this has shown the token, so they were told what to sign. The moment of arrival is what counts, of
 * what is sent again that of the first time.
 * `until`, by `performance.now()`: so long the phone waits for the answer.
 */
export const receiveAnswer =
  (needs: Needs) =>
  async (id: string, answer: PhoneAnswer, until: number): Promise<Reception> => {
    const arrival = await arrive(needs, id, answer)
    const operation = await needs.find(id)
    if (!operation) return refuse('qr-not-found')
    const received = { id, arrival, operation, answer, until }
    const decision = decide(needs, received)
    if (decision.kind === 'check') return check(needs, received, decision)
    if (decision.kind === 'decline')
      return (await needs.outcomes.declined({ id, at: arrival.at }, operation.purpose))
        ? accept(operation)
        : lookAgain(needs, received)
    return decision.kind === 'done-before' ? accept(operation) : decision
  }

/** Before anything is read: of two that come at once the second knows the first. */
async function arrive(needs: Needs, id: string, answer: PhoneAnswer): Promise<Arrival> {
  const now = needs.now()
  return answer.kind === 'documents' ? needs.arrivalOf(id, answer.hash, now) : { at: now, again: false }
}

function decide({ purposes }: Needs, { operation, answer, arrival }: Received): AnswerDecision {
  const purpose = purposes[operation.purpose]
  return purpose ? decideAnswer(operation, purpose.signMethod, answer, arrival) : refuse('qr-not-found')
}

/** In no transaction: the certifying authority may take its time. */
async function check(
  needs: Needs,
  received: Received,
  { hash, signatures, ended: isOver }: Extract<AnswerDecision, { kind: 'check' }>,
): Promise<Reception> {
  const { id, operation, until } = received
  const { at } = received.arrival
  const ended = { id, at }
  const { purpose, expected, draft } = operation
  const key = needs.purposes[purpose]?.key ?? 'signing'
  const judged = await needs.judge({ key, expected, draft, signatures, at, until, ended: isOver })
  if (judged.kind === 'not-now') {
    await needs.noteProblem(id, judged.code)
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
  const operation = await needs.find(received.id)
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
