// The last step of recovering: a new password. Every session of the person ends, a thief's too, and the person is told.
import type { Account } from '../accounts/account.ts'
import type { About, PasswordFault } from '../accounts/decide.ts'
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Person } from '../citizens/person.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { EnterOutcome, Secrets } from '../sessions/enter.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { SignInWay } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'
import { type BarsChange, CHANGES_STOPPED } from '../shield/bar-changes.ts'
import { stepOf } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import { changeRecovery, dropUnfinishedOf, findRecovery, holdRecovery } from './store.ts'

/** What judges a password, and what a new one brings with it. */
export type PasswordNeeds = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly findAccount: (iin: Iin) => Promise<Account | undefined>
  readonly findPerson: (iin: Iin) => Promise<Person | undefined>
  readonly passwordFault: (text: string, about: About) => PasswordFault | undefined
  readonly hashPassword: (text: string) => Promise<string>
  readonly setPassword: (tx: Tx) => (iin: Iin, hash: string, at: Date) => Promise<boolean>
  readonly barsChange: BarsChange
  readonly dropContactChanges: (tx: Tx, iin: Iin) => Promise<void>
  readonly endOtherSessions: (tx: Tx) => (iin: Iin, exceptSecret: string | undefined) => Promise<number>
  readonly tell: (tx: Tx) => (iin: Iin, notice: PasswordNotice, at: Date) => Promise<void>
  readonly now: () => Date
}

export type PasswordNotice = { readonly kind: 'password-changed' | 'password-recovered' }

type Needs = PasswordNeeds & {
  readonly enter: (iin: Iin, by: SignInWay, visitor: Visitor) => Promise<EnterOutcome>
}

export type NewPassword = { readonly starter: string; readonly password: string; readonly visitor: Visitor }

/** `secrets` when the person signed: by codes one signs in with the new password, as a thief of the phone could not. */
export type Recovered = { readonly kind: 'recovered'; readonly secrets: Secrets | undefined }

export const setNewPassword =
  (needs: Needs) =>
  async ({ starter, password, visitor }: NewPassword): Promise<Recovered | Outcome<'password'>> => {
    const { sql, hash, now } = needs
    const found = await findRecovery(sql, hash)(starter, now())
    if (!found) return OVER
    if (stepOf(found) !== 'password') return at(found)
    const code = await faultOfPassword(needs, found.iin, password)
    if (code) return { kind: 'faults', faults: { password: { code } } }
    const set = await replace(needs, { starter, iin: found.iin, passwordHash: await needs.hashPassword(password) })
    if (set !== 'set') return set
    if (found.way === 'codes') return { kind: 'recovered', secrets: undefined }
    const entered = await needs.enter(found.iin, found.way, visitor)
    return { kind: 'recovered', secrets: entered.kind === 'signed-in' ? entered.secrets : undefined }
  }

export async function faultOfPassword(
  { findPerson, findAccount, passwordFault }: PasswordNeeds,
  iin: Iin,
  password: string,
): Promise<PasswordFault | undefined> {
  const [person, account] = await Promise.all([findPerson(iin), findAccount(iin)])
  const names = person ? [person.surname, person.name, ...(person.patronymic ? [person.patronymic] : [])] : []
  return passwordFault(password, { iin, names, contacts: account?.contacts ?? { mail: undefined, phone: undefined } })
}

type Replacement = { readonly starter: string; readonly iin: Iin; readonly passwordHash: string }

/** Of two tabs or two browsers the first sets it; whatever else was begun in the person's name is over. */
function replace(needs: Needs, { starter, iin, passwordHash }: Replacement): Promise<'set' | Outcome> {
  const { sql, hash, now } = needs
  return sql.begin(async tx => {
    const moment = now()
    await holdPerson(tx, iin)
    const held = await holdRecovery(tx, hash)(starter, moment)
    if (!held) return OVER
    if (stepOf(held) !== 'password' || held.iin !== iin) return at(held)
    if (await needs.barsChange(tx)(iin, undefined)) return CHANGES_STOPPED
    if (!(await needs.setPassword(tx)(iin, passwordHash, moment))) return OVER
    await changeRecovery(tx, hash)(starter, { done_at: moment })
    await dropUnfinishedOf(tx, iin)
    await needs.dropContactChanges(tx, iin)
    await needs.endOtherSessions(tx)(iin, undefined)
    await needs.tell(tx)(iin, { kind: 'password-recovered' }, moment)
    await recordAct(tx, { at: moment, act: 'password-recovered', actor: { kind: 'person' }, iin, outcome: held.way })
    return 'set'
  })
}
