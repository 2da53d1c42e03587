// From a certificate up to a trust anchor. RFC 5280 §6.1, the path found by RFC 4158 §2.4 (forward, depth first).
import { sameBytes } from '../bytes.ts'
import { type Code, inOrder, outcomeOf } from '../code.ts'
import { codeOf, EdsError } from '../error.ts'
import { expectAgain } from '../signature/gost.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import { ANY_POLICY } from '../x509/policy-extensions.ts'
import { checkCriticalExtensions, insistsOnPolicies } from './critical-extensions.ts'
import { type Effort, spend } from './effort.ts'
import { linkName, mayHaveIssued, type VerifiedLinks, verifyLink } from './link.ts'
import { checkNames } from './name-constraints.ts'
import { checkPolicies, type PolicyQuestion } from './policies.ts'
import { checkProfile, type Profile } from './profile.ts'

export type { Effort } from './effort.ts'

export type Trust = {
  /** Authorities trusted for what they are, self-signed or not. Never taken from a message. None: no path at all. */
  readonly anchors: readonly Certificate[]
  /** Certificates that may stand between; they are trusted only as far as a path through them is verified. */
  readonly intermediates: readonly Certificate[]
  readonly at: Date
  /**
   * Asks for RFC 5280's policy processing. Absent: it is done only where an authority insists on it, with every policy
   * acceptable; the policies of the older national chains do not nest.
   */
  readonly policies?: PolicyQuestion
  /** How many authorities may stand between the certificate and its anchor, self-issued ones not counted. */
  readonly maxDepth?: number
  /** How strictly the certificates keep to §4; `consistent` unless said otherwise. */
  readonly profile?: Profile
  /**
   * What else a complete path must stand, revocation for one: its codes are added to the path's, and while there are any
   * the next path is tried.
   */
  readonly judge?: (chain: readonly Certificate[]) => readonly Code[]
  readonly verifiedLinks?: VerifiedLinks
  /** Shared by the searches for one message; each has its own otherwise. */
  readonly effort?: Effort
}

/** `chain` from the certificate to its anchor, or nothing. Trusted when there are no `codes`. */
export type Path = { readonly chain: readonly Certificate[]; readonly codes: readonly Code[] }

const MAX_CERTIFICATES = 8 // in one path, anchor included; the national hierarchy has three

/**
 * The best path there is: trusted; or complete but not in time (`certificate-…`) or objected to by `judge`; or broken
 * (`path-invalid`, `algorithm-unsupported`, `limit-exceeded`); or none (`path-not-found`).
 */
export function findPath(certificate: Certificate, trust: Trust): Path {
  const { verifiedLinks, effort = { signatures: 0 } } = trust
  const search: Search = { trust, verified: new Set(verifiedLinks), effort, faults: new Set() }
  try {
    checkCertificate(certificate, trust)
    const path = bestOf(completions([certificate], search))
    if (!path) return { chain: [], codes: faultsOf(search) }
    if (path.codes.length === 0) remember(path.chain, trust)
    return path
  } catch (thrown) {
    return { chain: [], codes: [codeOf(thrown)] }
  }
}

type Search = {
  readonly trust: Trust
  readonly verified: VerifiedLinks
  readonly faults: Set<Code>
  readonly effort: Effort
}
type Chain = readonly [Certificate, ...Certificate[]]

/** Every complete path that begins with these certificates, each of which has been verified under the next. */
function* completions(chain: Chain, search: Search): Generator<Path> {
  const { trust } = search
  const top = chain.at(-1) ?? chain[0]
  if (isAnchor(top, trust)) {
    if (passes(search, () => checkWhole(chain, search))) {
      yield { chain, codes: inOrder([...timeCodes(chain, trust.at), ...(trust.judge?.(chain) ?? [])]) }
    }
    return
  }
  if (chain.length >= MAX_CERTIFICATES) return
  for (const issuer of issuersOf(top, chain, trust)) {
    if (passes(search, () => checkStep(issuer, chain, search))) yield* completions([...chain, issuer], search)
  }
}

/** Anchors first; a certificate whose name and key are already in the path would only make a loop. */
function issuersOf(top: Certificate, chain: Chain, trust: Trust): readonly Certificate[] {
  return [...trust.anchors, ...trust.intermediates].filter(
    candidate => mayHaveIssued(candidate, top) && !chain.some(above => isSameAuthority(above, candidate)),
  )
}

/** Whether nothing is thrown; what is, is kept for the case that no path is found. A limit ends the search. */
function passes({ faults }: Search, check: () => void): boolean {
  try {
    check()
    return true
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === 'limit-exceeded') throw thrown
    faults.add(code)
    return false
  }
}

/** §6.1.3 and §6.1.4 as far as they concern this issuer alone. */
function checkStep(issuer: Certificate, chain: Chain, { trust, verified, effort }: Search): void {
  const subject = chain.at(-1) ?? chain[0]
  const name = linkName(issuer, subject)
  spend(effort, 'steps')
  checkCertificate(issuer, trust)
  checkLength(issuer, chain, trust)
  if (!verified.has(name)) spend(effort, 'signatures')
  verifyLink(issuer, subject, verified)
  verified.add(name)
}

function checkCertificate(certificate: Certificate, trust: Trust): void {
  checkCriticalExtensions(certificate)
  checkProfile(certificate, trust.profile ?? 'consistent', isAnchor(certificate, trust))
}

/** §6.1.3 and §6.1.4 as far as they concern the whole path, from the anchor down. */
function checkWhole(chain: Chain, { trust, effort }: Search): void {
  spend(effort, 'paths')
  checkNames(chain, effort)
  const policies = trust.policies ?? (chain.some(insistsOnPolicies) ? { initial: [ANY_POLICY] } : undefined)
  if (policies) checkPolicies(chain, policies)
}

/** §4.2.1.9, §6.1.4 (l), (m): authorities under this one, self-issued ones not counted, nor the last certificate. */
function checkLength(issuer: Certificate, [, ...authorities]: Chain, { maxDepth = MAX_CERTIFICATES }: Trust): void {
  const counted = authorities.filter(({ subject, issuer: by }) => !sameName(subject, by)).length
  const limit = issuer.basicConstraints?.pathLength ?? MAX_CERTIFICATES
  if (counted > Math.min(limit, maxDepth)) throw new EdsError('path-invalid')
}

/** §6.1.3 (a)(2), for the anchor too. Both ends are included, and §4.1.2.5 knows whole seconds only. */
function timeCodes(chain: readonly Certificate[], at: Date): readonly Code[] {
  const second = Math.floor(at.getTime() / 1000) * 1000
  return chain.flatMap((certificate): Code[] => {
    if (second < certificate.notBefore.getTime()) return ['certificate-not-yet-valid']
    return second > certificate.notAfter.getTime() ? ['certificate-expired'] : []
  })
}

/** The first trusted path, else the first indeterminate one, else the first. */
function bestOf(paths: Iterable<Path>): Path | undefined {
  let best: Path | undefined
  for (const path of paths) {
    if (path.codes.length === 0) return path
    const isBetter = best && outcomeOf(best.codes) === 'invalid' && outcomeOf(path.codes) !== 'invalid'
    if (!best || isBetter) best = path
  }
  return best
}

/** An algorithm that we cannot compute is told as such, unless something was found broken too. */
function faultsOf({ faults }: Search): readonly Code[] {
  if (faults.size === 0) return ['path-not-found']
  const onlyUnsupported = faults.size === 1 && faults.has('algorithm-unsupported')
  return onlyUnsupported ? ['algorithm-unsupported'] : ['path-invalid']
}

/** The link to the certificate that was asked about is not kept: there are as many of those as people. */
function remember([, ...authorities]: readonly Certificate[], { verifiedLinks }: Trust): void {
  authorities.forEach((issuer, i) => {
    const subject = authorities[i - 1]
    if (subject) verifiedLinks?.add(linkName(issuer, subject))
    expectAgain(issuer.publicKey)
  })
}

function isAnchor({ encoded }: Certificate, { anchors }: Trust): boolean {
  return anchors.some(anchor => sameBytes(anchor.encoded, encoded))
}

function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return sameName(a.subject, b.subject) && sameBytes(a.publicKey.encoded, b.publicKey.encoded)
}
