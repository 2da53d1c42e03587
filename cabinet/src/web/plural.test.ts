// Nouns after numbers, and every message in which a number stands before one.
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
  readonly text: (count: number, language: Language) => string
  readonly nouns: Readonly<Record<Language, readonly string[]>>
  readonly from?: 1 // nothing to count has words of its own, or does not occur
}

const MESSAGES: Readonly<Record<string, Counted>> = {
  'working days': {
    text: formatWorkingDays,
    nouns: {
      kk: ['жұмыс күні'],
      ru: ['рабочий день', 'рабочих дня', 'рабочих дней'],
      en: ['working day', 'working days'],
    },
  },
  'calendar days': {
    text: formatCalendarDays,
    nouns: {
      kk: ['күнтізбелік күн'],
      ru: ['календарный день', 'календарных дня', 'календарных дней'],
      en: ['calendar day', 'calendar days'],
    },
  },
  'unread, in the head': {
    text: (count, language) => messagesFor(language).chrome.unread(count),
    nouns: {
      kk: ['оқылмаған'],
      ru: ['непрочитанное', 'непрочитанных', 'непрочитанных'],
      en: ['unread', 'unread'],
    },
  },
  'unread, in the profile': {
    text: (count, language) => messagesFor(language).profile.ways.unread(count),
    nouns: {
      kk: ['оқылмаған хабарлама'],
      ru: ['непрочитанное сообщение', 'непрочитанных сообщения', 'непрочитанных сообщений'],
      en: ['unread message', 'unread messages'],
    },
  },
  'days of a key': {
    text: (count, language) => messagesFor(language).signIn.rehearsal.soon(count),
    nouns: { kk: ['күн'], ru: ['день', 'дня', 'дней'], en: ['day', 'days'] },
    from: 1,
  },
  'minutes of a session': {
    text: (count, language) => messagesFor(language).sessions.warning.soon(count),
    nouns: { kk: ['минуттан'], ru: ['минуту', 'минуты', 'минут'], en: ['minute', 'minutes'] },
  },
  'last minutes of a session': {
    text: (count, language) => messagesFor(language).sessions.warning.last(count),
    nouns: { kk: ['минуттан'], ru: ['минуту', 'минуты', 'минут'], en: ['minute', 'minutes'] },
  },
}

describe('a message with a number', () => {
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
