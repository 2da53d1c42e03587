// Signing in begins: a fresh challenge for this browser.

import { makeSecret } from '../sessions/keyed-hash.ts'
import { CHALLENGE_MINUTES, type Challenge, challengeText } from './challenge.ts'
import type { Purpose } from './purpose.ts'
import type { StoredChallenge } from './store.ts'

type Needs = {
  readonly site: string
  readonly keep: (challenge: StoredChallenge, life: { from: Date; to: Date }) => Promise<void>
  readonly now: () => Date
}

/** A browser that already started elsewhere keeps its starter, so that two tabs do not spoil each other. */
export const startSignIn =
  (needs: Needs) =>
  async (starter: string | undefined, purpose: Purpose = 'sign-in'): Promise<Challenge> => {
    const now = needs.now()
    const id = makeSecret()
    const text = challengeText({ purpose, site: needs.site, id, at: now })
    const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)
    const challenge = { id, text, purpose, starter: starter ?? makeSecret() }
    await needs.keep(challenge, { from: now, to: expiresAt })
    return { ...challenge, expiresAt }
  }
