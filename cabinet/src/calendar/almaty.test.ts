import { describe, expect, it } from 'vitest'
import { almatyDate, almatyIso, almatyMidnight, plusMonths } from './almaty.ts'

describe('Almaty time', () => {
  for (const [utc, almaty, because] of [
    ['2021-08-24T06:00:00Z', '2021-08-24T12:00:00+06:00', 'UTC+6 before 1 March 2024'],
    ['2026-06-16T05:52:27Z', '2026-06-16T10:52:27+05:00', 'UTC+5 since'],
    ['2024-02-29T17:59:59Z', '2024-02-29T23:59:59+06:00', 'the last second of the old time'],
    ['2024-02-29T18:00:00Z', '2024-02-29T23:00:00+05:00', 'the hour that came twice'],
    ['2024-02-29T19:00:00Z', '2024-03-01T00:00:00+05:00', 'the first midnight of the new time'],
  ] as const)
    it(`shows ${utc} as ${almaty}: ${because}`, () => {
      expect(almatyIso(new Date(utc))).toBe(almaty)
      const zone = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Asia/Almaty',
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      expect(zone.format(new Date(utc)).replace(' ', 'T')).toBe(almaty.slice(0, 19))
    })

  for (const date of ['2021-08-24', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02', '2026-06-16'])
    it(`knows when ${date} began`, () => {
      const midnight = almatyMidnight(date)
      expect(almatyIso(midnight)).toContain(`${date}T00:00:00`)
      expect(almatyDate(new Date(midnight.getTime() - 1))).not.toBe(date)
    })

  it('adds months without leaving the month', () => {
    expect(plusMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(plusMonths('2025-11-21', 3)).toBe('2026-02-21')
  })
})
