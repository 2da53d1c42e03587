// The rules of the shield: how long an alert may be answered, and who may take an alarm back. Pure: no clock, no database.
import type { SignInWay } from '../sessions/session.ts'

const ANSWERED_WITHIN_DAYS = 7 // whoever was away for a week of holidays still can

/** Until when «бұл мен емес» can be pressed for what was told at that moment. */
export function answerableUntil(toldAt: Date): Date {
  return new Date(toldAt.getTime() + ANSWERED_WITHIN_DAYS * 86_400_000)
}

/** A password may be what was stolen; a signature is the person. */
export function provesThePerson(way: SignInWay): boolean {
  return way === 'eds' || way === 'egov-mobile'
}

export type SignedIn = { readonly signedInBy: SignInWay; readonly provedSince: Date | undefined }
export type LiftRuling = 'lift' | 'not-raised' | 'alarm-needs-signature'

/**
 * Taken back only by whoever has signed since then: what was signed was made no earlier. A session may be newer than the
 * signature that it was begun with, and who kept a signature from before proves nothing about now.
 */
export function decideLift(raisedAt: Date | undefined, session: SignedIn): LiftRuling {
  if (!raisedAt) return 'not-raised'
  const { signedInBy, provedSince } = session
  const isProved = provesThePerson(signedInBy) && provedSince !== undefined && provedSince >= raisedAt
  return isProved ? 'lift' : 'alarm-needs-signature'
}

/**
 * Whether what protects the account, or says where its person is told, stays as it is: while an alarm stands a thief could lead every
 * word away. Whoever could take the alarm back may change it. `session`: undefined for what needs none, as recovering a password.
 */
export function isChangeBarred(raisedAt: Date | undefined, session: SignedIn | undefined): boolean {
  return raisedAt !== undefined && (session === undefined || decideLift(raisedAt, session) !== 'lift')
}
