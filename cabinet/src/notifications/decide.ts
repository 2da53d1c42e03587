// When a message is sent, when again and when no longer. Pure: no clock, no database.
import type { Notice } from './notice.ts'

/** So long a message belongs to whoever took it up. Longer than any sending; whoever is slower still does no harm. */
const LEASE_SECONDS = 90

const KEEP_TRYING_HOURS = 72 // a weekend with a broken server is survived
const KEEP_GIVEN_UP_DAYS = 30 // so long the person sees in the profile that an address does not work

const UNCLEAR_HOURS = 24 // the core is often silent for an hour, and mostly nobody needs to know

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = { code: 10_000, notice: 900_000 } // somebody sits and waits for a code

export function leaseUntil(now: Date): Date {
  return later(now, LEASE_SECONDS * 1_000)
}

/** When it is sent first. What may be over soon waits, and is called back when it is. */
export function firstTry(kind: Notice['kind'], at: Date): Date {
  return kind === 'status-unclear' ? later(at, UNCLEAR_HOURS * 3_600_000) : at
}

/** Until when sending a message is tried. */
export function keepTrying(at: Date): Date {
  return later(at, KEEP_TRYING_HOURS * 3_600_000)
}

/** What was given up before this moment is forgotten. */
export function forgetBefore(now: Date): Date {
  return later(now, -KEEP_GIVEN_UP_DAYS * 86_400_000)
}

export type Waiting = {
  readonly is: 'code' | 'notice'
  readonly tries: number /* this one included */
  readonly until: Date
}

/** After a try that may succeed later: pauses double. Never once nobody needs it. */
export function nextTry({ is, tries, until }: Waiting, now: Date): Date | 'give-up' {
  const next = later(now, Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE[is]))
  return next < until ? next : 'give-up'
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds)
}
