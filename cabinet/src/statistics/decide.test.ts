// The rules of what is computed, and of what may be published of it.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendar } from '../calendar/calendar.ts'
import { CALENDAR_DAYS_30, WORKING_DAYS_5, WORKING_DAYS_10 } from '../calendar/policy.ts'
import { places, projectRoot } from '../root.ts'
import { type Decided, daysTaken, publish, type Spread, spreadOf } from './decide.ts'

const CALENDAR = readCalendar(JSON.parse(readFileSync(places(projectRoot()).calendar, 'utf8')))
const at = (moment: string) => new Date(`${moment}+05:00`)

describe('the days that an application took', () => {
  for (const [policy, received, closedOn, days, because] of [
    [
      WORKING_DAYS_5,
      '2025-11-19T17:54:03',
      '2025-11-21',
      2,
      'it came after 17:30 and was registered on the 20th (S-60)',
    ],
    [WORKING_DAYS_5, '2025-11-19T17:30:00', '2025-11-21', 3, '17:30 itself is not late'],
    [WORKING_DAYS_10, '2026-06-16T10:52:27', '2026-06-16', 1, 'the day of registration is day 1'],
    [WORKING_DAYS_10, '2026-06-16T10:52:27', '2026-06-29', 10, 'the last day of the term is its tenth'],
    [WORKING_DAYS_5, '2025-07-12T09:00:00', '2025-07-12', 1, 'it was decided on a Saturday, before it was registered'],
    [WORKING_DAYS_5, '2026-03-16T09:00:00', '2026-03-27', 7, 'the days of Nauryz are not counted'],
    [CALENDAR_DAYS_30, '2026-06-16T11:30:06', '2026-07-16', 30, 'calendar days are counted from the next day on'],
    [CALENDAR_DAYS_30, '2026-06-16T11:30:06', '2026-06-16', 1, 'it was decided on the day on which it came'],
  ] as const)
    it(`are ${days} from ${received} to ${closedOn}: ${because}`, () =>
      expect(daysTaken(policy, at(received), closedOn, CALENDAR)).toBe(days))

  it('of the last day of a term are as many as the term has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), day => {
        const receivedAt = new Date(at('2025-01-06T09:00:00').getTime() + day * 86_400_000)
        const spread = (closedOn: string) => spreadOf([{ receivedAt, closedOn, cases: 1 }], WORKING_DAYS_10, CALENDAR)
        let last = receivedAt.toISOString().slice(0, 10)
        for (let i = 0; i < 40; i++) {
          const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10)
          if (spread(next)?.inTime === 0) break
          last = next
        }
        expect(spread(last)?.nineTenths.days).toBe(10)
      }),
      { numRuns: 50 },
    )
  })
})

/** So many that took so many days, all received on one Monday. */
const took = (...days: readonly (readonly [days: number, cases: number])[]): Decided[] =>
  days.map(([day, cases]) => ({
    receivedAt: at('2026-06-01T09:00:00'),
    closedOn:
      ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'].map(date => `2026-06-${date}`)[day - 1] ?? '',
    cases,
  }))

describe('half and nine of ten', () => {
  for (const [decided, half, nineTenths] of [
    [took([2, 100]), 2, 2],
    [took([1, 50], [4, 40], [9, 10]), 1, 4],
    [took([1, 49], [2, 1], [4, 39], [5, 1], [9, 10]), 2, 5],
    [took([1, 1]), 1, 1],
    [took([1, 1], [9, 1]), 1, 9],
  ] as const)
    it(`of ${JSON.stringify(decided.map(({ closedOn, cases }) => [closedOn, cases]))} took ${half} and ${nineTenths} days`, () => {
      const spread = spreadOf(decided, WORKING_DAYS_5, CALENDAR)
      expect([spread?.half.days, spread?.nineTenths.days]).toEqual([half, nineTenths])
    })

  it('of nothing is nothing; what lies past the calendar is left out', () => {
    expect(spreadOf([], WORKING_DAYS_5, CALENDAR)).toBeUndefined()
    const past = { receivedAt: at('2031-06-01T09:00:00'), closedOn: '2031-06-02', cases: 9 }
    expect(spreadOf([past], WORKING_DAYS_5, CALENDAR)).toBeUndefined()
  })

  it('are computed where no term is set too, without a share in time', () => {
    expect(spreadOf(took([2, 30]), undefined, CALENDAR)).toMatchObject({ cases: 30, inTime: undefined })
    expect(spreadOf(took([5, 30], [6, 10]), WORKING_DAYS_5, CALENDAR)?.inTime).toBe(30)
  })
})

const spread = (over: Partial<Spread & { persons: number }>) => ({
  persons: over.cases ?? 200, // each of a person of its own
  cases: 200,
  half: { days: 2, cases: 120 },
  nineTenths: { days: 4, cases: 185 },
  inTime: 180,
  ...over,
})

describe('what is published', () => {
  it('is nothing below twenty applications', () => {
    expect(publish(spread({ cases: 19, half: { days: 1, cases: 19 } }), 20)).toBeUndefined()
    expect(publish(spread({ cases: 199 }), 200)).toBeUndefined()
  })

  it('is nothing below twenty persons, however many applications they have', () => {
    const alike = { cases: 25, half: { days: 2, cases: 25 }, nineTenths: { days: 2, cases: 25 }, inTime: 25 }
    expect(publish(spread({ ...alike, persons: 1 }), 20)).toBeUndefined()
    expect(publish(spread({ ...alike, persons: 19 }), 20)).toBeUndefined()
    expect(publish(spread({ ...alike, persons: 20 }), 20)).toMatchObject({ atLeast: 20, nineTenths: 2 })
  })

  it('is no figure and no end of a split that fewer than twenty persons may stand behind', () => {
    const some = spread({ half: { days: 2, cases: 100 }, inTime: 140, persons: 120 }) // eighty of the 200 may be one's
    expect(publish(some, 20)).toEqual({ atLeast: 200, nineTenths: 4, half: 2, inTime: undefined }) // sixty late
    expect(publish({ ...some, persons: 119 }, 20)?.half).toBeUndefined()
    expect(publish({ ...some, inTime: 100 }, 20)?.inTime).toBe(5)
    expect(publish({ ...some, inTime: 99 }, 20)?.inTime).toBeUndefined()
  })

  it('are whole days and bounds, never a count to the last one', () => {
    expect(publish(spread({ cases: 207 }), 20)).toEqual({ atLeast: 200, nineTenths: 4, half: 2, inTime: 8 })
  })

  for (const [inTime, cases, share, because] of [
    [200, 200, 9, '"ten of ten" would tell of every single person'],
    [199, 200, 9, 'the one who waited is not to be counted out'],
    [180, 200, 9, 'twenty were late: both ends are many'],
    [179, 200, 8, 'it is rounded down'],
    [21, 200, 1, 'it is true also when it is bad'],
    [20, 400, 0, 'fewer than one of ten'],
    [19, 200, undefined, 'those in time are few'],
    [0, 200, undefined, '"none of ten" would tell of every single person'],
    [30, 45, undefined, 'those who waited are few, and more than one of ten'],
  ] as const)
    it(`of ${inTime} in time among ${cases} is ${share} of ten: ${because}`, () =>
      expect(publish(spread({ cases, inTime }), 20)?.inTime).toBe(share))

  it('has as many persons behind every figure as were asked for, whatever was decided', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(days, fc.integer({ min: 20, max: 60 }), (chosen, least) => {
        const known = spreadOf(took(...chosen), WORKING_DAYS_5, CALENDAR)
        const shown = known && publish({ ...known, persons: known.cases }, least)
        if (!shown) return
        const upTo = (limit: number) =>
          chosen.filter(([day]) => day <= limit).reduce((sum, [, count]) => sum + count, 0)
        const all = upTo(10)
        expect(all).toBeGreaterThanOrEqual(least)
        if (shown.nineTenths !== undefined)
          expect(upTo(shown.nineTenths)).toBeGreaterThanOrEqual(Math.max(least, all * 0.9))
        if (shown.half !== undefined) expect(upTo(shown.half)).toBeGreaterThanOrEqual(Math.max(least, all / 2))
        if (shown.inTime !== undefined && shown.inTime < 9) {
          expect(upTo(5)).toBeGreaterThanOrEqual(least)
          expect(all - upTo(5)).toBeGreaterThanOrEqual(least)
        }
      }),
    )
  })
})
