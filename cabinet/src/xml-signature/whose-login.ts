// Who asks for the document? A person whose key for authentication signed this very address, just now, and is not revoked.
import type { Iin } from '../citizens/iin.ts'
import { askAuthorities, type SignatureNeeds } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'

export type LoginQuestion = {
  readonly xml: string
  readonly url: string // API №2 of the operation, as the phone was told it
  readonly at: Date
}

export type LoginVerdict =
  | { readonly kind: 'person'; readonly iin: Iin }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

const TOLERANCE = 5 * 60_000 // between the phone's clock and ours
const PATIENCE_MS = 7_000 // of the phone

export const whoseLogin =
  (needs: SignatureNeeds) =>
  async ({ xml, url, at }: LoginQuestion): Promise<LoginVerdict> => {
    const whole = AbortSignal.timeout(Math.min(needs.timeoutMs, PATIENCE_MS))
    const examined = await needs.pool.run(needs.lane, 'examineLogin', { xml, at })
    if (examined.kind !== 'done') return refuse('signature-check-busy')
    const candidate = examined.value
    if (candidate === 'another-key') return refuse('qr-login-key')
    if (candidate.kind === 'refusal') return refuse(candidate.code)
    const { login } = candidate
    if (login.url !== url || Math.abs(login.at.getTime() - at.getTime()) > TOLERANCE) return refuse('qr-login-other')
    const verdict = await askAuthorities(needs, { candidate, at, whole })
    if (verdict.kind === 'refusal') return refuse(verdict.code)
    return verdict.kind === 'unknown' ? refuse('signature-not-checkable') : { kind: 'person', iin: verdict.iin }
  }

function refuse(code: ProblemCode): LoginVerdict {
  return { kind: 'refusal', code }
}
