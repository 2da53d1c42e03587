// UTCTime and GeneralizedTime. RFC 5280 §4.1.2.5.1 and §4.1.2.5.2: Greenwich, with seconds, no fractions.
import { DerError } from './error.ts'
import type { Element } from './read.ts'
import { GENERALIZED_TIME, UTC_TIME } from './tag.ts'

/** The moment that a Time names. Throws DerError `time-malformed`, also for a 30 February or a 61st second. */
export function readTime(element: Element): Date {
  const text = new TextDecoder('latin1').decode(element.content)
  const digits = withCentury(element.tag, text)
  if (!digits) throw new DerError('time-malformed', element.offset)
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  const at = new Date(iso)
  const roundTrips = !Number.isNaN(at.getTime()) && at.toISOString() === iso
  if (!roundTrips) throw new DerError('time-malformed', element.offset)
  return at
}

function withCentury(tag: number, text: string): string | undefined {
  if (tag === GENERALIZED_TIME) return /^\d{14}Z$/.test(text) ? text : undefined
  if (tag !== UTC_TIME || !/^\d{12}Z$/.test(text)) return undefined
  return text < '5' ? `20${text}` : `19${text}` // §4.1.2.5.1: 00–49 is 20xx, 50–99 is 19xx
}
