// The ways to sign in.
import { identify } from '../sign-in/identify.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { startSignIn } from '../sign-in/start-sign-in.ts'
import { forgetChallenges, keepChallenge, useChallenge } from '../sign-in/store.ts'
import type { whoseSignature } from '../signatures/whose-signature.ts'
import type { SessionParts } from './sessions.ts'
import type { World } from './world.ts'

export type Whose = ReturnType<typeof whoseSignature>

export function signInParts({ sql, now, publicUrl }: World, whose: Whose, sessions: SessionParts) {
  const { hash, cookies, visitor, signOut, record } = sessions
  const identifyByEds = identify({ useChallenge: useChallenge(sql, hash), whoseSignature: whose, now })
  return {
    cookies,
    visitor,
    signOut,
    start: startSignIn({ site: publicUrl, keep: keepChallenge(sql, hash), now }),
    identify: identifyByEds,
    signIn: signIn({ identify: identifyByEds, enter: sessions.enter, record, now }),
    forget: forgetChallenges(sql),
  }
}
