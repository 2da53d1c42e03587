// Is it still the person of the session who sits there? Asked before contacts and passwords change.
import type { Account } from '../accounts/account.ts'
import type { PasswordAnswer, PasswordQuestion } from '../accounts/confirm-password.ts'
import type { Act } from '../audit/act.ts'
import type { Session } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'
import type { Fault } from '../web/fault.ts'
import { proofNeeded } from './decide.ts'

type Needs = {
  readonly confirmPassword: (question: PasswordQuestion) => Promise<PasswordAnswer>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type Presence = {
  readonly session: Session
  readonly account: Account | undefined
  readonly current: string // the password as typed
  readonly visitor: Visitor
}

/** Undefined: it is they. */
export const provePresence =
  ({ confirmPassword, record, now }: Needs) =>
  async ({ session, account, current, visitor }: Presence): Promise<Fault | undefined> => {
    const needed = proofNeeded(session, account?.hasPassword ?? false, now())
    if (needed === 'none') return undefined
    if (needed === 'sign-in-again') return { code: 'sign-in-again' }
    if (current === '') return { code: 'password-missing' }
    const { iin } = session.person
    const answer = await confirmPassword({ iin, password: current, visitor })
    if (answer.kind === 'right') return undefined
    const { code } = answer
    if (code === 'password-wrong')
      await record({ at: now(), act: 'password-refused', actor: { kind: 'person' }, iin, outcome: code })
    return answer.code === 'too-many-tries' ? { code, again: answer.again } : { code: ownWords(code) }
  }

/** Here nobody types an IIN: the sentence of the sign-in page would lead astray. */
function ownWords(code: 'password-wrong' | 'passwords-busy' | 'too-many-tries') {
  return code === 'password-wrong' ? 'current-password-wrong' : code
}
