// Both codes are typed: whoever reads the mail and holds the phone of an account may set its password.
import type { Channel } from '../accounts/contact.ts'
import type { Act } from '../audit/act.ts'
import type { Sql } from '../database/sql.ts'
import { type CheckCode, faultOfCode } from '../registration/typed-code.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Fault } from '../web/fault.ts'
import { stepOf } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import type { Proof } from './recovery.ts'
import { findRecovery, keepProof } from './store.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly checkCode: CheckCode
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type EnteredCodes = { readonly starter: string; readonly mail: string; readonly sms: string }

export const enterCodes =
  (needs: Needs) =>
  async (entered: EnteredCodes): Promise<Outcome<Channel>> => {
    const { sql, hash, now } = needs
    const found = await findRecovery(sql, hash)(entered.starter, now())
    if (!found) return OVER
    if (stepOf(found) !== 'codes') return at(found)
    const mail = await prove(needs, 'mail', found.mail, entered)
    const sms = await prove(needs, 'sms', found.sms, entered)
    const faults = { ...(mail && { mail }), ...(sms && { sms }) }
    const fault = mail ?? sms
    if (fault) {
      const { iin } = found
      await needs.record({ at: now(), act: 'recovery-refused', actor: { kind: 'person' }, iin, outcome: fault.code })
      return { kind: 'faults', faults }
    }
    const moved = await findRecovery(sql, hash)(entered.starter, now())
    return moved ? at(moved) : OVER
  }

/** Checked outside of any transaction, so that a try stays counted; kept only while the code is the newest one. */
async function prove(
  { sql, hash, checkCode, now }: Needs,
  channel: Channel,
  proof: Proof,
  { starter, ...typed }: EnteredCodes,
): Promise<Fault | undefined> {
  if (proof.verified) return undefined
  const fault = await faultOfCode(checkCode, { id: proof.code, starter, typed: typed[channel], now: now() })
  if (fault || proof.code === undefined) return fault
  const kept = await keepProof(sql, hash)({ starter, channel, code: proof.code, now: now() })
  return kept ? undefined : { code: 'code-dead' }
}
