// How long a signature is held that cannot be checked just now, and when it is tried again. Pure: no clock, no database.

/** So long a signature belongs to whoever took it up. Longer than any check; whoever is slower still does no harm: once counts. */
const LEASE = 30_000

const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 300_000 // when the authority answers again, nobody waits longer than this

/** Until when nobody else takes it up. */
export function leaseUntil(now: Date): Date {
  return later(now, LEASE)
}

/** The end of the hold, told to the person at receipt. */
export function giveUpAt(receivedAt: Date, holdHours: number): Date {
  return later(receivedAt, holdHours * 3_600_000)
}

/** When to try again: pauses double, and the last try is at the very end. Past the end: never. */
export function nextTry(hold: { readonly tries: number; readonly giveUpAt: Date }, now: Date): Date | 'give-up' {
  if (now >= hold.giveUpAt) return 'give-up'
  const pause = Math.min(FIRST_PAUSE * 2 ** hold.tries, LONGEST_PAUSE)
  return new Date(Math.min(later(now, pause).getTime(), hold.giveUpAt.getTime()))
}

function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds)
}
