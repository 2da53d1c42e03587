// The public holidays as the law names them (13.12.2001 № 267, arts. 3 and 5), and what follows when they fall on days off.
// Religious days are days off by the Labour Code (art. 84) and never move; ministers' swaps (art. 85) are in no rule.
import { plusDays, weekday } from './almaty.ts'

type Rule = { readonly day: string; readonly from?: number; readonly until?: number } // 'MM-DD', years included

const RULES: readonly Rule[] = [
  { day: '01-01' },
  { day: '01-02' },
  { day: '03-08' },
  { day: '03-15', from: 2027 }, // Constitution Day, moved by the Constitution of 2026
  { day: '03-21' },
  { day: '03-22' },
  { day: '03-23' },
  { day: '05-01' },
  { day: '05-07' },
  { day: '05-09' },
  { day: '07-06' },
  { day: '08-30', until: 2025 },
  { day: '10-25', from: 2022 },
  { day: '12-01', until: 2021 },
  { day: '12-16' },
  { day: '12-17', until: 2021 },
]

export function publicHolidays(year: number): string[] {
  return RULES.filter(({ from = year, until = year }) => from <= year && year <= until).map(
    ({ day }) => `${year}-${day}`,
  )
}

/** Art. 5: a holiday on a Saturday or Sunday makes the next working day after it a day off. `moved` by the holiday. */
export function movedHolidays(year: number): ReadonlyMap<string, string> {
  const taken = new Set(publicHolidays(year))
  const moved = new Map<string, string>()
  for (const holiday of publicHolidays(year).filter(isWeekend)) {
    let date = plusDays(holiday, 1)
    while (isWeekend(date) || taken.has(date)) date = plusDays(date, 1)
    taken.add(date)
    moved.set(holiday, date)
  }
  return moved
}

export function isWeekend(date: string): boolean {
  return weekday(date) % 6 === 0
}
