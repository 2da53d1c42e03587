// The first part of a check, all that needs no network: form, mathematics, path, dates, purpose, and who it is.
import { randomBytes } from 'node:crypto'
import type { Code } from '@otinish/eds/code'
import type { Path } from '@otinish/eds/path/find-path'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { describeCertificate, type Report } from '@otinish/eds/report'
import { writeOcspRequest } from '@otinish/eds/revocation/ocsp-request'
import { type Examination, type ExaminedSigner, examineSignature } from '@otinish/eds/verify-signature'
import type { Certificate } from '@otinish/eds/x509/certificate'
import { formatName, type Name, valuesOf } from '@otinish/eds/x509/name'
import { keyKind } from '@otinish/eds/x509/public-key'
import { purposeOf } from '@otinish/eds/x509/purpose'
import { type Iin, parseIin } from '../citizens/iin.ts'
import type { SignatureProblem } from '../web/problems-of-signatures.ts'
import { askForStamp, type BroughtStamp } from './gather-evidence.ts'
import { problemOf, problemOfCode } from './problem-of-code.ts'
import { CLOCK_TOLERANCE, type StampRequest } from './stamp-octets.ts'
import { type Trust, trustOfStamps } from './trust.ts'
import type { RefusedSignature, SignerFacts } from './whose-signature.ts'

export type Examinable = {
  readonly cms: Uint8Array // DER
  readonly content: Uint8Array
  readonly purpose: 'signing' | 'any'
  readonly at: Date
  readonly stamp: boolean // whether a time stamp of our own will be asked for where none was brought along
}

/** All is well so far; what is still to be asked. */
export type Candidate = {
  readonly kind: 'candidate'
  readonly iin: Iin
  readonly certificate: SignerFacts
  readonly chain: readonly Uint8Array[]
  readonly report: Report
  readonly questions: readonly OcspQuestion[] // one for each certificate below the anchor, in the order of the chain
  readonly stamp: StampRequest | BroughtStamp | undefined
}

export type OcspQuestion = {
  readonly responder: 'gost' | 'rsa' // by the key of the issuer
  readonly request: Uint8Array
  readonly nonce: Uint8Array
}

const GOST_POLICY = '1.2.398.3.3.2' // of the national authority's GOST-2015 certificates
const ACCEPTED_KEYS = new Set(['gost2015-512', 'gost2015-256', 'rsa']) // GOST-2004 never for a new act
const NONCE_OCTETS = 32 // the length that RFC 9654 §2.1 asks of clients, and the longest of RFC 8954 §2.1

/** Never throws for bad input: that is a refusal. */
export function examine(input: Examinable, trust: Trust, verifiedLinks: VerifiedLinks): Candidate | RefusedSignature {
  const { cms, stamp, ...question } = input
  const { anchors, intermediates } = trust
  const receipt = { tolerance: CLOCK_TOLERANCE } // a stamp proves when it was made, and never moves the judging time
  const known = { anchors, intermediates, verifiedLinks, receipt, ...trustOfStamps(trust) }
  const verdict = judge(examineSignature(cms, { ...question, ...known }))
  const isWanted = stamp && verdict.kind === 'candidate' && !verdict.stamp
  return isWanted ? { ...verdict, stamp: askForStamp(cms) } : verdict
}

function judge({ report, signers }: Examination): Candidate | RefusedSignature {
  const [signer, ...others] = signers
  if (!signer) return refuse(problemOf(report.reasons), report.reasons)
  if (others.length > 0) return refuse('signature-several-signers', report.reasons)
  const broken = report.reasons.find(reason => problemOfCode(reason) !== undefined && !LATER.has(reason))
  if (broken) return refuse(problemOf(report.reasons), report.reasons)
  const { certificate, chain } = signer
  const iin = holderOf(certificate)
  if (typeof iin !== 'object') return refuse(iin, report.reasons)
  if (report.outcome !== 'valid' || !certificate) return refuse(problemOf(report.reasons), report.reasons)
  const against = refutedBy(signer)
  if (against) return refuse(problemOf([against]), [against])
  return {
    kind: 'candidate',
    iin: iin.iin,
    certificate: signerFacts(certificate),
    chain: chain.map(one => Uint8Array.from(one.encoded)), // its own octets: a view would carry the whole message along
    report,
    questions: questionsOf(chain),
    stamp: broughtBy(signer),
  }
}

/** As NCALayer and eGov Mobile put one on a signature. RFC 5126 §6.1.1. */
function broughtBy({ timestamp }: ExaminedSigner): BroughtStamp | undefined {
  if (!timestamp) return undefined
  const { at, authority, token } = timestamp
  return { brought: { at, authority, token: Uint8Array.from(token) } }
}

/** Of a signature that holds by itself, in no CMS: whose it is, and what is still to be asked of the authority. */
export function candidateOf(certificate: Certificate, { chain, codes }: Path): Candidate | RefusedSignature {
  const iin = holderOf(certificate)
  if (typeof iin !== 'object') return refuse(iin, codes)
  if (codes.length > 0) return refuse(problemOf(codes), codes)
  return {
    kind: 'candidate',
    iin: iin.iin,
    certificate: signerFacts(certificate),
    chain: chain.map(one => Uint8Array.from(one.encoded)),
    report: { outcome: 'valid', reasons: [], signers: [] },
    questions: questionsOf(chain),
    stamp: undefined,
  }
}

/** Whoever checks later judges by the stamp: one from outside the certificate's time would speak against the act for ever. */
function refutedBy({ timestamp, certificate }: ExaminedSigner): Code | undefined {
  if (!timestamp || !certificate) return undefined
  if (timestamp.at < certificate.notBefore) return 'certificate-not-yet-valid'
  return timestamp.at > certificate.notAfter ? 'certificate-expired' : undefined
}

/** Told only of a signature that is otherwise in order: a company's expired key is a company's key first. */
const LATER: ReadonlySet<Code> = new Set([
  ...(['certificate-expired', 'certificate-not-yet-valid'] as const),
  ...(['purpose-mismatch', 'timestamp-invalid'] as const),
])

/** Who holds the certificate: one person in their own name, with a key and a policy for acts of today. */
function holderOf(certificate: Certificate | undefined): { iin: Iin } | SignatureProblem {
  if (!certificate) return 'signature-untrusted'
  const iin = parseIin(certificate.person.iin ?? '')
  const personal = certificate.roles.length === 1 && certificate.roles[0] === 'individual'
  if (!iin || !personal || certificate.person.bin !== undefined) return 'signature-not-personal'
  if (purposeOf(certificate) === 'other') return 'signature-not-for-signing' // neither for signing nor for signing in
  const kind = keyKind(certificate.publicKey)
  if (!ACCEPTED_KEYS.has(kind)) return 'signature-untrusted'
  if (kind.startsWith('gost') && !certificate.policies.includes(GOST_POLICY)) return 'signature-untrusted'
  return { iin }
}

export function signerFacts(certificate: Certificate): SignerFacts {
  const { subject, issuer, notAfter } = certificate
  const { serial, algorithm } = describeCertificate(certificate)
  return { commonName: commonName(subject), issuer: commonName(issuer), serial, algorithm, notAfter }
}

/** A control character would hide words, and NUL stop the record. */
function commonName(name: Name): string {
  return (valuesOf(name, '2.5.4.3')[0] ?? formatName(name)).replace(/\p{Cc}/gu, ' ')
}

/** What the authority is to be asked about each certificate below the anchor. */
export function questionsOf(chain: readonly Certificate[]): OcspQuestion[] {
  return chain.slice(0, -1).flatMap((certificate, i) => {
    const issuer = chain[i + 1]
    if (!issuer) return []
    const nonce = new Uint8Array(randomBytes(NONCE_OCTETS))
    const responder = keyKind(issuer.publicKey).startsWith('gost') ? ('gost' as const) : ('rsa' as const)
    return [{ responder, request: writeOcspRequest({ certificate, issuer, nonce }), nonce }]
  })
}

export function refuse(code: SignatureProblem, reasons: readonly Code[]): RefusedSignature {
  return { kind: 'refusal', code, reasons }
}
