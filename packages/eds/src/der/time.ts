// UTCTime and GeneralizedTime. RFC 5280 §4.1.2.5.1 and §4.1.2.5.2: Greenwich, with seconds, no fractions; RFC 3161 §2.4.2 and
// X.690 §11.7 for time stamps, which may have them.
import { DerError } from './error.ts'
import type { Element } from './read.ts'
import { GENERALIZED_TIME, UTC_TIME } from './tag.ts'

/** The moment that a Time names. Throws DerError `time-malformed`, also for a 30 February or a 61st second. */
export function readTime(element: Element): Date {
  const digits = withCentury(element.tag, textOf(element))
  if (!digits) throw new DerError('time-malformed', element.offset)
  return momentOf(digits, '000', element)
}

/** The moment of a GeneralizedTime that may have a fraction of a second, cut to the millisecond. Throws DerError. */
export function readFractionalTime(element: Element): Date {
  const [, digits, fraction = ''] = /^(\d{14})(?:\.(\d*[1-9]))?Z$/.exec(textOf(element)) ?? [] // no trailing zeros
  if (element.tag !== GENERALIZED_TIME || !digits) throw new DerError('time-malformed', element.offset)
  return momentOf(`${digits}Z`, fraction.padEnd(3, '0').slice(0, 3), element)
}

function textOf({ content }: Element): string {
  return new TextDecoder('latin1').decode(content)
}

/** A calendar that does not know the day would answer another one: the moment has to read as it was written. */
function momentOf(digits: string, milliseconds: string, element: Element): Date {
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)Z$/, `$1-$2-$3T$4:$5:$6.${milliseconds}Z`)
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
