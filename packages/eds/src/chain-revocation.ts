// The revocation of every certificate below the anchor, from all the proofs there are. RFC 5280 §6.3, RFC 6960 §3.2.
import type { Proofs } from './cades/revocation-values.ts'
import { readOrUndefined } from './error.ts'
import { isExhausted } from './path/effort.ts'
import { type Issuance, namesCertificate } from './revocation/certificate-id.ts'
import { type Crl, readCrl } from './revocation/crl.ts'
import { type CrlQuestion, judgeCrls } from './revocation/judge-crl.ts'
import { judgeOcsp } from './revocation/judge-ocsp.ts'
import { type OcspResponse, readOcspResponse } from './revocation/ocsp-response.ts'
import type { RevocationStatus } from './revocation/revocation-status.ts'
import type { Certificate } from './x509/certificate.ts'

/** An answer of a responder; with `receivedAt` a live one, whose nonce and age are judged too. */
export type OcspAnswer = {
  readonly response: Uint8Array // OCSPResponse
  readonly nonce?: Uint8Array
  readonly receivedAt?: Date
}

export type RevocationProofs = { readonly ocsp?: readonly OcspAnswer[]; readonly crls?: readonly Crl[] }

export type RevocationQuestion = {
  readonly at: Date
  readonly proofs: RevocationProofs
  readonly trust: CrlQuestion['trust']
}

const NO_ANSWER: RevocationStatus = { is: 'unknown', why: 'no-answer' }
const OTHER_CERTIFICATE: RevocationStatus = { is: 'unknown', why: 'ocsp-other-certificate' }
const LIMIT_EXCEEDED: RevocationStatus = { is: 'unknown', why: 'limit-exceeded' }
const MAX_ANSWERS = 8 // judged about one certificate, each two signatures; those of the caller come first

/** One status for each certificate of the chain but the anchor, in its order; without a chain, one unknown. */
export function chainRevocation(
  chain: readonly Certificate[],
  question: RevocationQuestion,
): readonly RevocationStatus[] {
  if (chain.length === 0) return [NO_ANSWER]
  return chain.slice(0, -1).map((certificate, i) => {
    const issuer = chain[i + 1]
    return issuer ? statusOf(certificate, issuer, question) : NO_ANSWER
  })
}

/** The proofs given, those first, and those that a message carries. A list that cannot be read proves nothing. */
export function joinProofs({ ocsp = [], crls = [] }: RevocationProofs, embedded: Proofs): RevocationProofs {
  return {
    ocsp: [...ocsp, ...embedded.ocsp.map(response => ({ response }))],
    crls: [...crls, ...embedded.crls.flatMap(der => readOrUndefined(() => readCrl(der)) ?? [])],
  }
}

function statusOf(certificate: Certificate, issuer: Certificate, question: RevocationQuestion): RevocationStatus {
  const { at, trust } = question
  const { ocsp = [], crls = [] } = question.proofs
  const { verifiedLinks, effort = { signatures: 0 } } = trust
  const known = { certificate, issuer, at, crls, effort, ...(verifiedLinks && { verifiedLinks }) }
  const about = ocsp.filter(({ response }) => isAbout(response, known))
  const judged = about.slice(0, MAX_ANSWERS)
  const byOcsp = judged.map(({ response, ...answer }) => judgeOcsp(response, { ...known, ...answer }))
  const byCrls = crls.length > 0 ? [judgeCrls({ certificate, issuer, at, crls, trust: { ...trust, effort } })] : []
  const others = about.length < ocsp.length ? [OTHER_CERTIFICATE] : []
  const unheard = judged.length < about.length || isExhausted(effort) ? [LIMIT_EXCEEDED] : []
  return mostCautious([...byOcsp, ...byCrls, ...unheard, ...others])
}

/** Answers about others are left out before a signature is checked: one message may hold the answers for many. */
function isAbout(response: Uint8Array, issuance: Issuance): boolean {
  const read = readOnce(response)
  if (read?.status !== 'successful') return true // judgeOcsp tells what is wrong
  return read.basic.answers.some(({ id }) => namesCertificate(id, issuance))
}

const READ = new WeakMap<Uint8Array, OcspResponse | 'unreadable'>()

/** The same answers are asked about every certificate of every signer. */
function readOnce(response: Uint8Array): OcspResponse | undefined {
  const read = READ.get(response) ?? readOrUndefined(() => readOcspResponse(response)) ?? 'unreadable'
  READ.set(response, read)
  return read === 'unreadable' ? undefined : read
}

/**
 * Whoever says revoked is believed before whoever says good. So is a responder who says that its authority never issued
 * the certificate: a list cannot tell that. Nor does good count where proofs were left unheard for their number, since one
 * of those may say revoked, and whoever wrote the message chose how many there are. Of proofs that do not speak, the first
 * says why.
 */
function mostCautious(statuses: readonly RevocationStatus[]): RevocationStatus {
  const unknown = statuses.filter(status => status.is === 'unknown')
  return (
    statuses.find(({ is }) => is === 'revoked') ??
    unknown.find(({ why }) => why === 'ocsp-certificate-unknown') ??
    unknown.find(({ why }) => why === 'limit-exceeded') ??
    statuses.find(({ is }) => is === 'good') ??
    unknown[0] ??
    NO_ANSWER
  )
}
