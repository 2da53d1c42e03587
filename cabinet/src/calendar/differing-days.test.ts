import { describe, expect, it } from 'vitest'
import { fileWith, SHIPPED } from '../deadlines/test-calendars.ts'
import { readCalendar } from './calendar.ts'
import { differingDays } from './differing-days.ts'

const OTHER = readCalendar(
  fileWith('2026-12-01', { '2026-07-01': 'off', '2026-07-04': 'off', '2026-07-06': 'ordinary' }),
)
const found = (from: string, to: string) => differingDays(SHIPPED, OTHER, from, to)

describe('the days on which two calendars disagree', () => {
  it('are those that work in one alone, with what they were and what they are', () => {
    expect(found('2026-06-16', '2026-07-31')).toMatchObject([
      { date: '2026-07-01', was: { works: true, why: 'working' }, is: { works: false, why: 'holiday' } },
      { date: '2026-07-06', was: { works: false, why: 'holiday' }, is: { works: true, why: 'working' } },
    ]) // and not 4 July, a Saturday: off under another name
  })

  it('are looked for from the first date to the last, both included', () => {
    expect(found('2026-07-01', '2026-07-06')).toHaveLength(2)
    expect(found('2026-07-02', '2026-07-05')).toEqual([])
    expect(found('2026-07-07', '2026-07-01')).toEqual([])
  })

  it('are none between a calendar and itself, also outside the years that it knows', () => {
    expect(differingDays(SHIPPED, SHIPPED, '2020-12-01', '2021-02-01')).toEqual([])
  })
})
