// Signing in by EDS, by password, and the rehearsal of a key.
import { identify } from '../sign-in/identify.ts'
import { rehearse } from '../sign-in/rehearse.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { startSignIn } from '../sign-in/start-sign-in.ts'
import { forgetChallenges, keepChallenge, useChallenge } from '../sign-in/store.ts'
import type { whoseSignature } from '../signatures/whose-signature.ts'
import type { AccountParts } from './accounts.ts'
import type { SessionParts } from './sessions.ts'
import type { World } from './world.ts'

export type Whose = ReturnType<typeof whoseSignature>

export function signInParts(world: World, whose: Whose, sessions: SessionParts, accounts: AccountParts) {
  const { sql, now, publicUrl } = world
  const { hash, cookies, visitor, signOut, record } = sessions
  const identifyByEds = identify({ useChallenge: useChallenge(sql, hash), whoseSignature: whose, now })
  return {
    cookies,
    visitor,
    signOut,
    mayBegin: accounts.mayBegin,
    start: startSignIn({ site: publicUrl, keep: keepChallenge(sql, hash), now }),
    identify: identifyByEds,
    signIn: signIn({ identify: identifyByEds, enter: sessions.enter, record, now }),
    signInByPassword: accounts.signInByPassword,
    rehearse: rehearse({ identify: identifyByEds, now }),
    forget: forgetChallenges(sql),
    now,
  }
}
