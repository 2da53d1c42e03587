import { describe, expect, it } from 'vitest'
import { STATES } from '../applications/application.ts'
import { KIND_IDS } from '../applications/kinds.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import {
  decideReceipt,
  decideSettlement,
  decideSigner,
  isKept,
  MAX_REFUSED,
  recogniseRepeat,
  type Standing,
  withdrawability,
} from './decide.ts'
import type { Attempt } from './signature-store.ts'
import { ENDED, GOOD, PROOF, REVOKED, SILENT } from './test-judgements.ts'

const IN_HALF_AN_HOUR = new Date(TODAY.getTime() + 30 * 60_000)
const DRAFT = { version: 3, expiresAt: IN_HALF_AN_HOUR, refused: 0, stopped: false }
const standing = (difference: Partial<Standing> = {}): Standing => ({
  kind: 'bank-details',
  state: 'accepted',
  version: 3,
  ...difference,
})

describe('withdrawal of an application', () => {
  it('is allowed for a change of bank details and for both IPM transfers while «Өңдеуге қабылданды» (S-71 … S-73)', () => {
    for (const kind of ['bank-details', 'tr-ipm-choose', 'tr-ipm-return'] as const)
      expect(withdrawability(kind, 'accepted')).toEqual({ allowed: true, methods: ['eds', 'qr'] })
  })

  it('is not allowed for payments, insurance transfers and refunds, whatever their status (S-79)', () => {
    const withdrawable = KIND_IDS.filter(kind => withdrawability(kind, 'accepted').allowed)
    expect(withdrawable).toEqual(['tr-ipm-choose', 'tr-ipm-return', 'bank-details'])
    const never = KIND_IDS.filter(kind => !withdrawable.includes(kind))
    expect(never).toEqual(expect.arrayContaining(['pay-age', 'ls-housing', 'tr-insurance', 'vpc-refund']))
    for (const kind of never)
      for (const state of STATES)
        expect(withdrawability(kind, state), `${kind}, ${state}`).toEqual({ allowed: false, reason: 'kind-is-final' })
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
  it('does not count once the person has said «бұл мен емес»; the true state of the application is told first', () => {
    const stopped = { ...DRAFT, stopped: true }
    expect(decideReceipt(standing(), stopped, TODAY)).toBe('draft-stopped')
    expect(decideReceipt(standing(), stopped, IN_HALF_AN_HOUR)).toBe('draft-stopped')
    expect(decideReceipt(standing({ state: 'executing' }), stopped, TODAY)).toBe('execution-started')
  })

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

const sent = (hash: number, key: string | null) =>
  ({ cms_sha256: Buffer.from([hash]), idempotency_key: key, state: 'rejected' }) as Attempt

describe('a signature that is sent again', () => {
  it('is known by its CMS or by its key, and under a known key nothing else is taken', () => {
    const before = [sent(1, 'k-1'), sent(2, null)]
    expect(recogniseRepeat(before, sent(1, 'k-1'))).toBe(before[0])
    expect(recogniseRepeat(before, sent(1, null))).toBe(before[0])
    expect(recogniseRepeat(before, sent(2, 'k-2'))).toBe(before[1])
    expect(recogniseRepeat(before, sent(2, 'k-1'))).toBe('mismatch') // the key speaks first
    expect(recogniseRepeat(before, sent(3, 'k-1'))).toBe('mismatch')
    expect(recogniseRepeat(before, sent(3, null))).toBeUndefined()
  })

  it('is kept when it came too late to count, and no more than twenty of them', () => {
    expect(isKept('execution-started', { refused: MAX_REFUSED - 1 })).toBe(true)
    expect(isKept('already-closed', { refused: MAX_REFUSED })).toBe(false)
    expect(isKept('withdrawal-being-checked', { refused: 0 })).toBe(false)
  })
})

describe('a signature that was checked', () => {
  const HOLD = { tries: 0, checks_ended: 0, give_up_at: new Date(TODAY.getTime() + 60_000) }

  it('withdraws when it is good, gives back when it is bad, and is held while nobody can say', () => {
    expect(decideSettlement(GOOD, HOLD, TODAY)).toEqual({ is: 'withdraw', proof: PROOF })
    expect(decideSettlement(REVOKED, HOLD, TODAY)).toEqual({ is: 'give-back', code: 'signature-certificate-revoked' })
    const again = new Date(TODAY.getTime() + 5_000)
    expect(decideSettlement(SILENT, HOLD, TODAY)).toEqual({ is: 'hold', again, why: 'revocation-unknown' })
  })

  it('is tried once more when its check ended its thread, and given back when that happens again, whatever lay between', () => {
    expect(decideSettlement(ENDED, HOLD, TODAY)).toMatchObject({ is: 'hold', why: 'check-ended' })
    const tried = { ...HOLD, checks_ended: 1 }
    expect(decideSettlement(SILENT, tried, TODAY).is).toBe('hold')
    expect(decideSettlement(ENDED, tried, TODAY)).toEqual({ is: 'give-back', code: 'signature-check-ended' })
    expect(decideSettlement(GOOD, tried, TODAY)).toEqual({ is: 'withdraw', proof: PROOF })
  })

  it('is given back at the end of the hold, unless the last answer is good', () => {
    const timedOut = { is: 'give-back', code: 'signature-check-timed-out' }
    expect(decideSettlement(SILENT, HOLD, HOLD.give_up_at)).toEqual(timedOut)
    expect(decideSettlement(GOOD, HOLD, HOLD.give_up_at)).toEqual({ is: 'withdraw', proof: PROOF })
  })
})
