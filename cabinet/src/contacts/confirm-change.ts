// The code came back: the new address is the person's. The old one is told, and nothing begun by it goes on.
import type { Account } from '../accounts/account.ts'
import type { Channel, Contacts } from '../accounts/contact.ts'
import { askedBy } from '../accounts/one-time-code.ts'
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type CheckCode, faultOfCode } from '../registration/typed-code.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Session } from '../sessions/session.ts'
import { type BarsChange, CHANGES_STOPPED } from '../shield/bar-changes.ts'
import type { Faults } from '../web/fault.ts'
import type { Language } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import { type ContactChange, findChange, takeChange } from './store.ts'

type NewAccount = {
  readonly iin: Iin
  readonly language: Language
  readonly contacts: Contacts
  readonly passwordHash: undefined
  readonly now: Date
}

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly checkCode: CheckCode
  readonly holdSession: (tx: Tx) => (secret: string) => Promise<boolean>
  readonly findAccount: (tx: Tx) => (iin: Iin) => Promise<Account | undefined>
  readonly makeAccount: (tx: Tx) => (account: NewAccount) => Promise<'made' | 'exists'>
  readonly setContact: (tx: Tx) => (iin: Iin, channel: Channel, address: string, at: Date) => Promise<boolean>
  readonly holdPerson: (tx: Tx, iin: Iin) => Promise<void>
  readonly barsChange: BarsChange
  readonly dropRecoveries: (tx: Tx, iin: Iin) => Promise<void>
  readonly tell: (tx: Tx) => (iin: Iin, notice: Notice, at: Date, also: Also) => Promise<void>
  readonly now: () => Date
}

type Notice = { readonly kind: 'contact-changed'; readonly channel: Channel }
type Also = { readonly mail?: string | undefined; readonly phone?: string | undefined }

export type CodeOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'changed'; readonly channel: Channel }
  | { readonly kind: 'faults'; readonly faults: Faults<'code'> }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export type EnteredCode = {
  readonly session: Session
  readonly secret: string // of that session
  readonly starter: string
  readonly typed: string
  readonly language: Language
}

const OVER = { kind: 'refusal', code: 'contact-change-over' } as const

export const confirmChange =
  (needs: Needs) =>
  async (entered: EnteredCode): Promise<CodeOutcome> => {
    const { sql, hash, now } = needs
    const { session, starter, typed } = entered
    const { iin } = session.person
    const change = await findChange(sql, hash)({ starter, iin, now: now() })
    if (!change) return OVER
    const asker = askedBy(iin, 'contact')
    const fault = await faultOfCode(needs.checkCode, { id: change.code, starter: asker, typed, now: now() })
    if (fault) return { kind: 'faults', faults: { code: fault } }
    return sql.begin(async tx => {
      await needs.holdPerson(tx, iin)
      if (!(await needs.holdSession(tx)(entered.secret))) return { kind: 'refusal', code: 'not-signed-in' }
      if (await needs.barsChange(tx)(iin, session)) return CHANGES_STOPPED
      const taken = await takeChange(tx, hash)({ starter, iin, now: now() }, change.code)
      return taken ? keep(needs, tx, entered, taken) : OVER
    })
  }

async function keep(
  needs: Needs,
  tx: Tx,
  { session, language }: EnteredCode,
  { channel, address }: ContactChange,
): Promise<CodeOutcome> {
  const now = needs.now()
  const { iin } = session.person
  const before = await needs.findAccount(tx)(iin)
  const contacts = { mail: undefined, phone: undefined, [channel === 'mail' ? 'mail' : 'phone']: address }
  const made = before
    ? 'exists'
    : await needs.makeAccount(tx)({ iin, language, contacts, passwordHash: undefined, now })
  if (made === 'exists') await needs.setContact(tx)(iin, channel, address, now)
  await needs.dropRecoveries(tx, iin) // they may have been begun by whoever has the old address
  const old = before?.contacts ?? {}
  await needs.tell(tx)(iin, { kind: 'contact-changed', channel }, now, old)
  await recordAct(tx, { at: now, act: 'contact-changed', actor: { kind: 'person' }, iin, outcome: channel })
  return { kind: 'changed', channel }
}
