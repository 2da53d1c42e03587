// The strip adds up: what is numbered are the days of the term, and the last one is the deadline.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { almatyMidnight, plusDays, weekday } from '../calendar/almaty.ts'
import { CALENDAR_DAYS_30, WORKING_DAYS_5, WORKING_DAYS_10 } from '../calendar/policy.ts'
import { countTerm } from '../calendar/term.ts'
import { SHIPPED } from '../deadlines/test-calendars.ts'
import { runsOf, type StripDay, weeksOf } from './strip.ts'
import type { CountedDay } from './view.ts'

const days = fc.integer({ min: 0, max: 6 * 365 }).map(n => plusDays('2021-01-01', n))
const hours = fc.constantFrom(0, 9, 17.5, 18, 23.9)
const policies = fc.constantFrom(WORKING_DAYS_5, WORKING_DAYS_10, CALENDAR_DAYS_30)

describe('the strip of days', () => {
  it('numbers exactly the days of the term, in weeks from Monday, without a gap, and ends on the deadline', () => {
    fc.assert(
      fc.property(days, hours, policies, (date, hour, policy) => {
        const receivedAt = new Date(almatyMidnight(date).getTime() + hour * 3_600_000)
        const term = countTerm(policy, receivedAt, SHIPPED)
        const weeks = weeksOf(term?.days ?? [])
        const shown = weeks.flat().filter((day): day is StripDay => day !== undefined)
        const numbers = shown.flatMap(day => day.number ?? [])
        expect(numbers).toEqual(Array.from({ length: policy.n }, (_, i) => i + 1))
        expect(shown.filter(day => day.isLast).map(day => day.date)).toEqual([term?.date])
        expect(shown.map(day => day.date)).toEqual(shown.map((_, i) => plusDays(date, i)))
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          week.forEach((day, i) => {
            if (day) expect((weekday(day.date) + 6) % 7).toBe(i)
          })
        }
      }),
      { seed: 2026, numRuns: 300 },
    )
  })

  it('gathers days next to each other that have the same reason', () => {
    const day = (date: string, why: CountedDay['why'], over: Partial<CountedDay> = {}): CountedDay => ({
      date,
      counts: false,
      why,
      name: undefined,
      instead: undefined,
      ...over,
    })
    const runs = runsOf([
      day('2026-03-21', 'weekend'),
      day('2026-03-22', 'weekend'),
      day('2026-03-24', 'holiday', { instead: '2026-03-21' }),
      day('2026-03-25', 'holiday', { instead: '2026-03-22' }),
      day('2026-03-28', 'weekend'),
    ])
    expect(runs.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-21', '2026-03-22'],
      ['2026-03-24', '2026-03-24'],
      ['2026-03-25', '2026-03-25'],
      ['2026-03-28', '2026-03-28'],
    ])
  })
})
