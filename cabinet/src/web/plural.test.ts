// Nouns after numbers, in every message that is handed a number.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatCalendarDays, formatWorkingDays } from './format.ts'
import { LANGUAGES, type Language } from './language.ts'
import { messagesFor } from './messages/for.ts'
import { english, russian } from './plural.ts'

const COUNTS = [0, 1, 2, 5, 11, 21, 22, 25, 101, 111] as const

describe('a noun after a number', () => {
  it('has three forms in Russian', () => {
    const days = COUNTS.map(count => `${count} ${russian(count, 'день', 'дня', 'дней')}`)
    expect(days.join(', ')).toBe('0 дней, 1 день, 2 дня, 5 дней, 11 дней, 21 день, 22 дня, 25 дней, 101 день, 111 дней')
  })

  it('has two forms in English', () => {
    const days = COUNTS.map(count => `${count} ${english(count, 'day', 'days')}`)
    expect(days.join(', ')).toBe(
      '0 days, 1 day, 2 days, 5 days, 11 days, 21 days, 22 days, 25 days, 101 days, 111 days',
    )
  })
})

/** Which of the forms fits each of the counts above. */
const FITTING: Readonly<Record<Language, readonly number[]>> = {
  kk: COUNTS.map(() => 0),
  ru: [2, 0, 1, 2, 2, 0, 1, 2, 0, 2],
  en: COUNTS.map(count => (count === 1 ? 0 : 1)),
}

type Counted = {
  readonly of: string // the file and the name of its function
  readonly text: (count: number, language: Language) => string
  readonly nouns: Readonly<Record<Language, readonly string[]>>
  readonly from?: 1 // nothing to count has words of its own, or does not occur
}

const MESSAGES: Readonly<Record<string, Counted>> = {
  'working days': {
    of: 'format.formatWorkingDays',
    text: formatWorkingDays,
    nouns: {
      kk: ['жұмыс күні'],
      ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
      en: ['working day', 'working days'],
    },
  },
  'calendar days': {
    of: 'format.formatCalendarDays',
    text: formatCalendarDays,
    nouns: {
      kk: ['күнтізбелік күн'],
      ru: ['календарный день', 'календарных дня', 'календарных дней'],
      en: ['calendar day', 'calendar days'],
    },
  },
  'unread, in the head': {
    of: 'chrome.unread',
    text: (count, language) => messagesFor(language).chrome.unread(count),
    nouns: {
      kk: ['оқылмаған'],
      ru: ['непрочитанное', 'непрочитанных', 'непрочитанных'],
      en: ['unread', 'unread'],
    },
  },
  'unread, in the profile': {
    of: 'profile.unread',
    text: (count, language) => messagesFor(language).profile.ways.unread(count),
    nouns: {
      kk: ['оқылмаған хабарлама'],
      ru: ['непрочитанное сообщение', 'непрочитанных сообщения', 'непрочитанных сообщений'],
      en: ['unread message', 'unread messages'],
    },
  },
  'days of a key': {
    of: 'sign-in.soon',
    text: (count, language) => messagesFor(language).signIn.rehearsal.soon(count),
    nouns: { kk: ['күн'], ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
    from: 1,
  },
  'minutes of a session': {
    of: 'sessions.soon',
    text: (count, language) => messagesFor(language).sessions.warning.soon(count),
    nouns: { kk: ['минуттан'], ru: ['минуту', 'минуты', 'минут'], en: ['minute', 'minutes'] },
  },
  'hours of a held signature': {
    of: 'before.unknown',
    text: (count, language) => messagesFor(language).before.authority.unknown(count),
    nouns: { kk: ['сағатқа'], ru: ['ч.', 'ч.', 'ч.'], en: ['hour', 'hours'] },
    from: 1,
  },
  'hours of a held signature, while nobody answers': {
    of: 'before.silent',
    text: (count, language) => messagesFor(language).before.authority.silent('12:00', count),
    nouns: { kk: ['сағатқа'], ru: ['ч.', 'ч.', 'ч.'], en: ['hour', 'hours'] },
    from: 1,
  },
  'last minutes of a session': {
    of: 'sessions.last',
    text: (count, language) => messagesFor(language).sessions.warning.last(count),
    nouns: { kk: ['минуттан'], ru: ['минуту', 'минуты', 'минут'], en: ['minute', 'minutes'] },
  },
}

/** Messages that are handed a number and in which no noun depends on it. */
const WITHOUT: Readonly<Record<string, string>> = {
  'accounts.triesLeft': 'the number stands last, after a colon',
  'applications.total': 'the number stands last, after a colon',
  'applications.found': 'the number stands last, after a colon',
  'documents.more': 'the number stands last, after a colon',
  'verification.unchecked': 'the number stands last, after a colon',
  'verification.signer': 'a number of its own: «Подпись 2»',
  'registration.step': 'a number of its own: «шаг 2 из 4»',
  'road.done': 'numbers of their own: «Шаг 2 из 5»',
  'road.now': 'numbers of their own: «Шаг 2 из 5»',
  'road.ahead': 'numbers of their own: «Шаг 2 из 5»',
  'statistics.inTime': 'so many of ten: no noun follows',
  'statistics.counted': 'twenty or more: in Russian last, after a colon, in English always plural',
  'format.formatSize': 'a unit: KB, КБ',
}

/** The messages of Kazakh say of each parameter what it is; the other languages have the same. */
const SOURCES = [
  'cabinet/src/web/format.ts',
  ...readdirSync('cabinet/src/web/messages/kk').map(name => `cabinet/src/web/messages/kk/${name}`),
]
const HANDED_A_NUMBER = /^(?:export function | +)(\w+)(?:: )?\(([^)]*: number\b[^)]*)\)/gm

function handedANumber(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(HANDED_A_NUMBER)].map(([, name]) => `${basename(file, '.ts')}.${name}`)
}

describe('a message with a number', () => {
  it('is tried below, or it is said why no noun depends on the number', () => {
    const tried = Object.values(MESSAGES).map(({ of }) => of)
    const kazakh = SOURCES.slice(1).map(file => readFileSync(file, 'utf8'))
    const numbers = kazakh.flatMap(text => text.match(/: number\b/g) ?? [])
    const found = kazakh.flatMap(text =>
      [...text.matchAll(HANDED_A_NUMBER)].flatMap(([, , of = '']) => of.match(/: number\b/g) ?? []),
    )
    expect(found).toHaveLength(numbers.length) // none is written so that it is overlooked
    const known = [...tried, ...Object.keys(WITHOUT)]
    expect(known.toSorted()).toEqual([...new Set(SOURCES.flatMap(handedANumber))].toSorted())
  })

  for (const [name, { text, nouns, from = 0 }] of Object.entries(MESSAGES))
    it(`agrees with it in each language: ${name}`, () => {
      for (const language of LANGUAGES)
        for (const [i, count] of COUNTS.entries()) {
          if (count < from) continue
          const said = text(count, language).replaceAll('\u00a0', ' ')
          const noun = nouns[language][FITTING[language][i] ?? 0]
          expect(said, language).toMatch(new RegExp(`(^|[^\\d])${count} ${noun}(?!\\p{L})`, 'u'))
        }
    })
})
