// A signed-in person sets a new password, or the first one: this session goes on under a new id, the others end.
import type { Account } from '../accounts/account.ts'
import { recordAct } from '../audit/act.ts'
import type { Presence } from '../contacts/prove-presence.ts'
import type { Tx } from '../database/sql.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import type { Session } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'
import { CHANGES_STOPPED } from '../shield/bar-changes.ts'
import type { Fault, Faults } from '../web/fault.ts'
import type { ProblemCode } from '../web/problems.ts'
import { faultOfPassword, type PasswordNeeds } from './set-password.ts'
import { dropUnfinishedOf } from './store.ts'

type Needs = PasswordNeeds & {
  readonly provePresence: (presence: Presence) => Promise<Fault | undefined>
  readonly holdSession: (tx: Tx) => (secret: string) => Promise<boolean>
  readonly renewSession: (tx: Tx) => (secret: string, now: Date) => Promise<string>
}

export type PasswordChange = {
  readonly session: Session
  readonly secret: string // of that session
  readonly current: string // as typed; not asked for when the person has just signed
  readonly password: string
  readonly visitor: Visitor
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly secret: string } // the session's new secret
  | { readonly kind: 'faults'; readonly faults: Faults<'current' | 'password'> }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export const changePassword =
  (needs: Needs) =>
  async (change: PasswordChange): Promise<ChangeOutcome> => {
    const { iin } = change.session.person
    if (await needs.barsChange(needs.sql)(iin, change.session)) return CHANGES_STOPPED
    const account = await needs.findAccount(iin)
    if (!mayHavePassword(account)) return { kind: 'refusal', code: 'contacts-missing' }
    const absent = await needs.provePresence({ ...change, account })
    if (absent?.code === 'sign-in-again') return { kind: 'refusal', code: absent.code }
    if (absent) return { kind: 'faults', faults: { current: absent } }
    const code = await faultOfPassword(needs, iin, change.password)
    if (code) return { kind: 'faults', faults: { password: { code } } }
    return replace(needs, change, await needs.hashPassword(change.password))
  }

/** Where nothing could be recovered and nobody told, no password is set. */
export function mayHavePassword(account: Account | undefined): boolean {
  return account?.contacts.mail !== undefined && account.contacts.phone !== undefined
}

/** The session is looked at again inside: it may have been ended from elsewhere while the password was hashed. */
function replace(needs: Needs, { session, secret }: PasswordChange, passwordHash: string): Promise<ChangeOutcome> {
  const { iin } = session.person
  return needs.sql.begin(async tx => {
    const moment = needs.now()
    await holdPerson(tx, iin)
    if (!(await needs.holdSession(tx)(secret))) return { kind: 'refusal', code: 'not-signed-in' }
    if (await needs.barsChange(tx)(iin, session)) return CHANGES_STOPPED
    if (!(await needs.setPassword(tx)(iin, passwordHash, moment))) return { kind: 'refusal', code: 'contacts-missing' }
    await dropUnfinishedOf(tx, iin)
    await needs.dropContactChanges(tx, iin)
    const renewed = await needs.renewSession(tx)(secret, moment)
    await needs.endOtherSessions(tx)(iin, renewed)
    await needs.tell(tx)(iin, { kind: 'password-changed' }, moment)
    const { signedInBy: outcome } = session
    await recordAct(tx, { at: moment, act: 'password-changed', actor: { kind: 'person' }, iin, outcome })
    return { kind: 'changed', secret: renewed }
  })
}
