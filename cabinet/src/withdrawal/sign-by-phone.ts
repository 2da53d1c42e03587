// A signature that came from eGov Mobile completes the withdrawal as one from the page does: the same checks, the same record.
// No page is asked: whoever's browser is gone has signed all the same.
import type { Case, Judgement } from '../qr-signing/judge-signatures.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { SignInput } from './sign-draft.ts'
import type { SignOutcome } from './withdrawal.ts'

type Sign = (input: SignInput) => Promise<SignOutcome>

/** Received is signed, also when nobody can say in time whether it is good: the signature is held, and the person is told on the page. */
export const signByPhone =
  (sign: Sign) =>
  async ({ draft, expected, signatures, until, ended }: Case): Promise<Judgement> => {
    const [signature] = signatures
    if (!draft || !expected || !signature) throw new Error('a signature by phone under no statement')
    const outcome = await sign({ draftId: draft, cms: signature.cms, by: 'qr', until, sentBefore: ended })
    if (outcome.kind !== 'refusal') return { kind: 'signer', signer: expected, checked: outcome.kind === 'withdrawn' }
    const { code, registration } = outcome
    // Another signature is being checked, and may turn out to count for nothing: then this one does, when it is sent again.
    if (code === 'withdrawal-being-checked') return { kind: 'not-now', code }
    return { kind: 'refusal', code: toldOf(code, registration) }
  }

/** The phone is told how it was closed, as the page tells it, and of another person in the phone's own words. */
function toldOf(code: ProblemCode, registration: string | undefined): ProblemCode {
  if (code === 'already-closed' && registration) return 'already-withdrawn'
  return code === 'signature-wrong-person' ? 'qr-wrong-person' : code
}
