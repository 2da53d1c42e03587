// How dates, moments, money and counts are written.
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatKazakhOfDate,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatSize,
  formatTime,
} from './format.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatDate', () => {
  it('writes days as people in Kazakhstan do, and unmistakably in English', () => {
    expect(formatDate('2025-11-19', 'kk')).toBe('19.11.2025')
    expect(formatDate('2025-11-19', 'ru')).toBe('19.11.2025')
    expect(formatDate('2026-07-06', 'en')).toBe('6 Jul 2026')
  })

  it('writes them in words for a statement', () => {
    expect(formatLongDate('2026-06-16', 'kk')).toBe('2026 жылғы 16 маусым')
    expect(formatLongDate('2026-06-16', 'ru')).toBe('16 июня 2026 года')
    expect(formatLongDate('2026-06-16', 'en')).toBe('16 June 2026')
  })

  it('puts every Kazakh month into the locative by vowel harmony', () => {
    const months = Array.from({ length: 12 }, (_, i) => formatKazakhOfDate(`2026-${String(i + 1).padStart(2, '0')}-05`))
    expect(months.map(text => text.split(' ').at(-1))).toEqual(
      'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы'.split(
        ' ',
      ),
    )
  })
})

describe('formatMoment', () => {
  it('is Almaty time to the second: UTC+5 since 1 March 2024', () => {
    expect(formatMoment(new Date('2025-11-19T12:54:03Z'), 'kk')).toBe('19.11.2025 17:54:03')
    expect(formatMoment(new Date('2025-11-19T12:54:03Z'), 'en')).toBe('19 Nov 2025, 17:54:03')
  })

  it('is UTC+6 before, up to the last second', () => {
    expect(formatMoment(new Date('2024-02-29T17:59:59Z'), 'ru')).toBe('29.02.2024 23:59:59')
    expect(formatMoment(new Date('2024-02-29T19:00:00Z'), 'ru')).toBe('01.03.2024 00:00:00')
    expect(formatMoment(new Date('2021-08-24T04:00:00Z'), 'ru')).toBe('24.08.2021 10:00:00')
  })

  it('has a short form for today', () => expect(formatTime(new Date('2026-06-17T07:30:59Z'))).toBe('12:30'))
})

describe('formatMoney', () => {
  const tenge = (value: string) => ({ value, currency: 'KZT' }) as const

  it('writes tenge as each language does', () => {
    expect(plain(formatMoney(tenge('5500000.00'), 'kk'))).toBe('5 500 000,00 ₸')
    expect(plain(formatMoney(tenge('5500000.00'), 'ru'))).toBe('5 500 000,00 ₸')
    expect(plain(formatMoney(tenge('5500000.00'), 'en'))).toBe('KZT 5,500,000.00')
  })

  it('keeps every tiyn of what no float can hold', () => {
    expect(plain(formatMoney(tenge('1000000000000000.01'), 'kk'))).toBe('1 000 000 000 000 000,01 ₸')
    expect(plain(formatMoney(tenge('0.00'), 'en'))).toBe('KZT 0.00')
  })
})

it('sizes of documents are in kilobytes and never nothing', () => {
  expect(formatSize(84123, 'kk')).toBe('82 КБ')
  expect(formatSize(10, 'en')).toBe('1 KB')
})
