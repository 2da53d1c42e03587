// One question: whose signature is this? An individual's, valid at that moment, over that content, for that purpose;
// or a refusal that says in one word what is wrong.
import type { Code } from '@otinish/eds/code'
import { decodeMaybePem } from '@otinish/eds/pem'
import type { Report } from '@otinish/eds/report'
import { type Examination, type ExaminedSigner, examineSignature } from '@otinish/eds/verify-signature'
import type { Certificate } from '@otinish/eds/x509/certificate'
import { keyKind } from '@otinish/eds/x509/public-key'
import { purposeOf } from '@otinish/eds/x509/purpose'
import { type Iin, parseIin } from '../citizens/iin.ts'
import type { SignatureProblem } from '../web/problems-of-signatures.ts'
import type { Trust } from './trust.ts'

export type SignatureQuestion = {
  readonly cms: Uint8Array | string // DER, base64 or PEM
  readonly content: Uint8Array // attached or not, this is what must have been signed
  readonly purpose: 'signing' | 'any'
  readonly at: Date
}

export type SignatureVerdict =
  | {
      readonly kind: 'signer'
      readonly iin: Iin
      readonly certificate: Certificate
      readonly chain: readonly Certificate[]
      readonly report: Report
      readonly revocation: 'unchecked'
    }
  | { readonly kind: 'refusal'; readonly code: SignatureProblem; readonly reasons: readonly Code[] }

const MAX_CMS = 512 * 1024 // a statement, its signature, a time stamp and evidence stay far below

const GOST_POLICY = '1.2.398.3.3.2' // of the national authority's GOST-2015 certificates
const ACCEPTED_KEYS = new Set(['gost2015-512', 'gost2015-256', 'rsa']) // GOST-2004 never for a new act

/** Asks the question of a CMS. Bad input is a refusal, never an exception. */
export const whoseSignature =
  (trust: Trust) =>
  async (question: SignatureQuestion): Promise<SignatureVerdict> => {
    const cms = decodeMaybePem(question.cms)
    if (!looksLikeCms(cms)) return refuse('signature-unreadable', [])
    const { content, purpose, at } = question
    const examination = examineSignature(cms, { content, purpose, at, ...trust })
    return judge(examination)
  }

/** A first look, cheap enough to be taken before anything is written down. */
export function looksLikeCms(der: Uint8Array): boolean {
  return der.length > 0 && der.length <= MAX_CMS && der[0] === 0x30
}

function judge({ report, signers }: Examination): SignatureVerdict {
  const [signer, ...others] = signers
  if (!signer) return refuse(problemOf(report.reasons), report.reasons)
  if (others.length > 0) return refuse('signature-several-signers', report.reasons)
  const broken = report.reasons.find(reason => PROBLEM_OF[reason] !== undefined && !LATER.has(reason))
  if (broken) return refuse(problemOf(report.reasons), report.reasons)
  const holder = holderOf(signer)
  if (typeof holder === 'string') return refuse(holder, report.reasons)
  if (report.outcome !== 'valid') return refuse(problemOf(report.reasons), report.reasons)
  return { kind: 'signer', ...holder, chain: signer.chain, report, revocation: 'unchecked' }
}

/** Told only of a signature that is otherwise in order: a company's expired key is a company's key first. */
const LATER: ReadonlySet<Code> = new Set(['certificate-expired', 'certificate-not-yet-valid', 'purpose-mismatch'])

/** Who holds the certificate: one person in their own name, with a key and a policy for acts of today. */
function holderOf({ certificate }: ExaminedSigner): { iin: Iin; certificate: Certificate } | SignatureProblem {
  if (!certificate) return 'signature-untrusted'
  const iin = parseIin(certificate.person.iin ?? '')
  const personal = certificate.roles.length === 1 && certificate.roles[0] === 'individual'
  if (!iin || !personal || certificate.person.bin !== undefined) return 'signature-not-personal'
  if (purposeOf(certificate) === 'other') return 'signature-not-for-signing' // neither for signing nor for signing in
  const kind = keyKind(certificate.publicKey)
  if (!ACCEPTED_KEYS.has(kind)) return 'signature-untrusted'
  if (kind.startsWith('gost') && !certificate.policies.includes(GOST_POLICY)) return 'signature-untrusted'
  return { iin, certificate }
}

/** What each code of the verifier means to a person. A new code does not compile until it has its line here. */
const PROBLEM_OF: Readonly<Record<Code, SignatureProblem | undefined>> = {
  'limit-exceeded': 'signature-unreadable',
  'der-invalid': 'signature-unreadable',
  'not-signed-data': 'signature-unreadable',
  'no-signers': 'signature-unreadable',
  'content-mismatch': 'signature-other-document',
  'message-digest-mismatch': 'signature-other-document',
  'content-missing': 'signature-other-document',
  'signed-attributes-missing': 'signature-invalid',
  'attribute-missing': 'signature-invalid',
  'attribute-duplicated': 'signature-invalid',
  'content-type-mismatch': 'signature-invalid',
  'algorithm-unsupported': 'signature-invalid',
  'algorithm-mismatch': 'signature-invalid',
  'signature-malformed': 'signature-invalid',
  'signature-invalid': 'signature-invalid',
  'ess-mismatch': 'signature-invalid',
  'timestamp-invalid': 'signature-invalid',
  'certificate-missing': 'signature-untrusted',
  'path-invalid': 'signature-untrusted',
  'path-not-found': 'signature-untrusted',
  'certificate-revoked': 'signature-untrusted',
  'revocation-unknown': 'signature-untrusted',
  'purpose-mismatch': 'signature-not-for-signing',
  'certificate-expired': 'signature-certificate-expired',
  'certificate-not-yet-valid': 'signature-certificate-not-yet-valid',
  'timestamp-over-content': undefined,
}

function problemOf(reasons: readonly Code[]): SignatureProblem {
  for (const reason of reasons) {
    const problem = PROBLEM_OF[reason]
    if (problem) return problem
  }
  return 'signature-invalid'
}

function refuse(code: SignatureProblem, reasons: readonly Code[]): SignatureVerdict {
  return { kind: 'refusal', code, reasons }
}
