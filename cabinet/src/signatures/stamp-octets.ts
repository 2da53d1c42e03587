// A time stamp on any octets: what to ask the authority, and whether its answer holds. RFC 3161.
import { randomBytes } from 'node:crypto'
import { EdsError } from '@otinish/eds/error'
import { linkName, type VerifiedLinks } from '@otinish/eds/path/link'
import { digest } from '@otinish/eds/signature/digest'
import { writeTimestampRequest } from '@otinish/eds/tsp/timestamp-request'
import { readTimestampResponse } from '@otinish/eds/tsp/timestamp-response'
import { verifyTimestamp } from '@otinish/eds/tsp/verify-timestamp'
import type { Certificate } from '@otinish/eds/x509/certificate'
import type { Trust } from './trust.ts'
import type { StampProof } from './whose-signature.ts'

export type StampRequest = {
  readonly stamped: Uint8Array // the octets of the signature, or of whatever else
  readonly request: Uint8Array
  readonly nonce: bigint
}
export type StampReply = Omit<StampRequest, 'request'> & { readonly response: Uint8Array; readonly receivedAt: Date }

/** `until`: when the certificate of the authority of time ends. */
export type GoodStamp = { readonly kind: 'good'; readonly proof: StampProof; readonly until: Date }
export type RefusedStamp = { readonly kind: 'refused'; readonly why: string }

const STREEBOG_512 = '1.2.398.3.10.1.3.3'
const POLICY = '1.2.398.3.3.2.6.4' // stamps of the national authority by its GOST-512 key
export const CLOCK_TOLERANCE = 5 * 60_000 // the same as for an OCSP answer

export function stampRequestOn(octets: Uint8Array): StampRequest {
  const nonce = BigInt(`0x${randomBytes(16).toString('hex')}`)
  const stamped = Uint8Array.from(octets) // its own octets: a view would carry the whole message along
  const imprint = digest('streebog512', stamped)
  const request = writeTimestampRequest({ digestAlgorithm: STREEBOG_512, digest: imprint, nonce, policy: POLICY })
  return { stamped, request, nonce }
}

type Judging = { readonly trust: Trust; readonly verifiedLinks: VerifiedLinks }

/** The stamp, or in a word why it is none. */
export function judgeStamp(reply: StampReply, { trust, verifiedLinks }: Judging): GoodStamp | RefusedStamp {
  const { stamped, response, nonce, receivedAt } = reply
  try {
    const answer = readTimestampResponse(response)
    if (!answer.granted) return refuse(answer.failure ?? answer.status)
    const { stampAnchors: anchors, intermediates } = trust
    const question = { stamped, trust: { anchors, intermediates }, nonce, policy: POLICY, verifiedLinks }
    const { at, authority, chain } = verifyTimestamp(answer.token, question)
    remember(chain, verifiedLinks)
    if (Math.abs(at.getTime() - receivedAt.getTime()) > CLOCK_TOLERANCE) return refuse('another-time')
    const until = chain[0]?.notAfter ?? at
    return { kind: 'good', proof: { at, authority, token: Uint8Array.from(answer.token) }, until }
  } catch (thrown) {
    if (thrown instanceof EdsError) return refuse(thrown.code)
    throw thrown
  }
}

/** A path remembers authorities only; this one's own certificate comes again with every stamp, and there are few. */
function remember(chain: readonly Certificate[], verifiedLinks: VerifiedLinks): void {
  chain.slice(1).forEach((issuer, i) => {
    const subject = chain[i]
    if (subject) verifiedLinks.add(linkName(issuer, subject))
  })
}

function refuse(why: string): RefusedStamp {
  return { kind: 'refused', why }
}
