// Who signs the challenge? It is spent, whatever comes of it; the signature says whose it is; nobody comes in by this alone.
import type { Iin } from '../citizens/iin.ts'
import type { SignatureQuestion, SignatureVerdict, SignerFacts } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Purpose } from './purpose.ts'

type Needs = {
  readonly useChallenge: (
    ...used: readonly [id: string, starter: string, purpose: Purpose, now: Date]
  ) => Promise<{ readonly text: string; readonly madeAt: Date } | undefined>
  readonly whoseSignature: (question: SignatureQuestion) => Promise<SignatureVerdict>
  readonly now: () => Date
}

export type SignedChallenge = {
  readonly challenge: string
  readonly cms: string
  readonly starter: string | undefined
  readonly purpose: Purpose
}

export type Identified =
  | {
      readonly kind: 'identified'
      readonly iin: Iin
      readonly since: Date // when the challenge was made: the signature is no older
      readonly certificate: SignerFacts
      readonly signs: boolean // the key is good for signing documents too
    }
  | { readonly kind: 'refusal'; readonly code: ProblemCode; readonly judged: boolean } // judged: a signature was looked at

/** An individual's certificate for authentication or for signing (the newest national keys have no other). */
export const identify =
  (needs: Needs) =>
  async ({ challenge, cms, starter, purpose }: SignedChallenge): Promise<Identified> => {
    const now = needs.now()
    if (cms.trim() === '') return { kind: 'refusal', code: 'signature-missing', judged: false }
    const used = starter === undefined ? undefined : await needs.useChallenge(challenge, starter, purpose, now)
    if (!used) return { kind: 'refusal', code: 'challenge-expired', judged: false }
    const content = new TextEncoder().encode(used.text)
    const verdict = await needs.whoseSignature({ cms, content, purpose: 'any', at: now })
    if (verdict.kind === 'refusal') return { kind: 'refusal', code: verdict.code, judged: true }
    if (verdict.kind === 'unknown') return { kind: 'refusal', code: NOT_NOW[verdict.why], judged: true } // fails closed
    const signs = verdict.report.signers[0]?.certificate?.purpose === 'signing'
    return { kind: 'identified', iin: verdict.iin, since: used.madeAt, certificate: verdict.certificate, signs }
  }

/** What cannot be checked just now is not refused for good: the page makes a new challenge when one presses again. */
const NOT_NOW = {
  'revocation-unknown': 'signature-not-checkable',
  'timestamp-unavailable': 'signature-not-checkable',
  busy: 'signature-check-busy',
  'check-ended': 'signature-check-ended', // refused at once: nothing of it is kept, and another signature is a moment's work
} as const satisfies Record<Extract<SignatureVerdict, { kind: 'unknown' }>['why'], ProblemCode>
