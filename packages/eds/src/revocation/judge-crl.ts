// Is this certificate revoked, by the lists at hand? RFC 5280 §6.3.
import { sameBytes } from '../bytes.ts'
import { isExhausted } from '../path/effort.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import { type CombinedList, combineLists } from './combined-list.ts'
import type { Crl } from './crl.ts'
import { isByIssuerOf, isInScope, reasonsOf } from './crl-scope.ts'
import { type CrlTrust, checkCrlSigner, type SignedList } from './crl-signer.ts'
import { type DistributionPoint, distributionPointsOf, impliedPoint } from './distribution-point.ts'
import { listingOf } from './listing.ts'
import { faultOf, RevocationError } from './revocation-error.ts'
import { ALL_REASONS, type ReasonMask } from './revocation-reason.ts'
import type { RevocationFault, RevocationStatus } from './revocation-status.ts'

export type CrlQuestion = {
  readonly certificate: Certificate
  /** Who issued it, to whom the caller has found a path. */
  readonly issuer: Certificate
  readonly at: Date
  /** Complete lists and deltas, of whatever authorities, in any order. */
  readonly crls: readonly Crl[]
  readonly trust: CrlTrust
  /** Whether an authority may leave its lists to another (§5, indirect CRLs). Refused unless said otherwise. */
  readonly indirect?: 'refused' | 'allowed'
}

/**
 * The status at `at`, by the newest lists that speak for it. Never throws for bad input: that makes `unknown`; so does a
 * limit, since an older list says nothing of what a newer one might have said.
 */
export function judgeCrls(question: CrlQuestion): RevocationStatus {
  const { effort = { signatures: 0 }, ...trust } = question.trust
  const status = judge({ ...question, trust: { ...trust, effort } }, [])
  return status.is === 'good' && isExhausted(effort) ? { is: 'unknown', why: 'limit-exceeded' } : status
}

/** With an effort of its own when the caller shares none. */
type Bounded = CrlQuestion & { readonly trust: SignedList['trust'] }

type Inquiry = {
  readonly question: Bounded
  readonly combine: (complete: Crl) => CombinedList
  readonly consulted: CombinedList[]
  readonly faults: Set<RevocationFault>
  covered: ReasonMask // §6.3.2 (a) reasons_mask
}

/**
 * `above` are the certificates whose status waits for this one. A list does not vouch for who signed it, except where
 * authorities may leave their lists to others: such a one lists its own certificate too, and nobody else could (NIST PKITS
 * 4.14.30).
 */
function judge(question: Bounded, above: readonly Certificate[]): RevocationStatus {
  const combine = combiner(question, [...above, question.certificate])
  const status = answerOf(question, combine)
  if (status.is !== 'good') return status
  const own = answerOf(question, onlyBy(question.issuer, combine))
  return own.is === 'revoked' ? own : status
}

/**
 * A list by another certificate of the name speaks beside those of the issuer itself and not over them: else whoever under
 * the anchor had such a certificate issued could take back what the issuer revoked.
 */
function onlyBy({ publicKey }: Certificate, combine: Inquiry['combine']): Inquiry['combine'] {
  return complete => {
    const list = combine(complete)
    if (sameBytes(list.signer.publicKey.encoded, publicKey.encoded)) return list
    throw new RevocationError('crl-issuer-untrusted')
  }
}

function answerOf(question: Bounded, combine: Inquiry['combine']): RevocationStatus {
  const { certificate, crls } = question
  const inquiry: Inquiry = { question, combine, consulted: [], faults: new Set(), covered: 0 }
  try {
    const complete = crls.filter(({ baseNumber }) => baseNumber === undefined).toSorted(newestFirst)
    for (const point of [...distributionPointsOf(certificate), impliedPoint(certificate)]) {
      for (const crl of complete) {
        const revoked = consult(crl, point, inquiry)
        if (revoked) return revoked
        if (inquiry.covered === ALL_REASONS) return good(inquiry.consulted)
      }
    }
    return { is: 'unknown', why: whyUnknown(inquiry) }
  } catch (thrown) {
    return { is: 'unknown', why: faultOf(thrown, 'crl-malformed') }
  }
}

function newestFirst(a: Crl, b: Crl): number {
  return b.thisUpdate.getTime() - a.thisUpdate.getTime()
}

/** §6.3.3 for one list at one point: the answer if it is revoked, else what the list covers is noted. */
function consult(crl: Crl, point: DistributionPoint, inquiry: Inquiry): RevocationStatus | undefined {
  const { question, faults } = inquiry
  const { certificate, indirect = 'refused', at } = question
  if (!isByIssuerOf(crl, point, certificate)) return undefined
  const reasons = reasonsOf(crl, point)
  if ((reasons & ~inquiry.covered) === 0) return undefined // (e)
  try {
    if (!isInScope(crl, point, certificate)) throw new RevocationError('crl-out-of-scope')
    if (crl.scope?.isIndirect && indirect === 'refused') throw new RevocationError('crl-indirect')
    const list = inquiry.combine(crl)
    const listing = listingOf(list, certificate)
    inquiry.consulted.push(list)
    inquiry.covered |= reasons // (l)
    if (!listing || listing.since > at) return undefined
    const { since, reason, by } = listing
    return { is: 'revoked', source: 'crl', since, reason, at: list.thisUpdate, proof: by.encoded }
  } catch (thrown) {
    faults.add(faultOf(thrown, 'crl-malformed'))
    return undefined
  }
}

/** Lists are checked once in an inquiry, however many points lead to them. */
function combiner(question: Bounded, above: readonly Certificate[]): (complete: Crl) => CombinedList {
  const { certificate: judged, crls, at, issuer, trust, indirect } = question
  const isGood = (certificate: Certificate, itsIssuer: Certificate, moment: Date) =>
    above.some(({ encoded }) => sameBytes(encoded, certificate.encoded))
      ? indirect === 'allowed'
      : judge({ ...question, certificate, issuer: itsIssuer, at: moment }, above).is === 'good'
  const signerOf = (crl: Crl) => checkCrlSigner({ crl, certificate: judged, issuer, at, trust, isGood })
  const known = new Map<Crl, CombinedList | RevocationFault>()
  return complete => {
    const outcome = known.get(complete) ?? outcomeOf(() => combineLists(complete, { crls, at, signerOf }))
    known.set(complete, outcome)
    if (typeof outcome === 'string') throw new RevocationError(outcome)
    return outcome
  }
}

function outcomeOf(combine: () => CombinedList): CombinedList | RevocationFault {
  try {
    return combine()
  } catch (thrown) {
    return faultOf(thrown, 'crl-malformed')
  }
}

/** Several lists, each about some reasons, are as new as the oldest of them. */
function good(lists: readonly CombinedList[]): RevocationStatus {
  const [oldest] = lists.toSorted((a, b) => a.thisUpdate.getTime() - b.thisUpdate.getTime())
  if (!oldest) return { is: 'unknown', why: 'no-answer' }
  return { is: 'good', source: 'crl', at: oldest.thisUpdate, proof: oldest.complete.encoded }
}

/** The most telling fault of the lists that should have answered. */
function whyUnknown({ question: { certificate, crls }, faults, covered }: Inquiry): RevocationFault {
  const hasDelta = crls.some(crl => crl.baseNumber !== undefined && sameName(crl.issuer, certificate.issuer))
  const isPartial = covered !== 0 || (faults.size === 0 && hasDelta)
  const all = new Set([...faults, ...(isPartial ? (['crl-incomplete'] as const) : [])])
  return TELLING.find(fault => all.has(fault)) ?? 'no-answer'
}

const TELLING: readonly RevocationFault[] = [
  'limit-exceeded',
  'crl-signature-invalid',
  'crl-issuer-untrusted',
  'crl-algorithm-unsupported',
  'crl-malformed',
  'crl-extension-unknown',
  'crl-incomplete',
  'crl-not-current',
  'crl-indirect',
  'crl-out-of-scope',
]
