// Signing in by EDS: the challenge is spent, the signature says who, the state database says that they may.
import type { Act } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import type { Person } from '../citizens/person.ts'
import type { SignatureQuestion, SignatureVerdict } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'
import { makeSecret } from './keyed-hash.ts'

type Needs = {
  readonly useChallenge: (id: string, starter: string, now: Date) => Promise<string | undefined>
  readonly whoseSignature: (question: SignatureQuestion) => Promise<SignatureVerdict>
  readonly personToSignIn: (iin: Iin) => Promise<PersonAnswer>
  readonly openSession: (secret: string, iin: Iin, now: Date) => Promise<void>
  readonly endSession: (secret: string) => Promise<unknown>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type SignInInput = {
  readonly challenge: string
  readonly cms: string
  readonly starter: string | undefined
  readonly before: string | undefined // the session that this browser had: it ends with the new one
}
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly person: Person; readonly session: string }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

/** An individual's certificate for authentication or for signing (the newest national keys have no other). */
export const signIn =
  (needs: Needs) =>
  async ({ challenge, cms, starter, before }: SignInInput): Promise<SignInOutcome> => {
    const now = needs.now()
    if (cms.trim() === '') return refuse('signature-missing')
    const text = starter === undefined ? undefined : await needs.useChallenge(challenge, starter, now)
    if (text === undefined) return refuse('challenge-expired')

    const verdict = await needs.whoseSignature({
      cms,
      content: new TextEncoder().encode(text),
      purpose: 'any',
      at: now,
    })
    if (verdict.kind === 'refusal') return noted(needs, verdict.code)
    if (verdict.kind === 'unknown') return noted(needs, NOT_NOW[verdict.why]) // fails closed: nobody comes in unchecked
    const answer = await needs.personToSignIn(verdict.iin)
    if (answer.kind === 'refusal') return noted(needs, answer.code, verdict.iin)

    const session = makeSecret()
    await needs.openSession(session, verdict.iin, now)
    if (before !== undefined) await needs.endSession(before)
    await needs.record({ at: now, act: 'signed-in', actor: { kind: 'person' }, iin: verdict.iin, outcome: 'eds' })
    return { kind: 'signed-in', person: answer.person, session }
  }

/** What cannot be checked just now is not refused for good: the page makes a new challenge when one presses again. */
const NOT_NOW = {
  'revocation-unknown': 'signature-not-checkable',
  'timestamp-unavailable': 'signature-not-checkable',
  busy: 'signature-check-busy',
} as const satisfies Record<Extract<SignatureVerdict, { kind: 'unknown' }>['why'], ProblemCode>

async function noted(needs: Needs, code: ProblemCode, iin?: Iin): Promise<SignInOutcome> {
  const act = { at: needs.now(), act: 'sign-in-refused', actor: { kind: 'person' }, iin, outcome: code } as const
  await needs.record(act)
  return refuse(code)
}

function refuse(code: ProblemCode): SignInOutcome {
  return { kind: 'refusal', code }
}
