// The end of each way in: the state database says that the person may, and a new session begins.
import type { Act } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import type { Person } from '../citizens/person.ts'
import type { Tx } from '../database/sql.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Beginning } from './begin-session.ts'
import type { SignInWay } from './session.ts'
import type { Visitor } from './visitor.ts'

type Needs = {
  readonly personToSignIn: (iin: Iin) => Promise<PersonAnswer>
  readonly beginSession: (beginning: Beginning) => Promise<Secrets | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

/** What the browser is given to keep, each as a cookie. */
export type Secrets = { readonly session: string; readonly device: string }

export type EnterOutcome =
  | { readonly kind: 'signed-in'; readonly person: Person; readonly secrets: Secrets }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

/** Whether what proved the person still holds, asked when the session begins: a password may be another by then. */
export type StillProved = (tx: Tx) => Promise<boolean>

/** `since`: when what was signed for this session was made. Whoever came by more steps than one has no such moment. */
export type Proof = { readonly stillProved?: StillProved; readonly since?: Date }

/** `iin` has been proved by the way `by`; nothing else is taken on trust. */
export const enter =
  (needs: Needs) =>
  async (iin: Iin, by: SignInWay, visitor: Visitor, proof: Proof = {}): Promise<EnterOutcome> => {
    const now = needs.now()
    const refuse = async (code: ProblemCode): Promise<EnterOutcome> => {
      await needs.record({ at: now, act: 'sign-in-refused', actor: { kind: 'person' }, iin, outcome: code })
      return { kind: 'refusal', code }
    }
    const answer = await needs.personToSignIn(iin)
    if (answer.kind === 'refusal') return refuse(answer.code)
    const secrets = await needs.beginSession({ iin, by, visitor, now, proof })
    return secrets ? { kind: 'signed-in', person: answer.person, secrets } : refuse('password-wrong')
  }
