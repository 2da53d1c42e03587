// Recovering by codes begins with an IIN. The answer is the same whether anybody is registered under it or not.
import type { Attempt } from '../accounts/throttle.ts'
import { addressKey, type ThrottleKey } from '../accounts/throttle-rules.ts'
import { recordAct } from '../audit/act.ts'
import { type Iin, parseIin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import { type KeyedHash, makeSecret } from '../sessions/keyed-hash.ts'
import type { Faults } from '../web/fault.ts'
import type { Language } from '../web/language.ts'
import { type SendNeeds, sendCode } from './send-codes.ts'
import { changeRecovery, openRecovery } from './store.ts'

type Needs = SendNeeds & {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly attempt: (asked: { keys: readonly ThrottleKey[]; now: Date }) => Promise<Attempt>
}

export type AskedForCodes = {
  readonly iin: string // as typed
  readonly starter: string
  readonly address: string // of the client
  readonly language: Language
}

export type CodesOutcome =
  | { readonly kind: 'begun'; readonly starter: string } // a new secret for the cookie `starter`
  | { readonly kind: 'faults'; readonly faults: Faults<'iin'> }

export const beginByCodes =
  (needs: Needs) =>
  async (asked: AskedForCodes): Promise<CodesOutcome> => {
    const iin = parseIin(asked.iin.replace(/\s/g, ''))
    if (!iin) return { kind: 'faults', faults: { iin: { code: 'iin-malformed' } } }
    const keys = [`address:recovery ${addressKey(asked.address)}`] as const
    const allowed = await needs.attempt({ keys, now: needs.now() })
    if (!allowed.allowed)
      return { kind: 'faults', faults: { iin: { code: 'too-many-requests', again: allowed.again } } }
    return open(needs, iin, asked)
  }

/** The codes are counted by the IIN that was typed, so that nobody's mail is flooded and the count tells nothing. */
function open(needs: Needs, iin: Iin, { starter, language }: AskedForCodes): Promise<CodesOutcome> {
  const { sql, hash, now } = needs
  return sql.begin(async tx => {
    const next = makeSecret()
    const send = sendCode(needs, tx)
    const mail = await send({ iin, starter: next, language }, 'mail')
    const sms = await send({ iin, starter: next, language }, 'sms')
    if (mail.kind === 'refusal' && sms.kind === 'refusal') return { kind: 'faults', faults: { iin: sms } }
    await openRecovery(tx, hash)({ iin, way: 'codes', starter, next, now: now() })
    await changeRecovery(tx, hash)(next, { mail_code: idOf(mail), sms_code: idOf(sms) })
    await recordAct(tx, { at: now(), act: 'recovery-asked', actor: { kind: 'person' }, iin, outcome: 'codes' })
    return { kind: 'begun', starter: next }
  })
}

function idOf(made: Awaited<ReturnType<ReturnType<typeof sendCode>>>): string | null {
  return made.kind === 'made' ? made.id : null
}
