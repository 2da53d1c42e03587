import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import type { SignatureQuestion, SignatureVerdict, UnknownSignature } from '../signatures/whose-signature.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import type { DraftRow } from './draft-store.ts'
import { judgeSignature } from './judge.ts'
import type { Attempt } from './signature-store.ts'
import { aSigner, PROOF } from './test-judgements.ts'

const iinOf = ({ iin }: { iin: string }) => {
  const parsed = parseIin(iin)
  if (!parsed) throw new Error('not an IIN')
  return parsed
}
const draft = { iin: AIGERIM.iin, document: Buffer.from('%PDF') } as DraftRow
const attempt = { cms: Buffer.from('cms'), received_at: TODAY } as Attempt

async function judge(verdict: SignatureVerdict, until?: number) {
  const asked: SignatureQuestion[] = []
  const whose = async (question: SignatureQuestion) => {
    asked.push(question)
    return verdict
  }
  return { judgement: await judgeSignature(whose)(attempt, draft, until), asked }
}
const unknown = (why: UnknownSignature['why'], iin?: UnknownSignature['iin']) =>
  ({ kind: 'unknown', why, iin }) as const

describe('the judgement of a signature', () => {
  it('asks for the moment of receipt, a signing certificate and a stamp of our own', async () => {
    const { asked } = await judge(aSigner(iinOf(AIGERIM)))
    expect(asked).toEqual([{ cms: attempt.cms, content: draft.document, purpose: 'signing', at: TODAY, stamp: true }])
  })

  it('lasts no longer than whoever asked can wait', async () => {
    expect((await judge(aSigner(iinOf(AIGERIM)), 7_000)).asked).toMatchObject([{ until: 7_000 }])
  })

  it('is good with its whole proof when it is the applicant’s own', async () => {
    expect((await judge(aSigner(iinOf(AIGERIM)))).judgement).toEqual({ kind: 'good', proof: PROOF })
  })

  it('is bad when it is somebody else’s, also while the authority is silent: a stranger’s holds nothing', async () => {
    const bad = { kind: 'bad', code: 'signature-wrong-person' }
    expect((await judge(aSigner(iinOf(SERIK)))).judgement).toEqual(bad)
    expect((await judge(unknown('revocation-unknown', iinOf(SERIK)))).judgement).toEqual(bad)
  })

  it('is not known while the authority is silent or the queue is full', async () => {
    const silent = await judge(unknown('revocation-unknown', iinOf(AIGERIM)))
    expect(silent.judgement).toEqual({ kind: 'unknown', why: 'revocation-unknown' })
    for (const why of ['busy', 'check-ended'] as const)
      expect((await judge(unknown(why))).judgement).toEqual({ kind: 'unknown', why })
  })

  it('is bad with the verifier’s reason', async () => {
    const refused = { kind: 'refusal', code: 'signature-certificate-revoked', reasons: [] } as const
    expect((await judge(refused)).judgement).toEqual({ kind: 'bad', code: 'signature-certificate-revoked' })
  })
})
