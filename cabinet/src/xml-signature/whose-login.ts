// Who asks for the document? A person whose key for authentication signed this very address, just now, and is not revoked.
import type { Iin } from '../citizens/iin.ts'
import { askAuthorities, patienceOf, type SignatureNeeds } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'

export type LoginQuestion = {
  readonly xml: string
  readonly url: string // API №2 of the operation, as the phone was told it
  readonly at: Date
  readonly until: number // by `performance.now()`: so long the phone waits
}

export type LoginVerdict =
  | { readonly kind: 'person'; readonly iin: Iin }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

const TOLERANCE = 5 * 60_000 // between the phone's clock and ours

export const whoseLogin =
  (needs: SignatureNeeds) =>
  async ({ xml, url, at, until }: LoginQuestion): Promise<LoginVerdict> => {
    const patience = patienceOf(needs, until)
    const examined = await needs.pool.run(needs.lane, 'examineLogin', { xml, at }, patience.threads)
    if (examined.kind === 'busy') return refuse('signature-check-busy')
    if (examined.kind === 'ended') return refuse('signature-check-ended')
    const candidate = examined.value
    if (candidate === 'another-key') return refuse('qr-login-key')
    if (candidate.kind === 'refusal') return refuse(candidate.code)
    const { login } = candidate
    if (login.url !== url || Math.abs(login.at.getTime() - at.getTime()) > TOLERANCE) return refuse('qr-login-other')
    const verdict = await askAuthorities(needs, { candidate, at, patience })
    if (verdict.kind === 'refusal') return refuse(verdict.code)
    if (verdict.kind === 'unknown')
      return refuse(verdict.why === 'busy' ? 'signature-check-busy' : 'signature-not-checkable')
    return { kind: 'person', iin: verdict.iin }
  }

function refuse(code: ProblemCode): LoginVerdict {
  return { kind: 'refusal', code }
}
