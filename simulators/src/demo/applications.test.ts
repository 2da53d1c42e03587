// The demonstration's data: the memo's rows, literal and moved in time, and the long list.
import { describe, expect, it } from 'vitest'
import { almatyDay } from './almaty.ts'
import { demoApplications } from './applications.ts'
import { EMPTY, LONG_LIST, MAIN, MEMO, PERSONS } from './persons.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const of = (iin: string, now = NOW) => demoApplications(now).filter(({ application }) => application.iin === iin)
const rowsOf = (iin: string) => of(iin).flatMap(({ application: { operations } }) => operations.length || 1)

describe('the memo’s cards', () => {
  it('tell with whom and how much: «Отбасы банк», «BCC Invest», and neither for bank details', () => {
    const card = (number: string) => {
      const { application } = of(MEMO.iin).find(({ application: a }) => a.number === number) ?? {}
      return [application?.receivedAt, application?.counterparty?.name.kk ?? null, application?.amount]
    }
    expect(card('5155344')).toEqual([
      '2025-11-19T17:54:03+05:00',
      '«Отбасы банк» АҚ',
      { value: '5500000.00', currency: 'KZT' },
    ])
    expect(card('1114647-ИБР')).toEqual(['2026-06-16T10:52:27+05:00', null, null])
    expect(card('190159')).toEqual([
      '2026-06-16T11:30:06+05:00',
      '«BCC Invest» АҚ',
      { value: '500.00', currency: 'KZT' },
    ])
  })
})

describe('the demonstration', () => {
  it('tells the memo’s person the memo’s rows to the letter', () => {
    const rows = of(MEMO.iin).map(({ application: a }) => [
      a.kind,
      ...a.contractTypes,
      a.filedOn,
      a.number,
      a.status.is,
    ])
    expect(rows).toEqual([
      ['ls-housing', 'mandatory', '2021-08-24', '694563', 'executed'],
      ['ls-treatment', 'mandatory', '2025-04-11', '3948292', 'executed'],
      ['ls-treatment', 'mandatory', '2025-04-16', '3971530', 'refused'],
      ['ls-treatment', 'mandatory', '2025-07-12', '4336734', 'executed'],
      ['ls-housing', 'mandatory', '2025-11-19', '5155344', 'executed'],
      ['bank-details', 'mandatory', '2026-06-16', '1114647-ИБР', 'accepted'],
      ['tr-ipm-choose', 'mandatory', '2026-06-16', '190159', 'accepted'],
    ])
  })

  it('keeps the moments of the memo’s cards to the second, by the Almaty clock', () => {
    const moments = of(MEMO.iin).map(({ application }) => application.receivedAt)
    expect(moments).toContain('2025-11-19T17:54:03+05:00')
    expect(moments).toContain('2026-06-16T10:52:27+05:00')
    expect(moments[0]).toBe('2021-08-24T11:20:45+06:00')
  })

  for (const now of ['2024-11-05T03:00:00Z', '2026-06-17T00:00:00Z', '2026-11-22T20:00:00Z', '2027-01-01T12:00:00Z']) {
    it(`dates the main person’s open applications within the week before ${now}`, () => {
      const at = new Date(now)
      const open = of(MAIN.iin, at).filter(({ application }) => application.status.is === 'accepted')
      expect(open).toHaveLength(2)
      for (const { application } of open) {
        const age = (Date.parse(almatyDay(at)) - Date.parse(application.filedOn)) / 86_400_000
        expect(age).toBeGreaterThanOrEqual(1)
        expect(age).toBeLessThanOrEqual(7)
      }
    })
  }

  it('gives the long list 101 rows, the memo’s four at the end', () => {
    const rows = rowsOf(LONG_LIST.iin)
    expect(rows.reduce((sum, n) => sum + n, 0)).toBe(101)
    const days = of(LONG_LIST.iin).map(({ application }) => application.filedOn)
    expect(days).toEqual(days.toSorted())
    expect(days.slice(-4)).toEqual(['2025-04-11', '2025-04-16', '2025-07-12', '2026-06-16'])
  })

  it('leaves one person without any application', () => expect(of(EMPTY.iin)).toEqual([]))

  it('uses no id twice, and no number twice within a series', () => {
    const all = demoApplications(NOW)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ application: a }) => `${a.series} ${a.number}`)).size).toBe(all.length)
  })

  it('is the same for the same first moment', () => {
    expect(demoApplications(NOW)).toEqual(demoApplications(NOW))
  })

  it('has persons whom nobody real can match: month 13 or more, and a right check digit', () => {
    const made = PERSONS.filter(({ iin }) => !iin.startsWith('1234567890'))
    expect(made.filter(({ iin }) => Number(iin.slice(2, 4)) < 13)).toEqual([])
    expect(made.filter(({ iin }) => checkDigit(iin) !== Number(iin[11]))).toEqual([])
  })
})

function checkDigit(iin: string): number {
  const weigh = (shift: number) =>
    [...iin.slice(0, 11)].reduce((sum, digit, i) => sum + Number(digit) * (((i + shift) % 11) + 1), 0) % 11
  return weigh(0) < 10 ? weigh(0) : weigh(2)
}
