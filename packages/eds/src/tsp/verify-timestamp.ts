// Whether a time stamp holds: the right octets, in the answer to the right request, by a trusted authority. RFC 3161 §2.2.

import { sameBytes } from '../bytes.ts'
import { codeOf, EdsError } from '../error.ts'
import type { ImprintName } from '../signature/digest.ts'
import { isImprintOf } from './message-imprint.ts'
import { readTimestampToken } from './timestamp-token.ts'
import type { TstInfo } from './tst-info.ts'
import { type SharedWork, type Timestamp, type TimestampTrust, verifyToken } from './verify-token.ts'

export type TimestampQuestion = SharedWork & {
  readonly stamped: Uint8Array
  /** Digests of what the signature in `stamped` is over, if known: old tools stamped that in its place. */
  readonly contentDigest?: ((name: ImprintName) => Uint8Array) | undefined
  readonly trust: TimestampTrust
  readonly nonce?: bigint // of the request; the token must hold the same
  readonly policy?: string // asked for; the token must name the same
}

/**
 * Throws EdsError: `timestamp-over-content` for a stamp that is on the content in place of the signature and says nothing
 * about the latter; `timestamp-invalid` for everything else that does not hold, with the reason as its cause.
 */
export function verifyTimestamp(token: Uint8Array, question: TimestampQuestion): Timestamp {
  try {
    const read = readTimestampToken(token)
    checkInfo(read.info, question)
    const { trust, verifiedLinks, effort } = question
    return verifyToken(read, trust, { ...(verifiedLinks && { verifiedLinks }), ...(effort && { effort }) })
  } catch (thrown) {
    if (codeOf(thrown) === 'timestamp-over-content') throw thrown
    throw new EdsError('timestamp-invalid', { cause: thrown })
  }
}

/** The imprint first: from a stamp on something else nothing is taken, whoever made it. */
function checkInfo({ imprint, nonce, policy }: TstInfo, question: TimestampQuestion): void {
  if (!isImprintOf(imprint, question.stamped)) {
    const overContent = question.contentDigest && sameBytes(imprint.digest, question.contentDigest(imprint.hash))
    throw new EdsError(overContent ? 'timestamp-over-content' : 'timestamp-invalid')
  }
  if (question.nonce !== undefined && nonce !== question.nonce) throw new EdsError('timestamp-invalid') // §2.4.2
  if (question.policy !== undefined && policy !== question.policy) throw new EdsError('timestamp-invalid') // §2.4.1
}
