// Why a certificate was revoked: CRLReason (RFC 5280 §5.3.1) and ReasonFlags (§4.2.1.13).
import { DerError } from '../der/error.ts'
import { expectTag } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { ENUMERATED } from '../der/tag.ts'

const BY_NUMBER = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined, // 7 is not used
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const

export type RevocationReason = Exclude<(typeof BY_NUMBER)[number], undefined>

/** CRLReason. Throws DerError for anything else. */
export function readReason(element: Element): RevocationReason {
  const [number = 0, ...more] = expectTag(element, ENUMERATED).content
  const reason = more.length === 0 ? BY_NUMBER[number] : undefined
  if (!reason) throw new DerError('unexpected', element.offset)
  return reason
}

/** Reasons as bits of a number, bit n standing for ReasonFlags' bit n. */
export type ReasonMask = number

const FLAGS = 9 // unused(0) … aACompromise(8)
/** §6.3.1: all reasons but `unused`, which is also how bit 0 is treated wherever it is read. */
export const ALL_REASONS: ReasonMask = (1 << FLAGS) - 2

/** ReasonFlags, IMPLICIT, so that the tag is the caller's. Throws DerError for more bits than there are. */
export function readReasonFlags(element: Element): ReasonMask {
  const [unused = 0, ...octets] = element.content
  const isShort = octets.length <= 2 && unused <= 7
  if (!isShort) throw new DerError('bits-malformed', element.offset)
  const [first = 0, second = 0] = octets
  const bits = (first << 8) | second // bit 0 of the list is the highest
  let mask = 0
  for (let bit = 0; bit < 16; bit++) if ((bits & (0x8000 >> bit)) !== 0) mask |= 1 << bit
  return mask & ALL_REASONS
}
