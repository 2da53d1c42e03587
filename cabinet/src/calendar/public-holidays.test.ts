// Our calendar against the law, which is written down a second time in public-holidays.ts.
import { describe, expect, it } from 'vitest'
import { shippedFile } from '../deadlines/test-calendars.ts'
import { movedHolidays, publicHolidays } from './public-holidays.ts'

const YEARS = Object.entries(shippedFile().years)

describe('the calendar that is shipped', () => {
  it('has in each year the public holidays of the law and no other', () => {
    for (const [year, { days }] of YEARS)
      expect(days.filter(day => day.type === 'public').map(day => day.date)).toEqual(publicHolidays(Number(year)))
  })

  it('makes the next working day off for each holiday on a weekend, and for nothing else (art. 5)', () => {
    for (const [year, { days }] of YEARS) {
      const observed = days.flatMap(day => (day.type === 'observed' ? [[day.for, day.date]] : []))
      expect(observed).toEqual([...movedHolidays(Number(year))])
    }
  })

  it('has two religious days a year, on whatever day of the week, and does not move them', () => {
    for (const [year, { days }] of YEARS) {
      const religious = days.filter(day => day.type === 'religious').map(day => day.date)
      expect(religious).toHaveLength(2)
      expect(religious[0]).toBe(`${year}-01-07`)
    }
  })
})

describe('a holiday on a weekend', () => {
  it('is made up for after the holidays that follow it', () => {
    expect([...movedHolidays(2026)].slice(1, 3)).toEqual([
      ['2026-03-21', '2026-03-24'],
      ['2026-03-22', '2026-03-25'],
    ])
    expect(movedHolidays(2022).get('2022-05-07')).toBe('2022-05-10')
  })
})
