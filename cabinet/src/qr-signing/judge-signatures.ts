// Whose signatures are these? All of them one person's, and of the person who is expected; or why not; or nobody can say now.

import type { Iin } from '../citizens/iin.ts'
import type { SignatureQuestion, SignatureVerdict, UnknownSignature } from '../signatures/whose-signature.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { SignatureToCheck } from './decide.ts'
import type { Operation } from './operation.ts'
import type { QrPurpose } from './purpose.ts'

export type Judgement =
  | { readonly kind: 'signer'; readonly signer: Iin; readonly checked: boolean } // else received, and not yet known to be theirs
  | { readonly kind: 'refusal'; readonly code: ProblemCode }
  | { readonly kind: 'not-now'; readonly code: ProblemCode } // the same may be sent again

export type Case = {
  readonly key: QrPurpose['key']
  readonly expected: Operation['expected']
  readonly draft: Operation['draft']
  readonly signatures: readonly SignatureToCheck[]
  readonly at: Date // the moment of receipt
  readonly until: number // by `performance.now()`: so long the phone waits
  readonly ended: boolean // the code, in another way: only what was received before that counts
}

/** One after another: there is almost always one. What is signed are our own stored bytes, never what came along. */
export const judgeSignatures =
  (whoseSignature: (question: SignatureQuestion) => Promise<SignatureVerdict>) =>
  async ({ key, expected, signatures, at, until }: Case): Promise<Judgement> => {
    let signer: Iin | undefined
    for (const { cms, content } of signatures) {
      const verdict = await whoseSignature({ cms, content, purpose: key, at, until })
      if (verdict.kind === 'refusal') return { kind: 'refusal', code: verdict.code }
      if (verdict.kind === 'unknown')
        return verdict.why === 'check-ended' // nothing of it is kept, and another signature is a moment's work
          ? { kind: 'refusal', code: 'signature-check-ended' }
          : { kind: 'not-now', code: NOT_NOW[verdict.why] }
      if (verdict.iin !== (expected ?? signer ?? verdict.iin)) return { kind: 'refusal', code: 'qr-wrong-person' }
      signer = verdict.iin
    }
    return signer ? { kind: 'signer', signer, checked: true } : { kind: 'refusal', code: 'qr-unsigned' }
  }

const NOT_NOW = {
  'revocation-unknown': 'signature-not-checkable',
  'timestamp-unavailable': 'signature-not-checkable',
  busy: 'signature-check-busy',
} as const satisfies Record<Exclude<UnknownSignature['why'], 'check-ended'>, ProblemCode>
