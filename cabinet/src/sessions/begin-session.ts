// A session begins: the one that this browser had ends, the device is known again or told of, and a line says so.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { deviceLabel } from './device-label.ts'
import { keepDevice } from './device-store.ts'
import { endSession, endSurplus } from './ending-store.ts'
import type { Proof, Secrets } from './enter.ts'
import { holdPerson } from './hold-person.ts'
import { type KeyedHash, makeSecret } from './keyed-hash.ts'
import type { SignInWay } from './session.ts'
import { openSession } from './store.ts'
import type { Visitor } from './visitor.ts'

/** What a person is told of their sessions, by every channel they have. */
export type SessionNotice =
  | { readonly kind: 'new-device'; readonly way: SignInWay; readonly device: string }
  | { readonly kind: 'signed-out-everywhere' }

export type TellOfSession = (tx: Tx) => (iin: Iin, notice: SessionNotice, at: Date) => Promise<void>

type Needs = { readonly sql: Sql; readonly hash: KeyedHash; readonly tell: TellOfSession }

export type Beginning = {
  readonly iin: Iin
  readonly by: SignInWay
  readonly visitor: Visitor
  readonly now: Date
  readonly proof: Proof
}

/**
 * New secrets each time: whatever a stranger put into the browser before opens nothing afterwards. None when what proved the
 * person holds no longer: whoever changed it meanwhile has ended every session, and this one would come too late to end.
 */
export const beginSession =
  ({ sql, hash, tell }: Needs) =>
  ({ iin, by, visitor, now, proof }: Beginning): Promise<Secrets | undefined> =>
    sql.begin(async tx => {
      await holdPerson(tx, iin)
      if (proof.stillProved && !(await proof.stillProved(tx))) return undefined
      const secret = makeSecret()
      const label = deviceLabel(visitor.agent)
      const device = await keepDevice(tx, hash)({ iin, secret: visitor.device, label, now })
      if (device.isNew && (await hasSignedInBefore(tx, iin)))
        await tell(tx)(iin, { kind: 'new-device', way: by, device: label }, now)
      await openSession(tx, hash)({ secret, iin, by, device: device.id, provedSince: proof.since, now })
      if (visitor.session !== undefined) await endSession(tx, hash)(visitor.session)
      await endSurplus(tx)(iin)
      await recordAct(tx, { at: now, act: 'signed-in', actor: { kind: 'person' }, iin, outcome: by })
      return { session: secret, device: device.secret }
    })

/** The record of acts remembers it when every device has been forgotten. */
async function hasSignedInBefore(tx: Tx, iin: Iin): Promise<boolean> {
  const rows = await tx`select 1 from audit_event where iin = ${iin} and act = 'signed-in' limit 1`
  return rows.length > 0
}
