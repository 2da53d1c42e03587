// What somebody who is signed in must show again before what protects the account is changed (ASVS 7.5.1).
import type { Session } from '../sessions/session.ts'

const FRESH_MINUTES = 30

export type ProofNeeded = 'none' | 'password' | 'sign-in-again'

/** A session may have been stolen or left open: a signature counts while it is fresh, a password each time. */
export function proofNeeded(
  session: Pick<Session, 'signedInBy' | 'since'>,
  hasPassword: boolean,
  now: Date,
): ProofNeeded {
  const isFresh = now.getTime() - session.since.getTime() <= FRESH_MINUTES * 60_000
  if (session.signedInBy !== 'password' && isFresh) return 'none'
  return hasPassword ? 'password' : 'sign-in-again'
}
