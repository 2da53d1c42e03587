// The days of a term as a reader meets them: weeks of seven, counted days numbered, and what is special told once. Pure.
import { plusDays, weekday } from '../calendar/almaty.ts'
import type { CountedDay } from './view.ts'

export type StripDay = CountedDay & {
  readonly number: number | undefined // of a counted day, from 1
  readonly isLast: boolean
  readonly namesMonth: boolean // the first one shown, and the first of a month
}

/** Weeks from Monday to Sunday; `undefined` before the first day and after the last. */
export function weeksOf(days: readonly CountedDay[]): (StripDay | undefined)[][] {
  const first = days[0]
  if (!first) return []
  const cells: (StripDay | undefined)[] = Array.from({ length: (weekday(first.date) + 6) % 7 }, () => undefined)
  let number = 0
  days.forEach((day, i) => {
    cells.push({
      ...day,
      number: day.counts ? ++number : undefined,
      isLast: i === days.length - 1,
      namesMonth: i === 0 || day.date.endsWith('-01'),
    })
  })
  while (cells.length % 7 > 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Days next to each other for the same reason. */
export type Run = { readonly day: CountedDay; readonly from: string; readonly to: string }

export function runsOf(days: readonly CountedDay[]): Run[] {
  const runs: Run[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && day.date === plusDays(last.to, 1) && isSame(last.day, day))
      runs.splice(-1, 1, { ...last, to: day.date })
    else runs.push({ day, from: day.date, to: day.date })
  }
  return runs
}

function isSame(one: CountedDay, other: CountedDay): boolean {
  return one.why === other.why && one.instead === other.instead && one.name?.kk === other.name?.kk
}
