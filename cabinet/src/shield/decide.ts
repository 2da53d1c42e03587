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

export type SignedIn = { readonly signedInBy: SignInWay; readonly since: Date }
export type LiftRuling = 'lift' | 'not-raised' | 'alarm-needs-signature'

/** Taken back only by whoever has proved since then who they are: a session from before proves nothing about now. */
export function decideLift(raisedAt: Date | undefined, session: SignedIn): LiftRuling {
  if (!raisedAt) return 'not-raised'
  return provesThePerson(session.signedInBy) && session.since >= raisedAt ? 'lift' : 'alarm-needs-signature'
}
