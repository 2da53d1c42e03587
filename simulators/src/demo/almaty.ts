// Days and moments of Almaty: UTC+6 until 29.02.2024, UTC+5 since.

const DAY = 24 * 3600 * 1000

/** The day of a moment, as an ISO date. */
export function almatyDay(at: Date): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(at)
  return day.slice(0, 10)
}

/** A moment of a day by the Almaty clock, as ISO 8601 with its offset. */
export function almatyMoment(day: string, time: string): string {
  return `${day}T${time}${day < '2024-03-01' ? '+06:00' : '+05:00'}`
}

/** The day so many days later; a negative number goes back. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
