// What a one-time code is for, how long it lives, and when the next may be sent.

export type CodePurpose = 'registration' | 'recovery' | 'contact'

export const CODE_MINUTES = 10 // ASVS 6.5.5
export const CODE_TRIES = 5

export const AN_HOUR = 60 * 60_000
const AN_HOURS_CODES = 5
const AGAIN_AFTER = 60_000

/** One a minute, five an hour. `made`: codes for each of those who are counted, in the last hour, newest first. */
export function nextCodeAt(made: readonly (readonly Date[])[]): Date {
  const waits = made.flatMap(moments => {
    const newest = moments[0]
    const fifth = moments[AN_HOURS_CODES - 1]
    return [...(newest ? [newest.getTime() + AGAIN_AFTER] : []), ...(fifth ? [fifth.getTime() + AN_HOUR] : [])]
  })
  return new Date(Math.max(0, ...waits))
}
