// How dates, moments, money and counts are written for people, in each language. Clocks are Almaty's.
import { almatyDate, almatyTime, weekday } from '../calendar/almaty.ts'
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
  if (language !== 'en') return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
  const { year, month, day } = parts(iso)
  return `${day} ${monthName(month, 'en').slice(0, 3)} ${year}`
}

/** '2026-06-16' in words: «2026 жылғы 16 маусым», «16 июня 2026 года», '16 June 2026'. */
export function formatLongDate(iso: string, language: Language): string {
  const { year, month, day } = parts(iso)
  if (language === 'kk') return `${year} жылғы ${day} ${monthName(month, 'kk')}`
  return `${day} ${monthName(month, language)} ${year}${language === 'ru' ? ' года' : ''}`
}

/** The version of a calendar is the day on which it was compiled: '2026-11-22' as 22.11.2026, and '2026-11-22.2' as 22.11.2026/2. */
export function formatCalendarVersion(version: string, language: Language): string {
  const again = version.slice(11)
  return formatDate(version.slice(0, 10), language) + (again && `/${again}`)
}

/** «2026 жылғы 16 маусымдағы», to stand before what is of that day. */
export function formatKazakhOfDate(iso: string): string {
  const { year, month, day } = parts(iso)
  return `${year} жылғы ${day} ${KAZAKH_OF_MONTH[month - 1] ?? ''}`
}

/** '2026-06-16' where the year is plain: «16 маусым», «16 июня», '16 June'. */
export function formatDayOfMonth(iso: string, language: Language): string {
  const { month, day } = parts(iso)
  return `${day} ${monthName(month, language)}`
}

/** Where there is little room: «16 мау», '16 Jun'. */
export function formatShortDay(iso: string, language: Language): string {
  const { month, day } = parts(iso)
  return `${day} ${monthName(month, language).slice(0, 3)}`
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' '),
  ru: 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

const SHORT_WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  kk: 'дс сс ср бс жм сб жс'.split(' '),
  ru: 'пн вт ср чт пт сб вс'.split(' '),
  en: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
}

export type Weekday = { readonly long: string; readonly short: string }

/** From Monday on. */
export function weekdays(language: Language): readonly Weekday[] {
  return WEEKDAYS[language].map((long, i) => ({ long, short: SHORT_WEEKDAYS[language][i] ?? long }))
}

/** «сейсенбі» of '2026-06-16'. */
export function weekdayName(iso: string, language: Language): string {
  return WEEKDAYS[language][(weekday(iso) + 6) % 7] ?? ''
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
