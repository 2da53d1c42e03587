// A signed-in person gives a new mail address or phone. It counts when the code sent to it comes back.
import type { Account } from '../accounts/account.ts'
import { type Channel, parseMail, parsePhone } from '../accounts/contact.ts'
import { askedBy, type CodeRequest, type MadeCode } from '../accounts/one-time-code.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type KeyedHash, makeSecret } from '../sessions/keyed-hash.ts'
import type { Session } from '../sessions/session.ts'
import type { Visitor } from '../sessions/visitor.ts'
import { type BarsChange, CHANGES_STOPPED } from '../shield/bar-changes.ts'
import type { Fault, Faults } from '../web/fault.ts'
import type { Language } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Presence } from './prove-presence.ts'
import { keepChange } from './store.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly findAccount: (iin: Iin) => Promise<Account | undefined>
  readonly provePresence: (presence: Presence) => Promise<Fault | undefined>
  readonly barsChange: BarsChange
  readonly makeCode: (tx: Tx) => (asked: CodeRequest) => Promise<MadeCode>
  readonly now: () => Date
}

export type AskedChange = {
  readonly session: Session
  readonly channel: Channel
  readonly typed: string
  readonly current: string // the password, where it is asked for
  readonly language: Language
  readonly visitor: Visitor
}

export type AskOutcome =
  | { readonly kind: 'asked'; readonly starter: string } // a new secret for the cookie `starter`
  | { readonly kind: 'faults'; readonly faults: Faults<'address' | 'current'> }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export const askChange =
  (needs: Needs) =>
  async (asked: AskedChange): Promise<AskOutcome> => {
    const { channel, typed, session } = asked
    if (await needs.barsChange(needs.sql)(session.person.iin, session)) return CHANGES_STOPPED
    const account = await needs.findAccount(session.person.iin)
    const address = channel === 'mail' ? parseMail(typed) : parsePhone(typed)
    if (!address) return faulty({ code: channel === 'mail' ? 'mail-malformed' : 'phone-malformed' })
    const before = channel === 'mail' ? account?.contacts.mail : account?.contacts.phone
    if (address === before) return faulty({ code: 'contact-unchanged' })
    const absent = await needs.provePresence({ ...asked, account })
    if (absent?.code === 'sign-in-again') return { kind: 'refusal', code: absent.code }
    if (absent) return { kind: 'faults', faults: { current: absent } }
    return send(needs, asked, address)
  }

function send(needs: Needs, { session, channel, language }: AskedChange, address: string): Promise<AskOutcome> {
  const { sql, hash, makeCode } = needs
  return sql.begin(async tx => {
    const now = needs.now()
    const { iin } = session.person
    const asker = askedBy(iin, 'contact')
    const made = await makeCode(tx)({ purpose: 'contact', channel, address, starter: asker, language, now })
    if (made.kind === 'refusal') return faulty(made)
    const starter = makeSecret()
    await keepChange(tx, hash)({ starter, iin, now }, { channel, address, code: made.id })
    return { kind: 'asked', starter }
  })
}

function faulty(fault: Fault): AskOutcome {
  return { kind: 'faults', faults: { address: fault } }
}
