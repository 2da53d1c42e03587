// From when until when, as people write it, by Almaty's clock.
import { almatyDate } from '../calendar/almaty.ts'
import { formatDate, formatTime } from './format.ts'
import type { Language } from './language.ts'

/** A moment to the minute: 05.12.2026 22:00. */
export function formatWhen(at: Date, language: Language): string {
  return `${formatDate(almatyDate(at), language)}${language === 'en' ? ',' : ''} ${formatTime(at)}`
}

/** 05.12.2026 22:00–23:30, or with both dates when it lasts into another day. */
export function formatSpan(from: Date, until: Date, language: Language): string {
  if (almatyDate(from) === almatyDate(until)) return `${formatWhen(from, language)}–${formatTime(until)}`
  return `${formatWhen(from, language)} – ${formatWhen(until, language)}`
}
