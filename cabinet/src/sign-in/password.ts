// Signing in by IIN and password (memo item S-17). The state database is asked only after the password was right.
import type { PasswordAnswer, PasswordQuestion } from '../accounts/confirm-password.ts'
import type { Act } from '../audit/act.ts'
import { type Iin, parseIin } from '../citizens/iin.ts'
import type { EnterOutcome, Proof, StillProved } from '../sessions/enter.ts'
import type { SignInWay } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'

type Needs = {
  readonly passwordOf: (iin: Iin) => Promise<StillProved> // whether it is still the one of now
  readonly confirmPassword: (question: PasswordQuestion) => Promise<PasswordAnswer>
  readonly enter: (iin: Iin, by: SignInWay, visitor: Visitor, proof: Proof) => Promise<EnterOutcome>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type PasswordSignIn = { readonly iin: string; readonly password: string; readonly visitor: Visitor }

export type PasswordRefusal =
  | { readonly kind: 'refusal'; readonly code: 'iin-malformed' | 'password-missing'; readonly again?: never }
  | (Extract<PasswordAnswer, { kind: 'refusal' }> & { readonly again?: Date })

export type PasswordSignInOutcome = EnterOutcome | PasswordRefusal

/**
 * The same answer, the same work and the same line in the audit whether there is such a person or not. Whoever is told to
 * wait leaves no line: their guess was not looked at, and a line each would let a stranger fill the audit.
 */
export const signInByPassword =
  (needs: Needs) =>
  async ({ iin: typed, password, visitor }: PasswordSignIn): Promise<PasswordSignInOutcome> => {
    const iin = parseIin(typed.replace(/\s/g, ''))
    if (!iin) return { kind: 'refusal', code: 'iin-malformed' }
    if (password === '') return { kind: 'refusal', code: 'password-missing' }
    const stillProved = await needs.passwordOf(iin)
    const answer = await needs.confirmPassword({ iin, password, visitor })
    if (answer.kind === 'right') return needs.enter(iin, 'password', visitor, { stillProved })
    if (answer.code === 'password-wrong')
      await needs.record({
        ...{ at: needs.now(), act: 'sign-in-refused', actor: { kind: 'person' } },
        ...{ iin, outcome: answer.code },
      })
    return answer
  }
