// When a root is made, stamped again, or missed. Pure.
import { almatyDate } from '../calendar/almaty.ts'

const DAY = 86_400_000
const RENEWED_BEFORE = 90 * DAY // while the authority of time still answers for the stamp

/** One a day, of the fund's clock; more only when a day had more than a root takes. */
export function isRootDue(last: { readonly madeAt: Date; readonly isFull: boolean } | undefined, now: Date): boolean {
  return !last || last.isFull || almatyDate(last.madeAt) !== almatyDate(now)
}

/** A stamp over another helps only when it lasts longer: the authority may not have its next certificate yet. */
export function isLonger(until: Date, before: Date): boolean {
  return until > before
}

/** Somebody has to look when a stamp ends within two weeks and the authority has nothing that lasts longer. */
export function isEndNear(until: Date, now: Date): boolean {
  return until.getTime() - now.getTime() <= 14 * DAY
}

/** Until which certificates' ends a stamp is to be renewed now: its authority still answers for it. */
export function renewedUntil(now: Date): Date {
  return new Date(now.getTime() + RENEWED_BEFORE)
}

/** Somebody has to look when a root stays without a stamp for a day. */
export function isStampMissed(madeAt: Date, now: Date): boolean {
  return now.getTime() - madeAt.getTime() >= DAY
}

/** Evidence is whole once its receipt is there; it is not waited for longer than this. What comes later has a leaf of its own. */
export function waitedFor(now: Date): Date {
  return new Date(now.getTime() - 2 * DAY)
}
