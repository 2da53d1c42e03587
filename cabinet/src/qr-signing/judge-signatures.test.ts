import { describe, expect, it } from 'vitest'
import { type Iin, parseIin } from '../citizens/iin.ts'
import type { SignatureQuestion, SignatureVerdict } from '../signatures/whose-signature.ts'
import { judgeSignatures } from './judge-signatures.ts'

const AT = new Date('2026-06-16T07:00:00Z')
const UNTIL = 7_000
const iin = (text: string): Iin => parseIin(text) ?? expect.fail()
const [AIGERIM, SERIK] = [iin('851315400107'), iin('781515300300')]

/** Answers by the name in place of the signature; what was asked is written down. */
function desk(answers: Readonly<Record<string, SignatureVerdict | Iin>>) {
  const asked: SignatureQuestion[] = []
  const judge = judgeSignatures(async question => {
    asked.push(question)
    const answer = answers[String(question.cms)] ?? expect.fail()
    return typeof answer === 'string' ? ({ kind: 'signer', iin: answer } as SignatureVerdict) : answer
  })
  return { asked, judge }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const documents = (...signers: string[]) => signers.map((cms, i) => ({ cms, content: bytes(`document ${i}`) }))
const REFUSED: SignatureVerdict = { kind: 'refusal', code: 'signature-invalid', reasons: [] }
const ENDED: SignatureVerdict = { kind: 'unknown', why: 'check-ended', iin: undefined }
const BUSY: SignatureVerdict = { kind: 'unknown', why: 'busy', iin: undefined }

describe('the signatures of several documents', () => {
  const { judge, asked } = desk({ a: AIGERIM, s: SERIK, bad: REFUSED, busy: BUSY, ended: ENDED })
  const one = (signers: string[], expected?: Iin) =>
    judge({
      key: 'signing',
      expected,
      draft: undefined,
      signatures: documents(...signers),
      at: AT,
      until: UNTIL,
      ended: false,
    })

  it.each([
    ['one person’s all of them', ['a', 'a'], undefined, { kind: 'signer', signer: AIGERIM, checked: true }],
    ['two persons’', ['a', 's'], undefined, { kind: 'refusal', code: 'qr-wrong-person' }],
    ['those of the one who has to sign', ['a', 'a'], AIGERIM, { kind: 'signer', signer: AIGERIM, checked: true }],
    ['those of somebody else', ['s', 's'], AIGERIM, { kind: 'refusal', code: 'qr-wrong-person' }],
    ['a good one and a bad one', ['a', 'bad'], undefined, { kind: 'refusal', code: 'signature-invalid' }],
    [
      'a good one and one that cannot be checked now',
      ['a', 'busy'],
      undefined,
      { kind: 'not-now', code: 'signature-check-busy' },
    ],
    ['one whose check ended its thread', ['ended'], undefined, { kind: 'refusal', code: 'signature-check-ended' }],
    ['none', [], undefined, { kind: 'refusal', code: 'qr-unsigned' }],
  ] as const)('%s', async (_, signers, expected, judgement) => {
    expect(await one([...signers], expected)).toEqual(judgement)
  })

  it('are asked for over our own bytes, for the purpose and the moment of receipt, all of them while the phone waits', async () => {
    asked.length = 0
    await one(['a', 'a'])
    expect(asked).toEqual(
      documents('a', 'a').map(signature => ({ ...signature, purpose: 'signing', at: AT, until: UNTIL })),
    )
  })
})
