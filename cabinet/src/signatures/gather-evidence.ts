// The last part of a check, for acts: is the stamp good, and what is kept beside the signature for later. RFC 3161, RFC 5126 §6.
import { extendSignature } from '@otinish/eds/cades/extend-signature'
import { readSignedData } from '@otinish/eds/cms/signed-data'
import { EdsError } from '@otinish/eds/error'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { judgeStamp, type RefusedStamp, type StampReply, type StampRequest, stampRequestOn } from './stamp-octets.ts'
import type { Trust } from './trust.ts'
import type { StampProof } from './whose-signature.ts'

/** A stamp that the signature has brought along and that holds: none of our own is asked for. */
export type BroughtStamp = { readonly brought: StampProof }

/** What to ask the time-stamping authority about the one signature in the CMS. */
export function askForStamp(cms: Uint8Array): StampRequest {
  return stampRequestOn(signatureIn(cms))
}

export type Gathered = {
  readonly kind: 'evidence'
  readonly timestamp: StampProof | null
  readonly extended: Uint8Array | null
}

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
  const judged = !reply || 'brought' in reply ? undefined : judgeStamp(reply, { trust, verifiedLinks })
  if (judged?.kind === 'refused') return judged
  const timestamp = reply && 'brought' in reply ? reply.brought : (judged?.proof ?? null)
  if (!timestamp && ocsp.length === 0) return { kind: 'evidence', timestamp, extended: null }
  const extended = extendSignature(cms, { ocsp, ...(timestamp && { timestamp: timestamp.token }) })
  return { kind: 'evidence', timestamp, extended }
}

function signatureIn(cms: Uint8Array): Uint8Array {
  const [signer] = readSignedData(cms).signers
  if (!signer) throw new EdsError('no-signers')
  return signer.signature
}
