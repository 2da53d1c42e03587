// The last step of registering: a password. The account is made, its person is told, and this browser is signed in.
import type { About, PasswordFault } from '../accounts/decide.ts'
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Person } from '../citizens/person.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { EnterOutcome, Secrets } from '../sessions/enter.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Visitor } from '../sessions/visitor.ts'
import { type BarsChange, CHANGES_STOPPED } from '../shield/bar-changes.ts'
import type { Language } from '../web/language.ts'
import { stepOf } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import type { IdentifiedBy, Registration } from './registration.ts'
import { changeRegistration, findRegistration, holdRegistration } from './store.ts'

type NewAccount = {
  readonly iin: Iin
  readonly language: Language
  readonly contacts: { readonly mail: string; readonly phone: string } // both verified
  readonly passwordHash: string
  readonly now: Date
}

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly findPerson: (iin: Iin) => Promise<Person | undefined>
  readonly passwordFault: (text: string, about: About) => PasswordFault | undefined
  readonly hashPassword: (text: string) => Promise<string>
  readonly holdPerson: (tx: Tx, iin: Iin) => Promise<void>
  readonly barsChange: BarsChange
  readonly makeAccount: (tx: Tx) => (account: NewAccount) => Promise<'made' | 'exists'>
  readonly tell: (tx: Tx) => (iin: Iin, notice: { readonly kind: 'registered' }, at: Date) => Promise<void>
  readonly enter: (iin: Iin, by: IdentifiedBy, visitor: Visitor) => Promise<EnterOutcome>
  readonly now: () => Date
}

export type ChosenPassword = {
  readonly starter: string
  readonly password: string
  readonly language: Language
  readonly visitor: Visitor
}

/** `secrets` when the browser is signed in as well; when it cannot be just now, the account is made all the same. */
export type Registered = { readonly kind: 'registered'; readonly secrets: Secrets | undefined }

export const choosePassword =
  (needs: Needs) =>
  async (chosen: ChosenPassword): Promise<Registered | Outcome<'password'>> => {
    const { sql, hash, now } = needs
    const found = await findRegistration(sql, hash)(chosen.starter, now())
    if (!found) return OVER
    if (stepOf(found) !== 'password') return at(found)
    const code = await faultOf(needs, found, chosen.password)
    if (code) return { kind: 'faults', faults: { password: { code } } }
    const passwordHash = await needs.hashPassword(chosen.password)
    const made = await make(needs, { ...chosen, iin: found.iin }, passwordHash)
    if (made !== 'made') return made
    const entered = await needs.enter(found.iin, found.way, chosen.visitor)
    return { kind: 'registered', secrets: entered.kind === 'signed-in' ? entered.secrets : undefined }
  }

async function faultOf({ findPerson, passwordFault }: Needs, { iin, mail, phone }: Registration, password: string) {
  const person = await findPerson(iin)
  const names = person ? [person.surname, person.name, ...(person.patronymic ? [person.patronymic] : [])] : []
  return passwordFault(password, { iin, names, contacts: { mail: mail?.address, phone: phone?.address } })
}

/** Of two browsers that register one person at the same moment, one makes the account; of two tabs, the first. */
function make(
  { sql, hash, holdPerson, barsChange, makeAccount, tell, now }: Needs,
  { iin, starter, language }: ChosenPassword & { readonly iin: Iin },
  passwordHash: string,
): Promise<'made' | Outcome> {
  return sql.begin(async tx => {
    const moment = now()
    await holdPerson(tx, iin)
    const held = await holdRegistration(tx, hash)(starter, moment)
    if (!held) return OVER
    const { mail, phone } = held
    if (stepOf(held) !== 'password' || held.iin !== iin || !mail || !phone) return at(held)
    if (await barsChange(tx)(iin, undefined)) return CHANGES_STOPPED
    const contacts = { mail: mail.address, phone: phone.address }
    const made = await makeAccount(tx)({ iin, language, contacts, passwordHash, now: moment })
    if (made === 'exists') return { kind: 'refusal', code: 'already-registered' }
    await changeRegistration(tx, hash)(starter, { done_at: moment })
    await tell(tx)(iin, { kind: 'registered' }, moment)
    await recordAct(tx, { at: moment, act: 'registered', actor: { kind: 'person' }, iin, outcome: held.way })
    return 'made'
  })
}
