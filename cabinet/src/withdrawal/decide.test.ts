import { describe, expect, it } from 'vitest'
import { KIND_IDS, type KindId } from '../applications/kinds.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { decideReceipt, decideSigner, MAX_REFUSED, type Standing, withdrawability } from './decide.ts'

const IN_HALF_AN_HOUR = new Date(TODAY.getTime() + 30 * 60_000)
const DRAFT = { version: 3, expiresAt: IN_HALF_AN_HOUR, refused: 0 }
const standing = (difference: Partial<Standing> = {}): Standing => ({
  kind: 'bank-details',
  state: 'accepted',
  version: 3,
  ...difference,
})

describe('withdrawal of an application', () => {
  it('is allowed for a change of bank details and for both IPM transfers while «Өңдеуге қабылданды» (S-71 … S-73)', () => {
    for (const kind of ['bank-details', 'tr-ipm-choose', 'tr-ipm-return'] as const)
      expect(withdrawability(kind, 'accepted')).toEqual({ allowed: true, methods: ['eds'] })
  })

  it('is not allowed for payments, insurance transfers and refunds, whatever their status (S-79)', () => {
    const withdrawable = KIND_IDS.filter(kind => withdrawability(kind, 'accepted').allowed)
    expect(withdrawable).toEqual(['tr-ipm-choose', 'tr-ipm-return', 'bank-details'])
    const never: readonly KindId[] = ['pay-age', 'ls-housing', 'tr-insurance', 'vpc-refund']
    for (const kind of never)
      expect(withdrawability(kind, 'executed')).toEqual({ allowed: false, reason: 'kind-is-final' })
  })

  it.each([
    ['executed', 'already-executed', 'even one filed by mistake (S-75)'],
    ['executing', 'execution-started', 'the fund has begun (O-12)'],
    ['refused', 'already-refused', 'there is nothing left to withdraw'],
    ['withdrawn', 'already-withdrawn', 'once is enough'],
    ['withdrawing', 'withdrawal-being-checked', 'a signature is being checked'],
    ['unclear', 'status-unclear', 'absence is never permission'],
  ] as const)('is not allowed when %s: %s, %s', (state, reason, _) => {
    expect(withdrawability('bank-details', state)).toEqual({ allowed: false, reason })
  })
})

describe('a signature under a statement', () => {
  it('is received while the application is as it was when the statement was drawn up', () => {
    expect(decideReceipt(standing(), DRAFT, TODAY)).toBe('receive')
  })

  it.each([
    [{ state: 'executed' }, 'already-closed'],
    [{ state: 'refused' }, 'already-closed'],
    [{ state: 'withdrawn' }, 'already-closed'],
    [{ state: 'executing' }, 'execution-started'],
    [{ state: 'withdrawing' }, 'withdrawal-being-checked'],
    [{ state: 'unclear' }, 'status-unclear'],
    [{ kind: 'ls-housing' }, 'kind-is-final'],
    [{ version: 4 }, 'draft-overtaken'],
  ] as const)('is not received when the application is %j: %s', (difference, code) => {
    expect(decideReceipt(standing(difference), DRAFT, TODAY)).toBe(code)
  })

  it('is not received after half an hour, to the millisecond', () => {
    expect(decideReceipt(standing(), DRAFT, new Date(IN_HALF_AN_HOUR.getTime() - 1))).toBe('receive')
    expect(decideReceipt(standing(), DRAFT, IN_HALF_AN_HOUR)).toBe('draft-expired')
  })

  it('is not received once twenty others under the same statement were refused', () => {
    expect(decideReceipt(standing(), { ...DRAFT, refused: MAX_REFUSED - 1 }, TODAY)).toBe('receive')
    expect(decideReceipt(standing(), { ...DRAFT, refused: MAX_REFUSED }, TODAY)).toBe('draft-used-up')
  })

  it('is told the true state of the application before anything about the statement', () => {
    expect(decideReceipt(standing({ state: 'withdrawn', version: 9 }), DRAFT, IN_HALF_AN_HOUR)).toBe('already-closed')
  })

  it('counts when it is the applicant’s own, and from nobody else', () => {
    expect(decideSigner(AIGERIM.iin, AIGERIM.iin)).toBe('withdraw')
    expect(decideSigner(AIGERIM.iin, SERIK.iin)).toBe('signature-wrong-person')
  })
})
