// Everything that can be refused, with its status and its sentence in three languages.
// Pages and /api/v1 (RFC 9457 problem details) say the same words. A new code does not compile without its line.
import type { Localised } from './language.ts'
import { ACCOUNT_PROBLEMS } from './problems-of-accounts.ts'
import { DOCUMENT_PROBLEMS } from './problems-of-documents.ts'
import { QR_PROBLEMS } from './problems-of-qr-signing.ts'
import { REGISTRATION_PROBLEMS } from './problems-of-registration.ts'
import { REQUEST_PROBLEMS } from './problems-of-requests.ts'
import { SHIELD_PROBLEMS } from './problems-of-shield.ts'
import { SIGNATURE_PROBLEMS } from './problems-of-signatures.ts'
import { VERIFICATION_PROBLEMS } from './problems-of-verification.ts'
import { WITHDRAWAL_PROBLEMS } from './problems-of-withdrawal.ts'

export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
  readonly text: Localised
}

export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...WITHDRAWAL_PROBLEMS,
  ...SHIELD_PROBLEMS,
  ...SIGNATURE_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...REGISTRATION_PROBLEMS,
  ...QR_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...VERIFICATION_PROBLEMS,
} as const satisfies Record<string, Problem>

export type ProblemCode = keyof typeof PROBLEMS
