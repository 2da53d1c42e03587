import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../applications/kinds.ts'
import { places, projectRoot } from '../root.ts'
import { almatyMidnight, plusDays } from './almaty.ts'
import { type Calendar, type CalendarFile, type Day, readCalendar, workingDaysBetween } from './calendar.ts'
import { type DeadlineInput, deadlineOf } from './deadline.ts'
import { CALENDAR_DAYS_30, type DeadlinePolicy, WORKING_DAYS_5, WORKING_DAYS_10 } from './policy.ts'
import { firstPromise, recount } from './promise.ts'
import { countTerm } from './term.ts'

type WholeFile = CalendarFile & {
  readonly years: Readonly<Record<string, CalendarFile['years'][string] & { readonly workingDays: number }>>
  readonly history: readonly { readonly date: string; readonly changedOn: string }[]
}
const FILE: WholeFile = JSON.parse(readFileSync(places(projectRoot()).calendar, 'utf8'))
const CALENDAR = readCalendar(FILE)

/** The calendar as people knew it on that day: days that became working days later are off again. */
function asKnownOn(knownOn: string): Calendar {
  const wasOff = new Set(FILE.history.filter(change => change.changedOn > knownOn).map(change => change.date))
  return {
    ...CALENDAR,
    version: `${CALENDAR.version} as known on ${knownOn}`,
    day: date =>
      wasOff.has(date)
        ? { date, works: false, why: 'holiday', name: undefined, instead: undefined }
        : CALENDAR.day(date),
  }
}

const after = (n: number): DeadlinePolicy => ({ ...WORKING_DAYS_5, n, firstDay: 'nextDay', cutoff: undefined })
const onDay = (date: string) => new Date(almatyMidnight(date).getTime() + 12 * 3_600_000)
const endOf = (policy: DeadlinePolicy, at: Date, calendar = CALENDAR) => countTerm(policy, at, calendar)?.date

describe('the golden deadlines of the memo', () => {
  for (const [n, what, kind, receivedAt, date] of [
    [1, 'a lump sum for housing', 'ls-housing', '2025-11-19T17:54:03+05:00', '2025-11-26'],
    [2, 'a change of bank details', 'bank-details', '2026-06-16T10:52:27+05:00', '2026-06-29'],
    [3, 'a transfer to a portfolio manager', 'tr-ipm-choose', '2026-06-16T11:30:06+05:00', '2026-07-16'],
  ] as const)
    it(`golden test ${n}: ${what}, received ${receivedAt}, is due by ${date}`, () => {
      expect(endOf(KINDS[kind].deadline, new Date(receivedAt))).toBe(date)
    })
})

describe('counting working days', () => {
  it('takes the first moment of a day as that day, through the night in which the clock was put back', () => {
    for (const [receivedAt, registered] of [
      ['2024-02-29T00:00:00+06:00', '2024-02-29'],
      ['2024-02-29T23:59:59+06:00', '2024-02-29'],
      ['2024-02-29T23:30:00+05:00', '2024-02-29'], // the hour that came twice
      ['2024-03-01T00:00:00+05:00', '2024-03-01'],
    ] as const) {
      const days = countTerm({ ...CALENDAR_DAYS_30, n: 1, ifDayOff: 'keep' }, new Date(receivedAt), CALENDAR)?.days
      expect([receivedAt, days?.[0]?.date]).toEqual([receivedAt, registered])
    }
    expect(endOf(WORKING_DAYS_10, new Date('2024-02-29T23:59:59+06:00'))).toBe('2024-03-15') // over 8 March
    expect(endOf(after(1), new Date('2024-02-29T23:59:59+06:00'))).toBe('2024-03-01')
    expect(endOf(after(1), new Date('2024-03-01T00:00:00+05:00'))).toBe('2024-03-04')
  })
  it('goes over the ends of months and of the year', () => {
    expect(endOf(WORKING_DAYS_5, onDay('2026-04-29'))).toBe('2026-05-06')
    expect(endOf(WORKING_DAYS_10, onDay('2026-12-30'))).toBe('2027-01-15') // 1, 2, 4 and 7 January are off
  })
  it('takes the last day of August 2026 as an ordinary day, as it became in March', () => {
    expect(endOf(after(5), onDay('2026-08-24'))).toBe('2026-08-31')
    expect(endOf(after(5), onDay('2026-08-24'), asKnownOn('2026-03-17'))).toBe('2026-09-01')
  })
  it('goes over Nauryz and the days that follow it', () => {
    expect(endOf(after(5), onDay('2026-03-16'))).toBe('2026-03-26')
  })
  it('counts a Sunday that was made a working day', () => {
    expect(endOf(after(2), onDay('2024-12-31'))).toBe('2025-01-06')
    expect(
      countTerm(after(2), onDay('2024-12-31'), CALENDAR)?.days.find(day => day.date === '2025-01-05'),
    ).toMatchObject({
      counts: true,
      why: 'transferred-work',
    })
  })
  it('follows the moon of June 2024, and knows what was thought before', () => {
    expect(endOf(after(5), onDay('2024-06-11'))).toBe('2024-06-18')
    expect(endOf(after(5), onDay('2024-06-11'), asKnownOn('2024-06-06'))).toBe('2024-06-19')
  })
  it('skips the shifted holidays of May', () => {
    expect(endOf(after(10), onDay('2026-05-05'))).toBe('2026-05-21')
  })
  it('registers what came on a Saturday on the Monday', () => {
    const term = countTerm(WORKING_DAYS_5, onDay('2025-07-12'), CALENDAR)
    expect(term?.date).toBe('2025-07-18')
    expect(term?.days.map(day => [day.date, day.counts, day.why]).slice(0, 3)).toEqual([
      ['2025-07-12', false, 'weekend'],
      ['2025-07-13', false, 'weekend'],
      ['2025-07-14', true, 'working'],
    ])
  })
  it('counts the day of arrival until half past five, to the second', () => {
    expect(endOf(WORKING_DAYS_5, new Date('2026-06-16T17:30:00+05:00'))).toBe('2026-06-22')
    expect(endOf(WORKING_DAYS_5, new Date('2026-06-16T17:30:01+05:00'))).toBe('2026-06-23')
  })
})

describe('counting calendar days', () => {
  it('ends where it ends, when the rule says so', () => {
    expect(endOf({ ...CALENDAR_DAYS_30, ifDayOff: 'keep' }, onDay('2026-06-05'))).toBe('2026-07-05') // a Sunday
  })

  it('is 30 days and not a month', () => {
    expect(endOf(CALENDAR_DAYS_30, new Date('2027-01-31T12:00:00+05:00'))).toBe('2027-03-02')
  })
  it('moves an end on a day off to the next working day, and shows why', () => {
    const term = countTerm(CALENDAR_DAYS_30, onDay('2026-06-05'), CALENDAR) // 5 July is a Sunday, 6 July a holiday
    expect(term?.date).toBe('2026-07-07')
    expect(term?.days.slice(-3).map(day => day.why)).toEqual(['calendar', 'holiday', 'working'])
  })
})

describe('a deadline', () => {
  const input = { policy: WORKING_DAYS_10, receivedAt: new Date('2026-06-16T10:52:27+05:00'), closedOn: undefined }
  const kept = firstPromise({ date: '2026-06-29', version: CALENDAR.version, at: input.receivedAt })
  const read = (difference: Partial<DeadlineInput> & { today: string }, promise = kept) =>
    deadlineOf({ ...input, ...difference }, promise, { newest: CALENDAR, of: () => CALENDAR })

  it('is absent past the end of the calendar, and before its beginning', () => {
    expect(countTerm(WORKING_DAYS_5, onDay('2027-12-30'), CALENDAR)).toBeUndefined()
    expect(countTerm(CALENDAR_DAYS_30, onDay('2027-12-30'), CALENDAR)).toBeUndefined()
    expect(countTerm(WORKING_DAYS_5, onDay('2020-12-31'), CALENDAR)).toBeUndefined()
  })
  for (const [today, closedOn, state, left] of [
    ['2026-06-16', undefined, 'running', 9],
    ['2026-06-29', undefined, 'running', 0],
    ['2026-06-30', undefined, 'overdue', -1],
    ['2026-11-22', '2026-06-25', 'met', 2],
    ['2026-11-22', '2026-06-29', 'met', 0],
    ['2026-11-22', '2026-07-01', 'overdue', -2],
    ['2028-01-10', '2027-12-31', 'overdue', -377],
    ['2028-01-10', undefined, 'overdue', -383],
  ] as const)
    it(`is ${state} by ${left} on ${today}${closedOn ? ` when closed on ${closedOn}` : ''}`, () => {
      expect(read({ closedOn, today })).toMatchObject({
        date: '2026-06-29',
        state,
        workingDaysLeft: left,
        calendarVersion: CALENDAR.version,
      })
    })
  it('says by how many days an early end was early: the lump sum of the memo was executed three days before', () => {
    const receivedAt = new Date('2025-11-19T17:54:03+05:00')
    const lumpSum = { policy: WORKING_DAYS_5, receivedAt, closedOn: '2025-11-21' }
    const promise = firstPromise({ date: '2025-11-26', version: CALENDAR.version, at: receivedAt })
    expect(read({ ...lumpSum, today: '2026-06-16' }, promise).workingDaysLeft).toBe(3)
  })
  it('shows no days rather than days that do not add up, when the rule has changed since it was promised', () => {
    expect(read({ today: '2026-06-17' }).days).toHaveLength(14)
    expect(read({ today: '2026-06-17', policy: WORKING_DAYS_5 })).toMatchObject({ date: '2026-06-29', days: [] })
  })
})

describe('what newer calendars did to a deadline', () => {
  const receivedAt = new Date('2026-06-24T10:52:27+05:00')
  const FIRST = firstPromise({ date: '2026-07-08', version: CALENDAR.version, at: receivedAt })

  /** After each of these calendars, given as the days that differ in it from ours: true works. */
  function changeAfter(...calendars: readonly Readonly<Record<string, boolean>>[]) {
    const known = new Map([[CALENDAR.version, CALENDAR]])
    let kept = FIRST
    for (const [i, days] of calendars.entries()) {
      const version = `v${i + 2}`
      const calendar = { ...CALENDAR, version, day: (date: string) => changed(CALENDAR.day(date), days[date]) }
      known.set(version, calendar)
      const date = endOf(WORKING_DAYS_10, receivedAt, calendar)
      if (date) kept = recount(kept, { date, version, at: new Date('2026-06-25T09:00:00+05:00') }).deadline
    }
    const input = { policy: WORKING_DAYS_10, receivedAt, closedOn: undefined, today: '2026-06-25' }
    const { date, change } = deadlineOf(input, kept, {
      newest: CALENDAR,
      of: version => known.get(version) ?? CALENDAR,
    })
    return { date, ...change, because: change && 'because' in change ? change.because.map(day => day.date) : undefined }
  }
  const changed = (day: Day | undefined, works: boolean | undefined): Day | undefined =>
    day && { ...day, works: works ?? day.works }

  it('is nothing before there is one, and nothing but its version when the date is the same', () => {
    expect(changeAfter()).toEqual({ date: '2026-07-08', because: undefined })
    const beside = { '2026-07-09': false, '2026-06-23': false }
    expect(changeAfter(beside)).toEqual({ date: '2026-07-08', is: 'unchanged', version: 'v2', because: undefined })
  })

  it('is told with the days between the arrival and the later of the two dates, both included', () => {
    const earlier = { '2026-06-23': false, '2026-07-06': true, '2026-07-08': false, '2026-07-09': false }
    const because = ['2026-07-06', '2026-07-08']
    expect(changeAfter(earlier)).toEqual({
      date: '2026-07-07',
      is: 'moved',
      version: 'v2',
      from: '2026-07-08',
      because,
    })
    const later = { '2026-06-24': false, '2026-07-09': false, '2026-07-10': false, '2026-07-13': true }
    expect(changeAfter({ ...later, '2026-07-14': false })).toEqual({
      ...{ date: '2026-07-08', is: 'kept', version: 'v2', wouldBe: '2026-07-13' },
      because: ['2026-06-24', '2026-07-09', '2026-07-10'],
    })
  })

  it('is measured against the calendar of the promise: the days of one that changed nothing since are not to blame', () => {
    const swapped = { '2026-07-01': false, '2026-07-04': true } // as many as before
    expect(changeAfter(swapped, { ...swapped, '2026-07-07': false })).toMatchObject({
      ...{ date: '2026-07-08', is: 'kept', version: 'v3', wouldBe: '2026-07-09' },
      because: ['2026-07-07'],
    })
  })

  it('is a move for good, until a calendar would give a later date', () => {
    const earlier = { '2026-07-06': true }
    const moved = { date: '2026-07-07', is: 'moved', from: '2026-07-08', because: ['2026-07-06'] }
    expect(changeAfter(earlier, { ...earlier, '2026-07-20': false })).toEqual({ ...moved, version: 'v3' })
    expect(changeAfter(earlier, {})).toMatchObject({ date: '2026-07-07', is: 'kept', wouldBe: '2026-07-08' })
    expect(changeAfter(earlier, {}, earlier)).toEqual({ ...moved, version: 'v4' })
  })
})

describe('every term', () => {
  const days = fc.integer({ min: 0, max: 6 * 365 }).map(n => plusDays('2021-01-01', n))
  const policies = fc.constantFrom(WORKING_DAYS_5, WORKING_DAYS_10, CALENDAR_DAYS_30)

  it('counts exactly its days, ends on the last listed, and that is a working day', () => {
    fc.assert(
      fc.property(days, policies, (date, policy) => {
        const term = countTerm(policy, onDay(date), CALENDAR)
        expect(term?.days.filter(day => day.counts)).toHaveLength(policy.n)
        expect(term?.days.at(-1)?.date).toBe(term?.date)
        expect(CALENDAR.day(term?.date ?? '')?.works).toBe(true)
      }),
      { seed: 2026, numRuns: 500 },
    )
  })
  it('never ends earlier for what came later, to the second, on one day too, around the hour of registration', () => {
    const cutOff = 17.5 * 3600
    const seconds = fc.oneof(
      fc.integer({ min: 0, max: 86_399 }),
      fc.integer({ min: -2, max: 2 }).map(n => cutOff + n),
    )
    const moments = fc
      .tuple(days, seconds)
      .map(([date, second]) => new Date(almatyMidnight(date).getTime() + second * 1000))
    const pairs = fc.oneof(
      fc.tuple(moments, moments),
      fc.tuple(days, seconds, seconds).map(([date, ...both]) => {
        const [a, b] = both.map(second => new Date(almatyMidnight(date).getTime() + second * 1000))
        return [a, b] as [Date, Date]
      }),
    )
    fc.assert(
      fc.property(pairs, policies, (pair, policy) => {
        const [earlier, later] = pair.toSorted((a, b) => a.getTime() - b.getTime()) as [Date, Date]
        const [first, next] = [endOf(policy, earlier), endOf(policy, later)]
        if (first !== undefined && next !== undefined) expect(next >= first).toBe(true)
        if (first === undefined) expect(next).toBeUndefined() // past the end of the calendar there is no way back
      }),
      { seed: 2026, numRuns: 1000 },
    )
  })
  it('of working days: between two days are as many as between them the other way round, and they add up', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        const between = (from: string, to: string) => workingDaysBetween(CALENDAR, from, to)
        expect(between(a, b) + between(b, a)).toBe(0)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
      { seed: 2026, numRuns: 200 },
    )
  })
  it('agrees with the working days of each year that the calendar itself states', () => {
    for (const [year, { workingDays }] of Object.entries(FILE.years))
      expect([year, workingDaysBetween(CALENDAR, `${Number(year) - 1}-12-31`, `${year}-12-31`)]).toEqual([
        year,
        workingDays,
      ])
  })
})
