// Moments as they are given on the command line. ISO 8601 with a time zone, or a date, which is its midnight in Greenwich.
import { UsageError } from './usage.ts'

/** Throws UsageError. */
export function readMoment(text: string): Date {
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  const at = new Date(text)
  if (!isIso || Number.isNaN(at.getTime()) || !isOnCalendar(text.slice(0, 10))) {
    throw new UsageError(`--at takes a time like 2026-11-22T14:30:00+05:00, not "${text}"`)
  }
  return at
}

/** A 30 February would be read as 2 March. */
function isOnCalendar(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}
