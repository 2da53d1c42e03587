// A complete list that may be believed, with the newest delta that continues it. RFC 5280 §5.2.3, §5.2.4, §6.3.3 (a), (c).
import { sameBytes } from '../bytes.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import type { Crl } from './crl.ts'
import { CRL_NUMBER, DELTA_CRL_INDICATOR, ISSUING_DISTRIBUTION_POINT } from './crl-oids.ts'
import { speaksFor } from './currency.ts'
import { faultOf, RevocationError } from './revocation-error.ts'
import type { RevocationFault } from './revocation-status.ts'

export type CombinedList = {
  readonly complete: Crl
  readonly delta: Crl | undefined
  readonly signer: Certificate
  readonly thisUpdate: Date // of the newer
}

export type Combination = {
  readonly crls: readonly Crl[] // where deltas are looked for
  readonly at: Date
  /** Who signed a list and may; throws RevocationError. */
  readonly signerOf: (crl: Crl) => Certificate
}

/** Throws RevocationError when the list, or the only delta that would bring it up to date, may not be used. */
export function combineLists(complete: Crl, combination: Combination): CombinedList {
  const { crls, at, signerOf } = combination
  checkProfile(complete)
  const deltas = crls.filter(crl => continues(crl, complete) && speaksFor(crl, at))
  if (!speaksFor(complete, at) && deltas.length === 0) throw new RevocationError('crl-not-current') // (a)(1)
  const signer = signerOf(complete)
  const { delta, fault } = newestUsable(deltas, crl => checkSameKey(signerOf(crl), signer))
  if (!speaksFor(complete, at) && !delta) throw new RevocationError(fault ?? 'crl-not-current')
  return { complete, delta, signer, thisUpdate: delta?.thisUpdate ?? complete.thisUpdate }
}

/** §6.3.3 (h): a delta is checked with the key that the complete list was found to be signed with. */
function checkSameKey(one: Certificate, other: Certificate): void {
  if (!sameBytes(one.publicKey.encoded, other.publicKey.encoded)) throw new RevocationError('crl-signature-invalid')
}

/** A delta that cannot be used counts as one that is not there (h): the complete list still holds for its own time. */
function newestUsable(
  deltas: readonly Crl[],
  checkSigner: (crl: Crl) => void,
): { delta?: Crl; fault?: RevocationFault } {
  let fault: RevocationFault | undefined
  for (const delta of deltas.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())) {
    try {
      checkProfile(delta)
      checkSigner(delta)
      return { delta }
    } catch (thrown) {
      fault = faultOf(thrown, 'crl-malformed')
    }
  }
  return fault ? { fault } : {}
}

/**
 * §5.2.4, §6.3.3 (c): by the same issuer and key, about the same things, beginning no later than the list ends, and made
 * no earlier. The last is told by the dates: the national authority numbers its deltas in a sequence of their own (list 14
 * has delta 10), where §5.2.3 asks for one.
 */
function continues(delta: Crl, complete: Crl): boolean {
  if (delta.baseNumber === undefined || complete.number === undefined) return false
  return (
    sameName(delta.issuer, complete.issuer) &&
    sameOptional(delta.scope?.encoded, complete.scope?.encoded) &&
    sameOptional(delta.authorityKeyId, complete.authorityKeyId) &&
    delta.baseNumber <= complete.number &&
    complete.thisUpdate <= delta.thisUpdate
  )
}

function sameOptional(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a && b ? sameBytes(a, b) : a === b
}

const UNDERSTOOD: ReadonlySet<string> = new Set([DELTA_CRL_INDICATOR, ISSUING_DISTRIBUTION_POINT])

/** What §5.2 and §5.3 ask of every list. Throws RevocationError. */
function checkProfile({ extensions, number, baseNumber, entries }: Crl): void {
  const critical = extensions.filter(extension => extension.critical).map(({ oid }) => oid)
  const isNumbered = number !== undefined && !critical.includes(CRL_NUMBER) // §5.2.3: there, and not critical
  const isMarked = baseNumber === undefined || critical.includes(DELTA_CRL_INDICATOR) // §5.2.4: critical
  if (!isNumbered || !isMarked) throw new RevocationError('crl-malformed')
  const isUnderstood = critical.every(oid => UNDERSTOOD.has(oid)) && !entries.hasUnknownCritical // §5.2, §5.3
  if (!isUnderstood) throw new RevocationError('crl-extension-unknown')
}
