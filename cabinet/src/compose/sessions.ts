// Sessions: cookies, how one begins, is found and ends.
import type { Context } from 'hono'
import { recordAct } from '../audit/act.ts'
import { personToSignIn } from '../citizens/look-up-person.ts'
import { beginSession } from '../sessions/begin-session.ts'
import { enter } from '../sessions/enter.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { signOut } from '../sessions/sign-out.ts'
import { endSession, findSession, forgetSessions } from '../sessions/store.ts'
import type { Env } from '../web/context.ts'
import { cookiesFor } from '../web/cookies.ts'
import { visitorOf } from '../web/visitor.ts'
import { personNeeds } from './citizens.ts'
import type { World } from './world.ts'

export function sessionParts(world: World) {
  const { sql, now, publicUrl, sessionKeys, config } = world
  const hash = keyedHash(sessionKeys)
  const cookies = cookiesFor(publicUrl)
  const record = (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act)
  const find = findSession(sql, hash)
  return {
    hash,
    cookies,
    record,
    visitor: visitorOf(cookies, config.TRUSTED_PROXIES),
    enter: enter({
      personToSignIn: personToSignIn(personNeeds(world)),
      beginSession: beginSession(sql, hash),
      record,
      now,
    }),
    signOut: signOut({ endSession: endSession(sql, hash), record, now }),
    forget: forgetSessions(sql),
    findSession: async (c: Context<Env>) => {
      const secret = cookies.read(c, 'session')
      return secret === undefined ? undefined : find(secret, now())
    },
  }
}

export type SessionParts = ReturnType<typeof sessionParts>
