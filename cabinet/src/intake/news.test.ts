// Of what a person is told, and of what not.
import { describe, expect, it } from 'vitest'
import type { State } from '../applications/application.ts'
import type { KindId } from '../applications/kinds.ts'
import { type FactChange, type News, newsOf, newsOfFacts } from './news.ts'

const NOW = new Date('2026-06-16T07:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

function news(
  before: State | undefined,
  after: State,
  over: { kind?: KindId; received?: number; closed?: string } = {},
) {
  const { kind = 'bank-details', received = 0, closed = '2026-06-16' } = over
  const isEnd = after === 'executed' || after === 'refused'
  return newsOf({ kind, before, after, receivedAt: daysAgo(received), closedOn: isEnd ? closed : undefined }, NOW)
}

describe('a person is told', () => {
  for (const [before, after, expected, because] of [
    [undefined, 'accepted', 'bank-details-filed', 'it has come, and may lead money elsewhere'],
    [undefined, 'unclear', 'bank-details-filed', 'it has come, wherever it stands'],
    [undefined, 'executed', 'application-executed', 'it came with its end within the same days'],
    [undefined, 'refused', 'application-refused', 'it came with its end within the same days'],
    ['accepted', 'executed', 'application-executed', ''],
    ['executing', 'executed', 'application-executed', ''],
    ['unclear', 'executed', 'application-executed', 'an end says more than that it is clear'],
    ['accepted', 'refused', 'application-refused', ''],
    ['accepted', 'executing', 'execution-started', 'it can no longer be withdrawn'],
    ['executing', 'accepted', 'execution-released', 'it can be withdrawn again'],
    ['accepted', 'unclear', 'status-unclear', ''],
    ['unclear', 'accepted', 'status-clear', ''],
  ] as const satisfies readonly (readonly [State | undefined, State, News, string])[])
    it(`${expected} when ${before ?? 'nothing'} becomes ${after}${because && `: ${because}`}`, () => {
      expect(news(before, after)).toBe(expected)
    })

  it('for three days after it was received that it has come', () => {
    expect(news(undefined, 'accepted', { received: 3 })).toBe('bank-details-filed')
    expect(news(undefined, 'accepted', { received: -1 }), 'by a clock ahead of ours').toBe('bank-details-filed')
    expect(news(undefined, 'accepted', { kind: 'tr-ipm-choose' })).toBe('application-received')
  })

  it('for thirty days after the day of its end how it ended', () => {
    expect(news('accepted', 'refused', { received: 400, closed: '2026-05-17' })).toBe('application-refused')
  })
})

describe('a person is not told', () => {
  it('of what the core sends of the past when it loads everything it has', () => {
    for (const state of ['accepted', 'executed', 'refused', 'unclear'] as const)
      expect(news(undefined, state, { received: 4 }), state).toBeUndefined()
  })

  it('of an end of last year, though the core tells of it now', () => {
    expect(news('accepted', 'executed', { received: 400, closed: '2025-06-20' })).toBeUndefined()
    expect(news(undefined, 'executed', { closed: '2026-05-16' }), 'received today').toBeUndefined()
  })

  it('of a claim of what cannot be withdrawn anyway: nothing changes for them', () => {
    expect(news('accepted', 'executing', { kind: 'ls-housing' })).toBeUndefined()
    expect(news('executing', 'accepted', { kind: 'ls-housing' })).toBeUndefined()
  })

  it('of the same again, of their own signature and of what became of it: that is told where it is decided', () => {
    for (const [before, after] of [
      ['executed', 'executed'],
      ['refused', 'refused'],
      ['accepted', 'accepted'],
      ['unclear', 'unclear'],
      ['accepted', 'withdrawing'],
      ['withdrawing', 'withdrawn'],
      ['withdrawing', 'accepted'],
    ] as const)
      expect(news(before, after), `${before} ${after}`).toBeUndefined()
  })
})

describe('of facts', () => {
  const facts = (operatorRelease?: 'yes' | 'no' | 'unknown', ...operations: string[]) => ({
    operatorRelease,
    operations,
  })
  const change = (before: FactChange['before'], after: FactChange['after'], over: Partial<FactChange> = {}) =>
    newsOfFacts({ kind: 'ls-housing', before, after, closedOn: '2026-06-10', ...over }, NOW)

  it('a person is told when the operator gave a lump sum out, whatever was known before', () => {
    for (const before of ['no', 'unknown', undefined] as const)
      expect(change(facts(before), facts('yes'))).toEqual(['sum-released'])
    expect(change(facts('no'), facts('yes'), { closedOn: '2025-12-18' }), '180 days after').toEqual(['sum-released'])
  })

  it('a person is not told that it was not given out, of the same again, of the past, or of what is no lump sum', () => {
    for (const after of ['no', 'unknown', undefined] as const) expect(change(facts('yes'), facts(after))).toEqual([])
    expect(change(facts('yes'), facts('yes'))).toEqual([])
    expect(change(facts('no'), facts('yes'), { closedOn: '2025-12-17' })).toEqual([])
    for (const kind of ['ls-return', 'tr-insurance', 'pay-age'] as const)
      expect(change(facts('no'), facts('yes'), { kind })).toEqual([])
  })

  it('a person is told of a further operation of the last thirty days, of any kind, on a day of another too', () => {
    const kind = 'pay-age'
    expect(change(facts(undefined, '2025-06-10'), facts(undefined, '2025-06-10', '2026-05-17'), { kind })).toEqual([
      'operation-added',
    ])
    expect(change(facts('no', '2026-06-10'), facts('no', '2026-06-10', '2026-06-10'))).toEqual(['operation-added'])
    expect(change(facts('no', '2026-06-10'), facts('yes', '2026-06-10', '2026-06-12'))).toEqual([
      'sum-released',
      'operation-added',
    ])
  })

  it('a person is not told of the first operation, of one that was corrected or taken away, or of one of the past', () => {
    expect(change(facts('no'), facts('no', '2026-06-10'))).toEqual([])
    expect(change(facts('no', '2026-06-10'), facts('no', '2026-06-11'))).toEqual([])
    expect(change(facts('no', '2026-06-10', '2026-06-11'), facts('no', '2026-06-10'))).toEqual([])
    expect(change(facts('no', '2026-06-10'), facts('no', '2026-06-10', '2026-05-16'))).toEqual([])
  })
})
