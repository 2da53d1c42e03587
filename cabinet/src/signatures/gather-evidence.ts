// The last part of a check, for acts: is the stamp good, and what is kept beside the signature for later. RFC 3161, RFC 5126 §6.
import { randomBytes } from 'node:crypto'
import { extendSignature } from '@otinish/eds/cades/extend-signature'
import { readSignedData } from '@otinish/eds/cms/signed-data'
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
  readonly stamped: Uint8Array // the octets of the signature
  readonly request: Uint8Array
  readonly nonce: bigint
}
/** A stamp that the signature has brought along and that holds: none of our own is asked for. */
export type BroughtStamp = { readonly brought: StampProof }
export type StampReply = Omit<StampRequest, 'request'> & { readonly response: Uint8Array; readonly receivedAt: Date }

const STREEBOG_512 = '1.2.398.3.10.1.3.3'
const POLICY = '1.2.398.3.3.2.6.4' // stamps of the national authority by its GOST-512 key
export const CLOCK_TOLERANCE = 5 * 60_000 // the same as for an OCSP answer

/** What to ask the time-stamping authority about the one signature in the CMS. */
export function askForStamp(cms: Uint8Array): StampRequest {
  const nonce = BigInt(`0x${randomBytes(16).toString('hex')}`)
  const stamped = Uint8Array.from(signatureIn(cms)) // its own octets: a view would carry the whole message along
  const imprint = digest('streebog512', stamped)
  const request = writeTimestampRequest({ digestAlgorithm: STREEBOG_512, digest: imprint, nonce, policy: POLICY })
  return { stamped, request, nonce }
}

export type Gathered = {
  readonly kind: 'evidence'
  readonly timestamp: StampProof | null
  readonly extended: Uint8Array | null
}
export type RefusedStamp = { readonly kind: 'refused'; readonly why: string }

export type EvidenceInput = {
  readonly cms: Uint8Array
  readonly reply: StampReply | BroughtStamp | undefined // undefined: no stamp is wanted
  readonly ocsp: readonly Uint8Array[]
}

/** The stamp judged, and the CMS with stamp and answers beside the untouched signature. */
export function gatherEvidence(
  input: EvidenceInput,
  trust: Trust,
  verifiedLinks: VerifiedLinks,
): Gathered | RefusedStamp {
  const { cms, reply, ocsp } = input
  const timestamp = !reply ? null : 'brought' in reply ? reply.brought : judgeStamp(reply, { trust, verifiedLinks })
  if (timestamp && 'kind' in timestamp) return timestamp
  if (!timestamp && ocsp.length === 0) return { kind: 'evidence', timestamp, extended: null }
  const extended = extendSignature(cms, { ocsp, ...(timestamp && { timestamp: timestamp.token }) })
  return { kind: 'evidence', timestamp, extended }
}

type Judging = { readonly trust: Trust; readonly verifiedLinks: VerifiedLinks }

/** The stamp, or in a word why it is none. */
function judgeStamp(
  { stamped, response, nonce, receivedAt }: StampReply,
  { trust, verifiedLinks }: Judging,
): StampProof | RefusedStamp {
  try {
    const answer = readTimestampResponse(response)
    if (!answer.granted) return refuse(answer.failure ?? answer.status)
    const { stampAnchors: anchors, intermediates } = trust
    const question = { stamped, trust: { anchors, intermediates }, nonce, policy: POLICY, verifiedLinks }
    const { at, authority, chain } = verifyTimestamp(answer.token, question)
    remember(chain, verifiedLinks)
    const late = Math.abs(at.getTime() - receivedAt.getTime()) > CLOCK_TOLERANCE
    return late ? refuse('another-time') : { at, authority, token: Uint8Array.from(answer.token) }
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

function signatureIn(cms: Uint8Array): Uint8Array {
  const [signer] = readSignedData(cms).signers
  if (!signer) throw new EdsError('no-signers')
  return signer.signature
}
