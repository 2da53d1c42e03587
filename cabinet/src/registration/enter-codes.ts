// The codes that came are typed. Each proves one address; a right one need not be typed again.
import type { Channel } from '../accounts/contact.ts'
import { askedBy } from '../accounts/one-time-code.ts'
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Fault } from '../web/fault.ts'
import { stepOf } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import type { Registration } from './registration.ts'
import { findRegistration, verifyAddress } from './store.ts'
import { type CheckCode, faultOfCode } from './typed-code.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly checkCode: CheckCode
  readonly now: () => Date
}

export type EnteredCodes = { readonly starter: string; readonly mail: string; readonly sms: string }

export const enterCodes =
  (needs: Needs) =>
  async (entered: EnteredCodes): Promise<Outcome<Channel>> => {
    const { sql, hash, now } = needs
    const found = await findRegistration(sql, hash)(entered.starter, now())
    if (!found) return OVER
    if (stepOf(found) !== 'codes') return at(found)
    const mail = await prove(needs, 'mail', found, entered)
    const sms = await prove(needs, 'sms', found, entered)
    const faults = { ...(mail && { mail }), ...(sms && { sms }) }
    if (Object.keys(faults).length > 0) return { kind: 'faults', faults }
    const moved = await findRegistration(sql, hash)(entered.starter, now())
    return moved ? at(moved) : OVER
  }

/** Checked outside of any transaction, so that a try stays counted; kept only while the code is still that address's newest. */
async function prove(
  { sql, hash, checkCode, now }: Needs,
  channel: Channel,
  { iin, mail, phone }: Registration,
  { starter, ...typed }: EnteredCodes,
): Promise<Fault | undefined> {
  const address = channel === 'mail' ? mail : phone
  if (address?.verified) return undefined
  const id = address?.code
  const asker = askedBy(iin, 'registration')
  const fault = await faultOfCode(checkCode, { id, starter: asker, typed: typed[channel], now: now() })
  if (fault || id === undefined) return fault
  const kept = await verifyAddress(sql, hash)({ starter, channel, code: id, now: now() })
  return kept ? undefined : { code: 'code-dead' }
}
