// Signing in by EDS: whoever signed the challenge comes in.
import type { Act } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { EnterOutcome, Proof } from '../sessions/enter.ts'
import type { SignInWay } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'
import type { Identified, SignedChallenge } from './identify.ts'

type Needs = {
  readonly identify: (signed: SignedChallenge) => Promise<Identified>
  readonly enter: (iin: Iin, by: SignInWay, visitor: Visitor, proof: Proof) => Promise<EnterOutcome>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type SignInInput = Omit<SignedChallenge, 'purpose'> & { readonly visitor: Visitor }

export const signIn =
  (needs: Needs) =>
  async ({ visitor, ...signed }: SignInInput): Promise<EnterOutcome> => {
    const who = await needs.identify({ ...signed, purpose: 'sign-in' })
    if (who.kind === 'identified') return needs.enter(who.iin, 'eds', visitor, { since: who.since })
    const { code } = who
    if (who.judged)
      await needs.record({ at: needs.now(), act: 'sign-in-refused', actor: { kind: 'person' }, outcome: code })
    return { kind: 'refusal', code }
  }
