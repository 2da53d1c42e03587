// From a certificate up to a trust anchor. RFC 5280 §6.1, the path found by RFC 4158 §2.4 (forward, depth first).
import { sameBytes } from '../bytes.ts'
import { type Code, inOrder } from '../code.ts'
import { codeOf, EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkCriticalExtensions, linkName, mayHaveIssued, type VerifiedLinks, verifyLink } from './link.ts'

export type Trust = {
  /** Authorities trusted for what they are, self-signed or not. Never taken from a message. None: no path at all. */
  readonly anchors: readonly Certificate[]
  /** Certificates that may stand between; they are trusted only as far as a path through them is verified. */
  readonly intermediates: readonly Certificate[]
  readonly at: Date
  readonly verifiedLinks?: VerifiedLinks
  /** Shared by the searches for the signers of one message, so that many signers do not mean many times the work. */
  readonly effort?: Effort
}

/** How many signatures were checked in looking for paths. */
export type Effort = { signatures: number }

/** `chain` from the certificate to its anchor, or nothing. Trusted when there are no `codes`. */
export type Path = { readonly chain: readonly Certificate[]; readonly codes: readonly Code[] }

const MAX_CERTIFICATES = 8 // in one path, anchor included; the national hierarchy has three
const MAX_SIGNATURES = 64 // checked for one message, so that look-alike authorities cannot make it long

/**
 * The best path there is: trusted; or complete but not in time (`certificate-…`); or broken (`path-invalid`,
 * `algorithm-unsupported`, `limit-exceeded`); or none (`path-not-found`).
 */
export function findPath(certificate: Certificate, trust: Trust): Path {
  const { verifiedLinks, effort = { signatures: 0 } } = trust
  const search: Search = { trust, verified: new Set(verifiedLinks), effort, faults: new Set() }
  try {
    checkCriticalExtensions(certificate)
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

/** Every complete path that begins with these certificates, each of which has been verified under the next. */
function* completions(chain: readonly [Certificate, ...Certificate[]], search: Search): Generator<Path> {
  const top = chain.at(-1) ?? chain[0]
  if (search.trust.anchors.some(anchor => sameBytes(anchor.encoded, top.encoded))) {
    yield { chain, codes: timeCodes(chain, search.trust.at) }
    return
  }
  if (chain.length >= MAX_CERTIFICATES) return
  for (const issuer of issuersOf(top, chain, search.trust)) {
    if (isVerified(issuer, chain, search)) yield* completions([...chain, issuer], search)
  }
}

/** Anchors first; a certificate whose name and key are already in the path would only make a loop. */
function issuersOf(top: Certificate, chain: readonly Certificate[], trust: Trust): readonly Certificate[] {
  return [...trust.anchors, ...trust.intermediates].filter(
    candidate => mayHaveIssued(candidate, top) && !chain.some(above => isSameAuthority(above, candidate)),
  )
}

function isVerified(issuer: Certificate, chain: readonly [Certificate, ...Certificate[]], search: Search): boolean {
  const subject = chain.at(-1) ?? chain[0]
  const name = linkName(issuer, subject)
  try {
    checkPathLength(issuer, chain)
    if (!search.verified.has(name) && ++search.effort.signatures > MAX_SIGNATURES) throw new EdsError('limit-exceeded')
    verifyLink(issuer, subject, search.verified)
    search.verified.add(name)
    return true
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === 'limit-exceeded') throw thrown
    search.faults.add(code)
    return false
  }
}

/** §4.2.1.9, §6.1.4 (l), (m): authorities under this one, self-issued ones not counted, nor the last certificate. */
function checkPathLength(issuer: Certificate, [, ...authorities]: readonly Certificate[]): void {
  const limit = issuer.basicConstraints?.pathLength
  const counted = authorities.filter(({ subject, issuer: by }) => !sameBytes(subject.encoded, by.encoded))
  if (limit !== undefined && counted.length > limit) throw new EdsError('path-invalid')
}

/** §6.1.3 (a)(2), for the anchor too. */
function timeCodes(chain: readonly Certificate[], at: Date): readonly Code[] {
  const codes = chain.flatMap((certificate): Code[] => {
    if (at < certificate.notBefore) return ['certificate-not-yet-valid']
    return at > certificate.notAfter ? ['certificate-expired'] : []
  })
  return inOrder(codes)
}

/** The first path that is in time, else the first. */
function bestOf(paths: Iterable<Path>): Path | undefined {
  let best: Path | undefined
  for (const path of paths) {
    if (path.codes.length === 0) return path
    best ??= path
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
  })
}

function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return sameBytes(a.subject.encoded, b.subject.encoded) && sameBytes(a.publicKey.encoded, b.publicKey.encoded)
}
