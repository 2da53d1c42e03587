// Sessions: cookies, how one begins, is found and ends.
import type { Context } from 'hono'
import { VERSION_LOOK } from '../applications/details-routes.tsx'
import { recordAct } from '../audit/act.ts'
import { personToSignIn } from '../citizens/look-up-person.ts'
import { tell as tellPerson } from '../notifications/tell.ts'
import { QR_LOOK } from '../qr-signing/api.ts'
import { beginSession, type TellOfSession } from '../sessions/begin-session.ts'
import { forgetOldDevices, knownDevice } from '../sessions/device-store.ts'
import { endOtherSessions, endSession, forgetSessions } from '../sessions/ending-store.ts'
import { enter } from '../sessions/enter.ts'
import { keyedHash, makeSecret } from '../sessions/keyed-hash.ts'
import { readAccess } from '../sessions/list-store.ts'
import { endSessionElsewhere, forgetOneDevice } from '../sessions/put-away.ts'
import { LOOK } from '../sessions/routes.tsx'
import { signOut } from '../sessions/sign-out.ts'
import { signOutEverywhere } from '../sessions/sign-out-everywhere.ts'
import { findSession, peekSession, renewSession } from '../sessions/store.ts'
import type { Env } from '../web/context.ts'
import { cookiesFor } from '../web/cookies.ts'
import { somebodyIsThere } from '../web/somebody-is-there.ts'
import { visitorOf } from '../web/visitor.ts'
import { PHONE_LOOK } from '../withdrawal/phone-api.ts'
import { personNeeds } from './citizens.ts'
import type { World } from './world.ts'

export function sessionParts(world: World) {
  const { sql, now, publicUrl, sessionKeys, config } = world
  const hash = keyedHash(sessionKeys)
  const cookies = cookiesFor(publicUrl)
  const record = (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act)
  const tell: TellOfSession = tx => tellPerson(tx)
  return {
    hash,
    cookies,
    makeSecret,
    record,
    visitor: visitorOf(cookies, config.TRUSTED_PROXIES),
    enter: enter({
      personToSignIn: personToSignIn(personNeeds(world)),
      beginSession: beginSession({ sql, hash, tell }),
      record,
      now,
    }),
    signOut: signOut({ endSession: endSession(sql, hash), record, now }),
    signOutEverywhere: signOutEverywhere({ sql, hash, tell, now }),
    access: readAccess(sql),
    endElsewhere: endSessionElsewhere({ sql, now }),
    forgetDevice: forgetOneDevice({ sql, now }),
    endOtherSessions: endOtherSessions(sql, hash),
    renewSession: renewSession(sql, hash),
    knownDevice: knownDevice(sql, hash),
    now,
    forget: async (at: Date) => {
      await forgetSessions(sql)(at)
      await forgetOldDevices(sql)(at)
    },
    findSession: async (c: Context<Env>) => {
      const secret = cookies.read(c, 'session')
      if (secret === undefined) return undefined
      const asksByItself = [LOOK, QR_LOOK, PHONE_LOOK, VERSION_LOOK].some(look => look.test(c.req.path))
      const find = somebodyIsThere(c) && !asksByItself ? findSession : peekSession
      return (await find(sql, hash)(secret, now())) ?? 'over'
    },
  }
}

export type SessionParts = ReturnType<typeof sessionParts>
