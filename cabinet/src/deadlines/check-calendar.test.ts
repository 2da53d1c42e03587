// A calendar file that is wrong is refused with every mistake and its place; one that is odd is let through with a warning.
import { describe, expect, it } from 'vitest'
import { readCalendarFile } from './calendar-file.ts'
import { checkCalendar } from './check-calendar.ts'
import { fileWith, SHIPPED, shippedFile, type WholeFile, withSums } from './test-calendars.ts'

const AGAINST = { active: SHIPPED, today: '2026-11-29' }

/** What is said of a file that differs from a good newer one. */
function findingsOf(change: (file: WholeFile, year: WholeFile['years'][string]) => void) {
  const file = fileWith('2026-11-28')
  change(file, file.years['2026'] as WholeFile['years'][string])
  const reading = readCalendarFile(JSON.stringify(file))
  return reading.kind === 'read' ? checkCalendar(reading.file, AGAINST) : { ...reading, warnings: [] }
}

const TRANSFER = { date: '2026-12-26', type: 'transferredWork', to: '2026-12-31', act: 'Приказ' } as const
const BACK = { date: '2026-12-31', type: 'transferredOff', from: '2026-12-26', act: 'Приказ' } as const

describe('a calendar file', () => {
  it('that is whole and newer has neither mistakes nor warnings', () => {
    expect(findingsOf(() => {})).toEqual({ mistakes: [], warnings: [] })
  })

  it('with a swap of two days, as a minister orders it, has neither', () => {
    const findings = findingsOf((file, year) => {
      year.days.push(TRANSFER, BACK)
      withSums(file)
    })
    expect(findings).toEqual({ mistakes: [], warnings: [] })
  })

  it('is told all its mistakes at once', () => {
    const { mistakes } = findingsOf((file, year) => {
      file.country = 'KG'
      year.workingDays = 1
    })
    expect(mistakes).toHaveLength(2)
  })

  it('that is the one in force, or not JSON, is refused', () => {
    const file = JSON.stringify(shippedFile())
    const reading = readCalendarFile(file)
    if (reading.kind !== 'read') throw new Error('the shipped file must be readable')
    expect(checkCalendar(reading.file, AGAINST).mistakes).toEqual([
      'generatedFrom: version 2026-11-22 is not newer than 2026-11-22, which is in force',
    ])
    expect(readCalendarFile(file.slice(0, 100))).toMatchObject({ kind: 'unreadable', mistakes: [/^it is not JSON/] })
    expect(readCalendarFile('null')).toMatchObject({ mistakes: [/^the file: /] })
  })
})

const cases: readonly [string, Parameters<typeof findingsOf>[0], RegExp][] = [
  ['no version', file => (file.generatedFrom = 'ours'), /^generatedFrom: must begin with "compiled YYYY-MM-DD"/],
  ['a version of tomorrow', file => (file.generatedFrom = 'compiled 2026-11-30'), /^generatedFrom: .* still to come/],
  ['a field that nobody knows', (_, year) => Object.assign(year, { note: 'x' }), /^years\.2026: .*note/],
  [
    'a type that nobody knows',
    (_, { days }) => Object.assign(days[3] ?? {}, { type: 'bridge' }),
    /^years\.2026\.days\[3\]\.type \(2026-03-08\): /,
  ],
  ['a name in two languages', (_, { days }) => delete days[0]?.en, /^years\.2026\.days\[0\]\.en \(2026-01-01\): /],
  [
    'a day that does not exist',
    (_, { days }) => Object.assign(days[0] ?? {}, { date: '2026-02-30' }),
    /^years\.2026\.days\[0\]\.date \(2026-02-30\): /,
  ],
  [
    'a day of another year',
    (_, { days }) => Object.assign(days[0] ?? {}, { date: '2025-01-06' }),
    /^years\.2026\.days\[0\] \(2025-01-06\): lies in another year/,
  ],
  [
    'a day twice',
    (_, { days }) => void days.push(...days.slice(0, 1)),
    /^years\.2026\.days\[\d+\] \(2026-01-01\): the day is there twice/,
  ],
  [
    'a swap into a working day',
    (_, { days }) => void days.push({ ...TRANSFER, date: '2026-12-30' }),
    /\(2026-12-30\): is a working day anyway/,
  ],
  [
    'a swap into a day off',
    (_, { days }) => void days.push({ ...BACK, date: '2026-12-27' }),
    /\(2026-12-27\): is a day off anyway/,
  ],
  ['a swap without an order', (_, { days }) => void days.push({ ...BACK, act: '' }), /\.act \(2026-12-31\): /],
  [
    'sums that do not add up',
    (_, year) => (year.workingDays = 248),
    /^years\.2026\.workingDays: 248 is stated, the days give 247/,
  ],
  [
    'a month that does not add up',
    (_, year) => (year.workingDaysByMonth[11] = 21),
    /^years\.2026\.workingDaysByMonth\[11\]: 21 is stated, the days give 22/,
  ],
  ['a year missing between', file => delete file.years['2024'], /^years\.2025: the year before it is missing/],
  ['an old year dropped', file => delete file.years['2021'], /^years\.2021: missing, and the calendar in force has it/],
]

describe('a calendar file with a mistake', () => {
  it.each(cases)(': %s, is refused, and told where', (_, change, mistake) => {
    expect(findingsOf(change).mistakes.join('\n')).toMatch(new RegExp(mistake.source, 'm'))
  })
})

const odd: readonly [string, Parameters<typeof findingsOf>[0], string][] = [
  [
    'half a swap',
    (_, { days }) => void days.push(BACK),
    '2026-12-31 is swapped with 2026-12-26, and 2026-12-26 is not swapped with it',
  ],
  [
    'a holiday that the law does not know',
    (_, { days }) => void days.push({ date: '2026-12-02', type: 'public', kk: 'а', ru: 'б', en: 'c' }),
    '2026-12-02 is no holiday by the law',
  ],
  [
    'a holiday of the law missing',
    (_, year) => (year.days = year.days.filter(day => day.date !== '2026-12-16')),
    '2026-12-16 is a holiday by the law, and not here',
  ],
  [
    'a Sunday’s holiday not made up for',
    (_, year) => (year.days = year.days.filter(day => day.date !== '2026-10-26')),
    '2026-10-25 is a Sunday: 2026-10-26 should be off for it',
  ],
]

describe('a calendar file with something odd', () => {
  it.each(odd)(': %s, passes, with a warning', (_, change, warning) => {
    const findings = findingsOf((file, year) => {
      change(file, year)
      withSums(file)
    })
    expect(findings).toEqual({ mistakes: [], warnings: [warning] })
  })
})
