// What a complete list, with the delta that continues it, says of one certificate. RFC 5280 §6.3.3 (i)–(k), §5.3.
import type { Certificate } from '../x509/certificate.ts'
import type { CombinedList } from './combined-list.ts'
import { comparableDirectoryName } from './comparable-general-name.ts'
import type { Crl } from './crl.ts'
import { findEntries } from './crl-entries.ts'
import { type CrlEntry, revokedSince } from './crl-entry.ts'
import { RevocationError } from './revocation-error.ts'
import type { RevocationReason } from './revocation-reason.ts'

/** Undefined when the certificate is not revoked. */
export type Listing = { readonly since: Date; readonly reason: RevocationReason; readonly by: Crl } | undefined

/**
 * Throws RevocationError: `crl-malformed` for what a list must not say, `crl-not-current` when its silence means nothing,
 * since it no longer tells of certificates that had expired when it was made.
 */
export function listingOf({ complete, delta, thisUpdate }: CombinedList, certificate: Certificate): Listing {
  const fresh = delta ? entriesFor(certificate, delta) : []
  const old = entriesFor(certificate, complete)
  if (old.some(isRemoval)) throw new RevocationError('crl-malformed') // §5.3.1: only deltas take back
  const isListed = fresh.length + old.length > 0 && !fresh.some(isRemoval) // (k)
  if (!isListed) {
    const isKept = complete.keepsExpiredSince !== undefined && complete.keepsExpiredSince <= certificate.notAfter
    if (thisUpdate > certificate.notAfter && !isKept) throw new RevocationError('crl-not-current') // §5: may be left out
    return undefined
  }
  const [first] = [...fresh, ...old]
  const dates = [...fresh, ...old].map(revokedSince) // a hold that became final holds from its beginning
  const since = new Date(Math.min(...dates.map(date => date.getTime())))
  return { since, reason: first?.reason ?? 'unspecified', by: delta && fresh.length > 0 ? delta : complete }
}

/** By serial number and by whose certificate it is: the list's issuer's own, unless an entry before said another's. */
function entriesFor(certificate: Certificate, crl: Crl): readonly CrlEntry[] {
  const [listIssuer, issuer] = [crl.issuer, certificate.issuer].map(name => comparableDirectoryName(name.comparable))
  return findEntries(crl.entries, certificate.serial).filter(({ issuerNames }) =>
    issuerNames ? issuer !== undefined && issuerNames.includes(issuer) : listIssuer === issuer,
  )
}

function isRemoval({ reason }: CrlEntry): boolean {
  return reason === 'removeFromCRL'
}
