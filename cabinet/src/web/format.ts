// How dates, moments, money and counts are written for people, in each language. Clocks are Almaty's.
import { almatyDate, almatyTime } from '../calendar/almaty.ts'
import type { Language } from './language.ts'
import { english, russian } from './plural.ts'

type Amount = { readonly value: string; readonly currency: 'KZT' }

const LOCALE: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' }

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** Kazakh "of the 16th of June": the month in the locative with -ғы. */
const KAZAKH_OF_MONTH =
  'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы'.split(
    ' ',
  )

/** '2025-11-19' as 19.11.2025; in English as 19 Nov 2025, where 06.07 would be read two ways. */
export function formatDate(iso: string, language: Language): string {
  const { year, month, day } = parts(iso)
  if (language !== 'en') return `${pad(day)}.${pad(month)}.${year}`
  return `${day} ${monthName(month, 'en').slice(0, 3)} ${year}`
}

/** '2026-06-16' in words: «2026 жылғы 16 маусым», «16 июня 2026 года», '16 June 2026'. */
export function formatLongDate(iso: string, language: Language): string {
  const { year, month, day } = parts(iso)
  if (language === 'kk') return `${year} жылғы ${day} ${monthName(month, 'kk')}`
  return `${day} ${monthName(month, language)} ${year}${language === 'ru' ? ' года' : ''}`
}

/** «2026 жылғы 16 маусымдағы», to stand before what is of that day. */
export function formatKazakhOfDate(iso: string): string {
  const { year, month, day } = parts(iso)
  return `${year} жылғы ${day} ${KAZAKH_OF_MONTH[month - 1] ?? ''}`
}

/** A moment to the second in Almaty: 19.11.2025 17:54:03. */
export function formatMoment(at: Date, language: Language): string {
  return `${formatDate(almatyDate(at), language)}${language === 'en' ? ', ' : ' '}${almatyTime(at)}`
}

/** The time in Almaty to the minute: 17:54. */
export function formatTime(at: Date): string {
  return almatyTime(at).slice(0, 5)
}

const MONEY: Readonly<Record<Language, Intl.NumberFormat>> = {
  kk: money('kk', 'narrowSymbol'),
  ru: money('ru', 'narrowSymbol'),
  en: money('en', 'code'),
}

/** '5500000.00' as «5 500 000,00 ₸», in English 'KZT 5,500,000.00'. The decimal string is never made a float. */
export function formatMoney(amount: Amount, language: Language): string {
  return MONEY[language].format(amount.value as `${number}`)
}

/** «3 жұмыс күні», «3 рабочих дня», '3 working days'. */
export function formatWorkingDays(count: number, language: Language): string {
  if (language === 'kk') return `${count} жұмыс күні`
  if (language === 'ru') return `${count} ${russian(count, 'рабочий день', 'рабочих дня', 'рабочих дней')}`
  return `${count} working ${english(count, 'day', 'days')}`
}

/** «30 күнтізбелік күн», «30 календарных дней», '30 calendar days'. */
export function formatCalendarDays(count: number, language: Language): string {
  if (language === 'kk') return `${count} күнтізбелік күн`
  if (language === 'ru') return `${count} ${russian(count, 'календарный день', 'календарных дня', 'календарных дней')}`
  return `${count} calendar ${english(count, 'day', 'days')}`
}

/** A size in the units people know: 84 KB. */
export function formatSize(bytes: number, language: Language): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return `${new Intl.NumberFormat(LOCALE[language]).format(kilobytes)} ${language === 'en' ? 'KB' : 'КБ'}`
}

function money(language: Language, currencyDisplay: 'narrowSymbol' | 'code'): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency: 'KZT', currencyDisplay })
}

function parts(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { year, month, day }
}

function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] ?? ''
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
