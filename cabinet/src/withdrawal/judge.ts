// Is this signature the applicant's own, under this very statement? The verifier's answer becomes proof or a reason.
import { formatName, valuesOf } from '@otinish/eds/x509/name'
import type { SignatureQuestion, SignatureVerdict } from '../signatures/whose-signature.ts'
import { decideSigner } from './decide.ts'
import type { DraftRow } from './draft-store.ts'
import type { Judgement, Proof } from './settle.ts'
import type { Attempt } from './signature-store.ts'
import type { SignerCertificate } from './withdrawal.ts'

export type WhoseSignature = (question: SignatureQuestion) => Promise<SignatureVerdict>

/** Dates are judged at the moment of receipt, also when a crash made us late. */
export const judgeSignature =
  (whose: WhoseSignature) =>
  async (attempt: Attempt, draft: DraftRow): Promise<Judgement> => {
    const question = { cms: attempt.cms, content: draft.document, purpose: 'signing', at: attempt.received_at } as const
    const verdict = await whose(question)
    if (verdict.kind === 'refusal') return { kind: 'bad', code: verdict.code }
    const decision = decideSigner(draft.iin, verdict.iin)
    if (decision !== 'withdraw') return { kind: 'bad', code: decision }
    return { kind: 'good', proof: proofOf(verdict) }
  }

type Signer = Extract<SignatureVerdict, { kind: 'signer' }>

function proofOf({ certificate, chain, report, revocation }: Signer): Proof {
  return {
    certificate: describe(certificate, report),
    chain: chain.map(one => one.encoded),
    report,
    revocation,
  }
}

function describe({ subject, issuer, notAfter }: Signer['certificate'], report: Signer['report']): SignerCertificate {
  const told = report.signers[0]?.certificate
  const common = (name: typeof subject) => printable(valuesOf(name, '2.5.4.3')[0] ?? formatName(name))
  return {
    commonName: common(subject),
    issuer: common(issuer),
    serial: told?.serial ?? '',
    algorithm: told?.algorithm ?? '',
    notAfter,
  }
}

/** As it is shown; the certificate itself is kept beside it. A control character would hide words, and NUL stop the record. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}
