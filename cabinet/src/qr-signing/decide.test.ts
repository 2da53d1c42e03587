import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { completionRefusal, decideAnswer, type PhoneAnswer, servingRefusal, stateAt } from './decide.ts'
import type { Operation, Progress } from './operation.ts'

const MADE = new Date('2026-06-16T07:00:00Z')
const at = (minutes: number) => new Date(MADE.getTime() + minutes * 60_000)
const METHOD = 'CMS_WITH_DATA'
const AIGERIM = parseIin('851315400107') ?? expect.fail()

const WAITING: Progress = { is: 'waiting' }
const SCANNED: Progress = { is: 'scanned', problem: undefined }
const SIGNED: Progress = { is: 'signed', at: at(4), answer: 'good', signer: AIGERIM }
const COMPLETED: Progress = { ...SIGNED, is: 'completed' }
const FAILED: Progress = { is: 'failed', answer: 'bad', problem: 'signature-invalid' }
const DECLINED: Progress = { is: 'declined' }
const CANCELLED: Progress = { is: 'cancelled' }

function operation(progress: Progress): Operation {
  const title = { kk: 'а', ru: 'б', en: 'c' }
  return {
    purpose: 'sign-in',
    language: 'kk',
    confirmation: 47,
    next: undefined,
    expected: undefined,
    draft: undefined,
    overtaken: false,
    given: 0,
    madeAt: MADE,
    expiresAt: at(5),
    progress,
    sameDevice: false,
    documents: [1, 2].map(id => ({ id, title, meta: [], mime: 'text/plain', bytes: new Uint8Array([id]) })),
  }
}

function signed(hash: string, ids: readonly number[] = [1, 2], method = METHOD): PhoneAnswer {
  return { kind: 'documents', method, hash, documents: ids.map(id => ({ id, data: `signature ${id}` })) }
}

describe('an operation', () => {
  it.each([
    ['waiting', WAITING, 4.99, 'waiting'],
    ['waiting, its time over', WAITING, 5, 'expired'],
    ['scanned', SCANNED, 4.99, 'scanned'],
    ['scanned, its time over', SCANNED, 5, 'expired'],
    ['signed in time, while the page may go on', SIGNED, 8.99, 'signed'],
    ['signed, but the page never went on', SIGNED, 9, 'expired'],
    ['completed, for good', COMPLETED, 50, 'completed'],
    ['declined, for good', DECLINED, 50, 'declined'],
    ['cancelled, for good', CANCELLED, 50, 'cancelled'],
    ['failed, for good', FAILED, 50, 'failed'],
  ] as const)('that is %s', (_, progress, minutes, state) => {
    expect(stateAt(operation(progress), at(minutes))).toBe(state)
  })
})

describe('the phone is told what to sign', () => {
  it.each([
    ['while it waits', WAITING, 1, undefined],
    ['when it scans again', SCANNED, 1, undefined],
    ['not when the time is over', WAITING, 5, 'qr-not-found'],
    ['not once it is signed', SIGNED, 4, 'qr-used'],
    ['not once the page went on', COMPLETED, 4, 'qr-used'],
    ['not once it was declined', DECLINED, 4, 'qr-closed'],
    ['not once the page cancelled', CANCELLED, 4, 'qr-closed'],
    ['not after a signature that was no good', FAILED, 4, 'qr-closed'],
  ] as const)('%s', (_, progress, minutes, code) => {
    expect(servingRefusal(operation(progress), at(minutes))).toBe(code)
  })
})

describe('what the phone sends', () => {
  const decide = (progress: Progress, answer: PhoneAnswer, minutes = 1) =>
    decideAnswer(operation(progress), METHOD, answer, { at: at(minutes), again: false })
  const empty: PhoneAnswer = { kind: 'empty' }
  const declined: PhoneAnswer = { kind: 'declined' }
  const refusal = (code: string) => ({ kind: 'refusal', code })
  const before = { kind: 'done-before' }

  it('is checked document by document over our own bytes, in whatever order it comes', () => {
    expect(decide(SCANNED, signed('x', [2, 1]))).toEqual({
      kind: 'check',
      ended: false,
      hash: 'x',
      signatures: [
        { cms: 'signature 1', content: new Uint8Array([1]) },
        { cms: 'signature 2', content: new Uint8Array([2]) },
      ],
    })
  })

  it.each([
    ['a refusal by the person ends it', SCANNED, declined, { kind: 'decline' }],
    ['nothing at all is not a signature', SCANNED, empty, refusal('qr-unsigned')],
    ['too few documents', SCANNED, signed('x', [1]), refusal('qr-other-documents')],
    ['too many documents', SCANNED, signed('x', [1, 2, 3]), refusal('qr-other-documents')],
    ['one document twice', SCANNED, signed('x', [1, 1]), refusal('qr-other-documents')],
    ['other documents', SCANNED, signed('x', [1, 3]), refusal('qr-other-documents')],
    ['another method', SCANNED, signed('x', [1, 2], 'XML'), refusal('qr-form-unused')],
    ['a signature by somebody who was not told what to sign', WAITING, signed('x'), refusal('qr-not-found')],
    ['the same signature again', SIGNED, signed('good'), before],
    ['the same again after the page went on', COMPLETED, signed('good'), before],
    ['an empty third PUT', COMPLETED, empty, before],
    ['another signature after it', SIGNED, signed('other'), refusal('qr-used')],
    ['a refusal after the signature', SIGNED, declined, refusal('qr-used')],
    ['the same bad signature again', FAILED, signed('bad'), refusal('signature-invalid')],
    ['a good signature after a bad one', FAILED, signed('good'), refusal('qr-closed')],
    ['a refusal again', DECLINED, declined, before],
    ['a signature after a refusal', DECLINED, signed('good'), refusal('qr-closed')],
    ['a signature after the page cancelled', CANCELLED, signed('good'), refusal('qr-closed')],
    ['a refusal after the page cancelled', CANCELLED, declined, refusal('qr-closed')],
  ] as const)('%s', (_, progress, answer, decision) => {
    expect(decide(progress, answer)).toEqual(decision)
  })

  it('counts until the last moment and not after it', () => {
    expect(decide(SCANNED, signed('x'), 4.99).kind).toBe('check')
    expect(decide(SCANNED, signed('x'), 5)).toEqual(refusal('qr-expired'))
    expect(decide(SIGNED, signed('good'), 60)).toEqual(before) // a repeat is late for nothing
  })

  it('under a statement, sent again after somebody ended the code, is looked for among what was received; else it is over', () => {
    const again = { at: at(1), again: true }
    for (const progress of [CANCELLED, DECLINED, FAILED]) {
      const statement = { ...operation(progress), draft: 'd-1', given: 1 }
      expect(decideAnswer(statement, METHOD, signed('x'), again)).toMatchObject({ kind: 'check', ended: true })
      expect(decideAnswer(statement, METHOD, signed('x'), { ...again, again: false })).toEqual(refusal('qr-closed'))
      expect(decideAnswer(operation(progress), METHOD, signed('x'), again)).toEqual(refusal('qr-closed'))
    }
  })

  it('is unsigned when it is what was served', () => {
    const served = [1, 2].map(id => ({ id, data: Buffer.from([id]).toString('base64') }))
    const answer: PhoneAnswer = { kind: 'documents', method: METHOD, hash: 'x', documents: served }
    expect(decide(SCANNED, answer)).toEqual(refusal('qr-unsigned'))
  })
})

describe('the page goes on', () => {
  it.each([
    ['when it is signed', SIGNED, 'sign-in', 5, undefined],
    ['not for another purpose', SIGNED, 'rehearsal', 5, 'qr-other-purpose'],
    ['not twice', COMPLETED, 'sign-in', 5, 'qr-used'],
    ['not too late', SIGNED, 'sign-in', 9, 'qr-expired'],
    ['not before', WAITING, 'sign-in', 1, 'qr-not-signed'],
    ['not while the person is still deciding', SCANNED, 'sign-in', 1, 'qr-not-signed'],
    ['not after a refusal', DECLINED, 'sign-in', 1, 'qr-closed'],
    ['not after a bad signature', FAILED, 'sign-in', 1, 'qr-closed'],
  ] as const)('%s', (_, progress, purpose, minutes, code) => {
    expect(completionRefusal(operation(progress), purpose, at(minutes))).toBe(code)
  })
})
