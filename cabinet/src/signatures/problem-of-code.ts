// What each code of the verifier means to a person.
import type { Code } from '@otinish/eds/code'
import type { SignatureProblem } from '../web/problems-of-signatures.ts'

/** A new code does not compile until it has its line here. */
const PROBLEM_OF: Readonly<Record<Code, SignatureProblem | undefined>> = {
  'limit-exceeded': 'signature-unreadable',
  'container-invalid': 'signature-unreadable',
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
  'certificate-revoked': 'signature-certificate-revoked',
  'revocation-unknown': 'signature-untrusted',
  'purpose-mismatch': 'signature-not-for-signing',
  'certificate-expired': 'signature-certificate-expired',
  'certificate-not-yet-valid': 'signature-certificate-not-yet-valid',
  'timestamp-over-content': undefined,
}

/** The problem of one code; undefined for what is told and does not matter. */
export function problemOfCode(code: Code): SignatureProblem | undefined {
  return PROBLEM_OF[code]
}

/** The problem of the most important of them. */
export function problemOf(reasons: readonly Code[]): SignatureProblem {
  for (const reason of reasons) {
    const problem = PROBLEM_OF[reason]
    if (problem) return problem
  }
  return 'signature-invalid'
}
