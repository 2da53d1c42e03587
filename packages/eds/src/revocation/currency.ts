// For which moments a proof speaks. RFC 6960 §4.2.2.1, RFC 5280 §6.3.3 (a).

export type Currency = {
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
}

/**
 * How far clocks may differ, and how long an answer without nextUpdate speaks: it means that newer information is always
 * to be had (RFC 6960 §2.4), and the national responder never states one.
 */
export const CLOCK_TOLERANCE = 5 * 60 * 1000

/** A proof made later still tells of `at`: what was not revoked then was not revoked before. */
export function speaksFor({ thisUpdate, nextUpdate }: Currency, at: Date): boolean {
  return at.getTime() - thisUpdate.getTime() <= CLOCK_TOLERANCE || (nextUpdate !== undefined && at <= nextUpdate)
}

/** Whether two clocks could have meant the same moment. */
export function isSameMoment(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) <= CLOCK_TOLERANCE
}
