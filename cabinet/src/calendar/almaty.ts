// Almaty time, the fund's time: UTC+6 until 29.02.2024, UTC+5 from 01.03.2024 (tzdata 2024a). Needs no zone data.

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CHANGE = Date.UTC(2024, 1, 29, 18) // midnight of 1 March by the old clock

function offset(at: number): number {
  return at < CHANGE ? 6 : 5
}

/** The moment as Almaty's clock showed it: '2026-06-16T10:52:27+05:00'. */
export function almatyIso(at: Date): string {
  const hours = offset(at.getTime())
  return `${new Date(at.getTime() + hours * HOUR).toISOString().slice(0, 19)}+0${hours}:00`
}

/** The date in Almaty: '2026-06-16'. */
export function almatyDate(at: Date): string {
  return almatyIso(at).slice(0, 10)
}

/** The time of day in Almaty: '10:52:27'. */
export function almatyTime(at: Date): string {
  return almatyIso(at).slice(11, 19)
}

/** The moment at which a date began in Almaty. */
export function almatyMidnight(date: string): Date {
  const utc = Date.parse(`${date}T00:00:00Z`)
  return new Date(utc - (utc - 6 * HOUR < CHANGE ? 6 : 5) * HOUR)
}

/** `days` after an ISO date, as an ISO date. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** Months after an ISO date; a day that the month lacks becomes its last. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
