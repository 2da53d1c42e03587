// Is this signature the applicant's own, under this very statement? The verifier's answer becomes proof, a reason, or "not yet".
import type { SignatureQuestion, SignatureVerdict } from '../signatures/whose-signature.ts'
import { decideSigner } from './decide.ts'
import type { DraftRow } from './draft-store.ts'
import type { Proof } from './evidence.ts'
import type { Judgement } from './settle.ts'
import type { Attempt } from './signature-store.ts'

export type WhoseSignature = (question: SignatureQuestion) => Promise<SignatureVerdict>

/** Judged is the moment of receipt, also when a crash or a silent authority made us late. A stamp of our own is asked for. */
export const judgeSignature =
  (whose: WhoseSignature) =>
  async (attempt: Attempt, draft: DraftRow, until?: number): Promise<Judgement> => {
    const { cms, received_at: at } = attempt
    const verdict = await whose({ cms, content: draft.document, purpose: 'signing', at, stamp: true, until })
    if (verdict.kind === 'refusal') return { kind: 'bad', code: verdict.code }
    if (verdict.kind === 'unknown' && verdict.iin === undefined) return { kind: 'unknown', why: verdict.why }
    const decision = decideSigner(draft.iin, verdict.iin ?? '')
    if (decision !== 'withdraw') return { kind: 'bad', code: decision } // a stranger's is not held while the authority is silent
    if (verdict.kind === 'unknown') return { kind: 'unknown', why: verdict.why }
    return { kind: 'good', proof: proofOf(verdict) }
  }

function proofOf(verdict: Extract<SignatureVerdict, { kind: 'signer' }>): Proof {
  const { certificate, chain, report, revocation, timestamp, extended } = verdict
  return { certificate, chain, report, revocation, timestamp, extended }
}
