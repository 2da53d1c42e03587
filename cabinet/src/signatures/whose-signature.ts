// One question: whose signature is this? An individual's, valid at that moment, over that content, for that purpose, by
// a certificate that its authority calls good; or a refusal that says in one word what is wrong; or that nobody can say now.
import type { Code } from '@otinish/eds/code'
import { decodeMaybePem } from '@otinish/eds/pem'
import type { Report } from '@otinish/eds/report'
import type { RevocationStatus } from '@otinish/eds/revocation/revocation-status'
import type { Iin } from '../citizens/iin.ts'
import type { Log } from '../web/access-log.ts'
import type { SignatureProblem } from '../web/problems-of-signatures.ts'
import type { Ask } from './ask.ts'
import type { Candidate } from './examine.ts'
import type { BroughtStamp, Gathered } from './gather-evidence.ts'
import type { OcspReply } from './judge-revocation.ts'
import type { LaneName } from './pool.ts'
import type { RevocationLists } from './revocation-lists.ts'
import type { StampReply } from './stamp-octets.ts'
import type { VerificationPool } from './verification-pool.ts'

export type SignatureQuestion = {
  readonly cms: Uint8Array | string // DER, base64 or PEM
  readonly content: Uint8Array // attached or not, this is what must have been signed
  readonly purpose: 'signing' | 'any'
  /** The moment of receipt. No stamp or time inside the CMS moves it. */
  readonly at: Date
  /** Evidence for years is wanted: the time stamp that it brings along or one of ours (when TSP_URL is set), and the extended CMS. */
  readonly stamp?: true
  /** By `performance.now()`, where whoever asks cannot wait for `timeoutMs`: for threads and authorities together. */
  readonly until?: number | undefined
}

export type SignatureVerdict = SignerVerdict | RefusedSignature | UnknownSignature

/** An individual's own signature, valid at that moment, by a certificate that was not revoked. */
export type SignerVerdict = {
  readonly kind: 'signer'
  readonly iin: Iin
  readonly certificate: SignerFacts
  readonly chain: readonly Uint8Array[] // DER, from the signer to the anchor
  readonly report: Report
  readonly revocation: RevocationProof
  readonly timestamp: StampProof | null // asked with `stamp: true`, brought along or by TSP_URL
  readonly extended: Uint8Array | null // asked with `stamp: true`: the CMS with stamp and revocation-values added
}

/** The signature is no good: another try with the same bytes gives the same. */
export type RefusedSignature = {
  readonly kind: 'refusal'
  readonly code: SignatureProblem
  readonly reasons: readonly Code[]
}

/**
 * The authority is silent, or we have too much to do: nothing is wrong with the signature itself, ask again later. Or its check
 * took a thread's whole time or the thread itself: that may have been the machine once, and is the signature when it happens again.
 */
export type UnknownSignature = {
  readonly kind: 'unknown'
  readonly why: 'revocation-unknown' | 'timestamp-unavailable' | 'busy' | 'check-ended'
  /** Whose it is, if it holds; undefined when nothing was looked at yet. */
  readonly iin: Iin | undefined
}

/** What is shown of a certificate; control characters are taken out, so that no word can be hidden. */
export type SignerFacts = {
  readonly commonName: string
  readonly issuer: string // its common name
  readonly serial: string // hexadecimal
  readonly algorithm: string
  readonly notAfter: Date
}

export type RevocationProof = {
  readonly status: 'good'
  readonly source: 'ocsp' | 'crl'
  readonly at: Date // the moment of which the authority speaks
  readonly proof: Uint8Array // the OCSP response; of revocation lists, their names and hashes in JSON
}

export type StampProof = {
  readonly at: Date
  readonly authority: string // its common name
  readonly token: Uint8Array // DER, a CMS over TSTInfo
}

export type Authorities = {
  readonly ocsp: { readonly gost: Ask; readonly rsa: Ask }
  readonly timestamp: Ask | undefined // undefined: no stamps
  readonly lists: Pick<RevocationLists, 'files' | 'keepUsed'> | undefined // present: they may stand in for answers
}

export type SignatureNeeds = {
  readonly lane: LaneName
  readonly pool: Pick<VerificationPool, 'run'>
  readonly authorities: Authorities
  readonly timeoutMs: number // for everything together, the waiting for a thread too
  readonly now: () => Date
  readonly log: Log
}

const MAX_CMS = 512 * 1024 // a statement, its signature, a time stamp and evidence stay far below

/**
 * Asks the question of a CMS. Bad input is a refusal, never an exception. The cheap comes first: whatever does not hold
 * by itself costs no authority a request.
 */
export const whoseSignature =
  (needs: SignatureNeeds) =>
  async (question: SignatureQuestion): Promise<SignatureVerdict> => {
    const cms = decodeMaybePem(question.cms)
    if (!looksLikeCms(cms)) return { kind: 'refusal', code: 'signature-unreadable', reasons: [] }
    const { content, purpose, at, stamp = false } = question
    const stamped = stamp && needs.authorities.timestamp !== undefined
    const patience = patienceOf(needs, question.until)
    const asked = { cms, content, purpose, at, stamp: stamped }
    const examined = await needs.pool.run(needs.lane, 'examine', asked, patience.threads)
    if (examined.kind === 'busy') needs.log('warn', 'signature-check-busy')
    if (examined.kind !== 'done') return { kind: 'unknown', why: WHY_UNDONE[examined.kind], iin: undefined }
    if (examined.value.kind === 'refusal') return examined.value
    return check({ ...needs, cms, at, stamp, candidate: examined.value, patience })
  }

const WHY_UNDONE = { busy: 'busy', ended: 'check-ended' } as const

/** When who takes part in a check is given up: the authorities a little sooner, so that what is known by then is still judged. */
export type Patience = { readonly threads: AbortSignal; readonly authorities: AbortSignal }

const FOR_AUTHORITIES = 0.8

/** All of it ends in `timeoutMs`, or at `until`, by `performance.now()`, if that is sooner. */
export function patienceOf({ timeoutMs }: Pick<SignatureNeeds, 'timeoutMs'>, until = Infinity): Patience {
  const left = Math.max(0, Math.min(timeoutMs, until - performance.now()))
  const part = (share: number) => AbortSignal.timeout(Math.floor(left * share))
  return { threads: part(1), authorities: part(FOR_AUTHORITIES) }
}

/** A first look, cheap enough to be taken before anything is written down. */
export function looksLikeCms(der: Uint8Array): boolean {
  return der.length > 0 && der.length <= MAX_CMS && der[0] === 0x30
}

type Check = SignatureNeeds & {
  readonly cms: Uint8Array
  readonly at: Date
  readonly stamp: boolean
  readonly candidate: Candidate
  readonly patience: Patience
}

/** Whose it is when it came in no CMS and holds by itself: a signature that opens something and is kept nowhere. */
export function askAuthorities(needs: SignatureNeeds, asked: Pick<Check, 'candidate' | 'at' | 'patience'>) {
  return check({ ...needs, ...asked, cms: new Uint8Array(), stamp: false })
}

/** What needs the authorities: revocation first, then the stamp. */
async function check(work: Check): Promise<SignatureVerdict> {
  const { candidate, pool, log, authorities, patience } = work
  const { chain } = candidate
  const unknown = (why: UnknownSignature['why']) => ({ kind: 'unknown', why, iin: candidate.iin }) as const
  const answers = await askOcsp(work)
  const lists = authorities.lists?.files() ?? []
  const question = { chain, at: work.at, now: work.now(), answers, lists }
  const judged = await pool.run(work.lane, 'judgeRevocation', question, patience.threads)
  if (judged.kind === 'ended') return unknown('revocation-unknown') // by the authority's words, not by the signature
  if (judged.kind === 'busy') return unknown('busy')
  const statuses = judged.value
  if (statuses.some(({ is }) => is === 'revoked')) return REVOKED
  const good = statuses.filter(status => status.is === 'good')
  const [own] = good
  if (!own || good.length < chain.length - 1) {
    log('warn', 'revocation-unknown', {
      why: statuses.flatMap(status => (status.is === 'unknown' ? [status.why] : [])),
    })
    return work.now() > candidate.certificate.notAfter ? EXPIRED : unknown('revocation-unknown')
  }
  if (good.some(({ source }) => source === 'crl')) authorities.lists?.keepUsed(lists)
  const evidence = work.stamp ? await gather(work, good) : NO_EVIDENCE
  if (typeof evidence === 'string') return unknown(evidence)
  const { timestamp } = evidence
  if (timestamp && timestamp.at > candidate.certificate.notAfter) return EXPIRED
  return verdictOf(candidate, own, evidence)
}

const REVOKED: RefusedSignature = {
  kind: 'refusal',
  code: 'signature-certificate-revoked',
  reasons: ['certificate-revoked'],
}

/**
 * Held until its certificate had ended. `good` is only said of certificates in their time (RFC 6960 §2.2), and a stamp of now
 * would speak against the signature for ever; with another certificate it can be signed again.
 */
const EXPIRED: RefusedSignature = {
  kind: 'refusal',
  code: 'signature-certificate-expired',
  reasons: ['certificate-expired'],
}
const NO_EVIDENCE: Gathered = { kind: 'evidence', timestamp: null, extended: null }

/** All certificates at once; there is almost always one. */
function askOcsp({ candidate, authorities, patience }: Check): Promise<(OcspReply | undefined)[]> {
  const asked = candidate.questions.map(async ({ responder, request, nonce }) => {
    const answer = await authorities.ocsp[responder](request, patience.authorities)
    return answer.kind === 'answer' ? { ...answer.value, nonce } : undefined
  })
  return Promise.all(asked)
}

type Good = Extract<RevocationStatus, { is: 'good' }>

async function gather(work: Check, good: readonly Good[]): Promise<Gathered | UnknownSignature['why']> {
  const { pool, cms, log, patience } = work
  const reply = await askForStamp(work)
  if (reply === 'silent') return 'timestamp-unavailable'
  const ocsp = good.filter(({ source }) => source === 'ocsp').map(({ proof }) => proof)
  const gathered = await pool.run(work.lane, 'gatherEvidence', { cms, reply, ocsp }, patience.threads)
  if (gathered.kind !== 'done') return WHY_UNDONE[gathered.kind]
  if (gathered.value.kind === 'evidence') return gathered.value
  log('error', 'timestamp-refused', { why: gathered.value.why })
  return 'timestamp-unavailable'
}

/** Undefined: none is wanted. One that the signature has brought along is as good as ours. */
async function askForStamp({
  candidate,
  authorities,
  patience,
}: Check): Promise<StampReply | BroughtStamp | undefined | 'silent'> {
  if (!candidate.stamp || 'brought' in candidate.stamp) return candidate.stamp
  if (!authorities.timestamp) return undefined
  const { stamped, request, nonce } = candidate.stamp
  const answer = await authorities.timestamp(request, patience.authorities)
  return answer.kind === 'silent' ? 'silent' : { ...answer.value, stamped, nonce }
}

function verdictOf(candidate: Candidate, own: Good, { timestamp, extended }: Gathered): SignerVerdict {
  const { iin, certificate, chain, report } = candidate
  const { source, at, proof } = own
  const revocation = { status: 'good', source, at, proof } as const
  return {
    kind: 'signer',
    iin,
    certificate,
    chain,
    report: completed(report, own, timestamp),
    revocation,
    timestamp,
    extended,
  }
}

/** The report was made before the authority was asked. */
function completed(report: Report, { source, at }: Good, stamp: StampProof | null): Report {
  const revocation = { status: 'good', source, at: at.toISOString() } as const
  const timestamp = stamp && ({ at: stamp.at.toISOString(), outcome: 'valid', authority: stamp.authority } as const)
  return { ...report, signers: report.signers.map(signer => ({ ...signer, revocation, timestamp })) }
}
