// A new code, when the old one did not come or is used up. The newest alone is good.
import type { Channel } from '../accounts/contact.ts'
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import { stepOf } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import { type SendNeeds, sendCode } from './send-codes.ts'
import { changeRecovery, holdRecovery } from './store.ts'

type Needs = SendNeeds & { readonly sql: Sql; readonly hash: KeyedHash }
type Asked = { readonly starter: string; readonly channel: Channel; readonly language: Language }

export const sendAgain =
  (needs: Needs) =>
  ({ starter, channel, language }: Asked): Promise<Outcome<Channel>> =>
    needs.sql.begin(async tx => {
      const held = await holdRecovery(tx, needs.hash)(starter, needs.now())
      if (!held) return OVER
      if (stepOf(held) !== 'codes' || held[channel].verified) return at(held)
      const made = await sendCode(needs, tx)({ iin: held.iin, starter, language }, channel)
      if (made.kind === 'refusal') return { kind: 'faults', faults: { [channel]: made } }
      await changeRecovery(tx, needs.hash)(starter, channel === 'mail' ? { mail_code: made.id } : { sms_code: made.id })
      return at(held)
    })
