// «Бұл мен емес»: alerts, the alarm that follows, and how it is taken back.
import type { Context } from 'hono'
import { attempt } from '../accounts/throttle.ts'
import { alertKey } from '../accounts/throttle-rules.ts'
import type { Iin } from '../citizens/iin.ts'
import { dropChangesOf } from '../contacts/store.ts'
import type { Tx } from '../database/sql.ts'
import { findMessage } from '../notifications/inbox-store.ts'
import { isAlert } from '../notifications/notice.ts'
import { dropUnfinishedOf } from '../recovery/store.ts'
import { endOtherSessions } from '../sessions/ending-store.ts'
import { liftAlarm } from '../shield/lift-alarm.ts'
import { lookAtAlert } from '../shield/look-at-alert.ts'
import { raiseAlarm } from '../shield/raise-alarm.ts'
import { alertCode, dropAlarm, findAlarm, findAlert, forgetAlerts, keepAlarm, useAlert } from '../shield/store.ts'
import { clientAddress } from '../web/client-address.ts'
import { stopDrafts } from '../withdrawal/draft-store.ts'
import type { SessionParts } from './sessions.ts'
import type { World } from './world.ts'

export function shieldParts(world: World, { hash }: SessionParts) {
  const { sql, now, config } = world
  const look = lookAtAlert({
    attempt: address => attempt(sql, hash)({ keys: [alertKey(address)], now: now() }),
    findAlert: findAlert(sql, hash),
    now,
  })
  /** What somebody else may have begun in the person's name: sessions, a new password, other contacts. */
  const endWhatWasBegun = async (tx: Tx, iin: Iin) => {
    await endOtherSessions(tx, hash)(iin, undefined)
    await dropUnfinishedOf(tx, iin)
    await dropChangesOf(tx, iin)
  }
  return {
    addressOf: (c: Context) => clientAddress(c, config.TRUSTED_PROXIES),
    look,
    raise: raiseAlarm({ sql, look, useAlert: tx => useAlert(tx, hash), keepAlarm, endWhatWasBegun, stopDrafts, now }),
    codeOfMessage: async (iin: Iin, id: string) => {
      const message = UUID.test(id) ? await findMessage(sql)(iin, id) : undefined
      return message && isAlert(message.notice) ? alertCode(sql, hash)({ iin, message: id, at: message.at }) : undefined
    },
    findAlarm: findAlarm(sql),
    lift: liftAlarm({ sql, findAlarm, dropAlarm, now }),
    forget: forgetAlerts(sql),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
