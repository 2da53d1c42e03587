// The second part of a check: what the authority says of each certificate of the chain, by its answer or by its lists.
import { readFileSync } from 'node:fs'
import { DerError } from '@otinish/eds/der/error'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { type Crl, readCrl } from '@otinish/eds/revocation/crl'
import { judgeCrls } from '@otinish/eds/revocation/judge-crl'
import { judgeOcsp } from '@otinish/eds/revocation/judge-ocsp'
import type { RevocationStatus } from '@otinish/eds/revocation/revocation-status'
import { type Certificate, readCertificate } from '@otinish/eds/x509/certificate'
import { describeLists } from './list-names.ts'
import type { Trust } from './trust.ts'

export type RevocationQuestion = {
  readonly chain: readonly Uint8Array[] // DER, from the signer to the anchor
  readonly at: Date // when the signature was received
  readonly now: Date
  readonly answers: readonly (OcspReply | undefined)[] // in the order of the chain; undefined: the responder is silent
  readonly lists: readonly string[] // files that are never rewritten; none unless lists may stand in for answers
}

export type OcspReply = { readonly response: Uint8Array; readonly nonce: Uint8Array; readonly receivedAt: Date }

/** What a thread keeps between questions: authorities' verified links, and lists, which take a second to read. */
export type Kept = { readonly verifiedLinks: VerifiedLinks; readonly crls: Map<string, Crl> }

/** The status of each certificate below the anchor. Never throws for a bad answer: that makes `unknown`. */
export function judgeRevocation(question: RevocationQuestion, trust: Trust, kept: Kept): readonly RevocationStatus[] {
  const chain = question.chain.map(readCertificate)
  return chain.slice(0, -1).map((certificate, i) => {
    const issuer = chain[i + 1] ?? certificate
    const link = { certificate, issuer, at: question.at }
    const reply = question.answers[i]
    const status = reply ? byAnswer(link, reply, kept) : NO_ANSWER
    return mayAskLists(status) && question.lists.length > 0
      ? byLists({ ...link, at: later(question) }, question.lists, trust, kept)
      : status
  })
}

/** An authority that does not know the certificate has spoken; a list, which names the revoked only, would hide that. */
function mayAskLists(status: RevocationStatus): boolean {
  return status.is === 'unknown' && status.why !== 'ocsp-certificate-unknown'
}

type Link = { readonly certificate: Certificate; readonly issuer: Certificate; readonly at: Date }

const NO_ANSWER: RevocationStatus = { is: 'unknown', why: 'no-answer' }

/**
 * As of the answer, where that came later than the signature: of one that was held nobody outside could tell that it was
 * made before the revocation, so its stamp and proofs would speak against it for ever.
 */
function byAnswer(link: Link, { response, nonce, receivedAt }: OcspReply, { verifiedLinks }: Kept): RevocationStatus {
  const at = receivedAt > link.at ? receivedAt : link.at
  return judgeOcsp(response, { ...link, at, nonce, receivedAt, verifiedLinks })
}

/** Lists speak as of now, for the same reason. */
function later({ at, now }: RevocationQuestion): Date {
  return now > at ? now : at
}

function byLists(link: Link, files: readonly string[], trust: Trust, kept: Kept): RevocationStatus {
  const crls = listsIn(files, kept.crls)
  const { anchors, intermediates } = trust
  const status = judgeCrls({ ...link, crls, trust: { anchors, intermediates, verifiedLinks: kept.verifiedLinks } })
  return status.is === 'unknown' ? status : { ...status, proof: describeLists(crls, link.issuer) } // a list is of 22 MB
}

/** Those read before are taken from memory, those no longer in use are let go. */
function listsIn(files: readonly string[], known: Map<string, Crl>): readonly Crl[] {
  for (const file of known.keys()) if (!files.includes(file)) known.delete(file)
  return files.flatMap(file => {
    const crl = known.get(file) ?? readList(file)
    if (crl) known.set(file, crl)
    return crl ? [crl] : []
  })
}

/** Undefined for a file that is gone, cut short or no list: it says nothing. */
export function readList(file: string): Crl | undefined {
  try {
    return readCrl(readFileSync(file))
  } catch (thrown) {
    const isUnreadable = thrown instanceof DerError || (thrown instanceof Error && 'syscall' in thrown)
    if (isUnreadable) return undefined
    throw thrown
  }
}
