// A new code to an address that was given: the old one did not come, or is used up. The newest alone is good.
import type { Channel } from '../accounts/contact.ts'
import { askedBy } from '../accounts/one-time-code.ts'
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import { stepOf } from './decide.ts'
import type { MakeCode } from './give-contacts.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import { changeRegistration, holdRegistration } from './store.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly makeCode: MakeCode
  readonly now: () => Date
}

type Asked = { readonly starter: string; readonly channel: Channel; readonly language: Language }

export const sendAgain =
  ({ sql, hash, makeCode, now }: Needs) =>
  ({ starter, channel, language }: Asked): Promise<Outcome<Channel>> =>
    sql.begin(async tx => {
      const held = await holdRegistration(tx, hash)(starter, now())
      if (!held) return OVER
      const target = channel === 'mail' ? held.mail : held.phone
      if (stepOf(held) !== 'codes' || !target || target.verified) return at(held)
      const { address } = target
      const asked = { channel, address, starter: askedBy(held.iin, 'registration'), language, now: now() }
      const made = await makeCode(tx)({ purpose: 'registration', ...asked })
      if (made.kind === 'refusal') return { kind: 'faults', faults: { [channel]: made } }
      await changeRegistration(tx, hash)(starter, channel === 'mail' ? { mail_code: made.id } : { sms_code: made.id })
      return at(held)
    })
