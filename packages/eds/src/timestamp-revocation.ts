// Whether an authority of time has lost its trust since it stamped. RFC 3161 §4, item 1.
import { embeddedProofs } from './cades/embedded-proofs.ts'
import { chainRevocation, joinProofs, type RevocationQuestion } from './chain-revocation.ts'
import type { Effort } from './path/effort.ts'
import type { VerifiedLinks } from './path/link.ts'
import type { RevocationReason } from './revocation/revocation-reason.ts'
import type { RevocationStatus } from './revocation/revocation-status.ts'
import { readTimestampToken } from './tsp/timestamp-token.ts'
import type { Timestamp, TimestampTrust } from './tsp/verify-token.ts'

/** The key is not said to be in other hands: tokens from before the revocation remain good. */
const HARMLESS: ReadonlySet<RevocationReason> = new Set(['affiliationChanged', 'superseded', 'cessationOfOperation'])

type Known = Pick<RevocationQuestion, 'at' | 'proofs'> & {
  readonly trust: TimestampTrust
  readonly verifiedLinks: VerifiedLinks // lists are long: the signature on one is computed once
  readonly effort: Effort
}

/**
 * By all the proofs there are, those in the token too, for its own time and for `at`. An authority about which nothing is
 * known is not distrusted: its certificate is chosen for being long-lived, and its anchors are the caller's.
 * Throws DerError, EdsError when the token carries proofs that cannot be read.
 */
export function isDistrusted(timestamp: Timestamp, token: Uint8Array, known: Known): boolean {
  const { verifiedLinks, effort } = known
  const { anchors, intermediates = [] } = known.trust
  const { data, signer } = readTimestampToken(token)
  const question = {
    proofs: joinProofs(known.proofs, embeddedProofs(data, signer)),
    trust: { anchors, intermediates: [...intermediates, ...data.certificates], verifiedLinks, effort },
  }
  return [timestamp.at, known.at]
    .flatMap(moment => chainRevocation(timestamp.chain, { ...question, at: moment }))
    .some(status => spoils(status, timestamp.at))
}

/**
 * A reason not stated reads as `unspecified`; §4 has all tokens of such a key refused. Proofs left unheard for their number
 * are not nothing: the token is stuffed by whoever wants it believed.
 */
function spoils(status: RevocationStatus, stampedAt: Date): boolean {
  if (status.is === 'unknown') return status.why === 'limit-exceeded'
  return status.is === 'revoked' && (status.since <= stampedAt || !HARMLESS.has(status.reason))
}
