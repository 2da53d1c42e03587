import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import type { ApplicationMessage } from '../intake/message.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { listApplications, readRowOf } from './list-store.ts'
import type { ListPage, ListQuery } from './view.ts'

const EVERYTHING: ListQuery = { sort: 'newest', limit: 25 }
const BY = { key: 'core', request: 'r' }

async function listOf(applications: Record<string, ApplicationMessage>) {
  const { sql, owner } = await freshDatabase()
  const receive = receiveApplication({
    sql,
    keepDeadline: keepDeadline(openCalendars()),
    now: () => TODAY,
    alarm: () => {},
  })
  for (const [id, message] of Object.entries(applications)) await receive(id, message, BY)
  const list = listApplications(sql, () => TODAY)
  return { sql, owner, list: (query: Partial<ListQuery> = {}) => list(AIGERIM.iin, { ...EVERYTHING, ...query }) }
}

const filed = (number: string, filedOn: string, difference: Partial<ApplicationMessage> = {}) =>
  lumpSum({ number, filedOn, receivedAt: `${filedOn}T10:00:00+05:00`, ...difference })

const numbers = (page: ListPage) => page.rows.map(row => row.application.number)

const amount = { value: '100.00', currency: 'KZT' } as const
const paid = (on: string) => ({ on, amount, contractType: 'mandatory', status: 'executed' }) as const

const FOUR = {
  'a-3': filed('3948292', '2025-04-11', { kind: 'ls-treatment' }),
  'a-1': filed('694563', '2021-08-24'),
  'a-4': bankDetails(),
  'a-2': filed('3971530', '2025-04-16', { kind: 'ls-treatment' }),
}

describe('the list', () => {
  it('shows the newest first, and numbers from the oldest', async () => {
    const { list } = await listOf(FOUR)
    const page = await list()
    expect(page.rows.map(row => [row.ordinal, row.application.number])).toEqual([
      [4, '1114647-ИБР'],
      [3, '3971530'],
      [2, '3948292'],
      [1, '694563'],
    ])
    expect(numbers(await list({ sort: 'oldest' }))).toEqual(numbers(page).reverse())
  })

  it('keeps the numbers under any filter, and counts what matches', async () => {
    const { list } = await listOf(FOUR)
    const page = await list({ kind: 'ls-treatment' })
    expect([page.rows.map(row => row.ordinal), page.total]).toEqual([[3, 2], 2])
    expect(page.kinds).toEqual([
      { kind: 'ls-treatment', count: 2 },
      { kind: 'bank-details', count: 1 },
      { kind: 'ls-housing', count: 1 },
    ])
    expect(numbers(await list({ status: 'accepted' }))).toEqual(['1114647-ИБР'])
    expect((await list({ status: 'refused' })).total).toBe(0)
  })

  it('shows nothing of anybody else', async () => {
    const { list } = await listOf({ other: bankDetails({ iin: SERIK.iin }) })
    expect(await list()).toMatchObject({ rows: [], total: 0, nextCursor: undefined, kinds: [] })
  })

  it('finds 1114647-ИБР however it is typed, by its beginning or any part of it', async () => {
    const { list } = await listOf(FOUR)
    for (const q of [
      '1114647-ИБР',
      '1114647',
      '1114647ибр',
      '№ 1114647 - ибр',
      '1114647-ИБ\u0050', // the Latin letter
      ' 1 114 647 ',
      '4647',
      'ИБР',
      'ибp',
    ])
      expect(numbers(await list({ q })), q).toEqual(['1114647-ИБР'])
  })

  it('finds by the words of a kind’s name in any language, with letters as keyboards have them, and counts', async () => {
    const { list } = await listOf(FOUR)
    for (const q of ['банктік деректемелер', 'БАНКТИК ДЕРЕКТЕМЕЛЕР', 'реквизитов', 'bank details'])
      expect(numbers(await list({ q })), q).toEqual(['1114647-ИБР'])
    const page = await list({ q: 'емделу' })
    expect([page.total, page.rows.map(row => row.ordinal)]).toEqual([2, [3, 2]])
    expect((await list({ q: 'емделу', kind: 'ls-housing' })).total).toBe(0)
    expect((await list({ q: 'реквизитов', status: 'executed' })).total).toBe(0)
  })

  it('finds nothing by what is no number and no name', async () => {
    const { list } = await listOf(FOUR)
    for (const q of ['1114647-XYZ', '%', '_', "' or true --", '---', 'жоқ нәрсе', '\u{10ffff}'])
      expect(await list({ q }), q).toMatchObject({ total: 0, rows: [], nextCursor: undefined })
  })

  it('counts each status', async () => {
    const { list } = await listOf(FOUR)
    expect((await list()).statuses).toEqual([
      { status: 'accepted', count: 1 },
      { status: 'executed', count: 3 },
    ])
  })

  it('shows the application as accepted while it is executed or its withdrawal is checked', async () => {
    const { list, owner } = await listOf(FOUR)
    await owner`update application set state = 'executing', claim = 'c', claimed_at = now() where id = 'a-4'`
    const page = await list({ status: 'accepted' })
    expect(page.rows[0]).toMatchObject({
      status: 'accepted',
      withdrawal: { allowed: false, reason: 'execution-started' },
    })
  })
})

describe('an application with several operations', () => {
  const TWO = {
    'a-1': filed('1', '2025-01-10', { operations: [paid('2025-01-15'), paid('2025-02-15')] }),
    'a-2': filed('2', '2025-01-20'),
  }

  it('has a row for each, in the order of time, all of them leading to the same page', async () => {
    const { list, sql } = await listOf(TWO)
    const page = await list()
    expect(page.rows.map(row => [row.ordinal, row.application.id, row.operation?.on])).toEqual([
      [3, 'a-1', '2025-02-15'],
      [2, 'a-2', undefined],
      [1, 'a-1', '2025-01-15'],
    ])
    const row = await readRowOf(sql, AIGERIM.iin, 'a-1')
    expect(row?.application.operations).toHaveLength(2)
    expect(row).toMatchObject({
      ordinal: 1,
      operation: undefined,
      status: 'executed',
    })
  })

  it('has one row when there is one operation', async () => {
    const { list, sql } = await listOf({ 'a-1': lumpSum() })
    expect((await list()).rows).toMatchObject([{ ordinal: 1, operation: undefined }])
    const row = await readRowOf(sql, AIGERIM.iin, 'a-1')
    expect(row?.application.operations).toMatchObject([{ on: '2025-11-21' }])
  })
})

describe('the pages of 101 rows', () => {
  const many = Object.fromEntries(
    Array.from({ length: 101 }, (_, i) => [`a-${String(i).padStart(3, '0')}`, filed(String(1000 + i), '2025-04-11')]),
  )
  for (const sort of ['newest', 'oldest'] as const)
    it(`give each row once, the ${sort} first, though all were filed on one day`, async () => {
      const { list } = await listOf(many)
      const seen: ListPage[] = []
      let cursor: string | undefined
      do {
        const page = await list({ sort, cursor })
        seen.push(page)
        cursor = page.nextCursor
      } while (cursor)
      expect(seen.map(page => [page.rows.length, page.total])).toEqual([
        [25, 101],
        [25, 101],
        [25, 101],
        [25, 101],
        [1, 101],
      ])
      const ordinals = seen.flatMap(page => page.rows.map(row => row.ordinal))
      const inOrder = Array.from({ length: 101 }, (_, i) => i + 1)
      expect(ordinals).toEqual(sort === 'oldest' ? inOrder : inOrder.reverse())
    })

  it('begin at the beginning for a cursor that is not ours', async () => {
    const { list } = await listOf(FOUR)
    for (const cursor of [
      'x',
      '%',
      '',
      'W10',
      Buffer.from('["2026-99-99","x","a",0]').toString('base64url'),
      'A'.repeat(5000),
    ])
      expect((await list({ cursor })).rows, cursor).toHaveLength(4)
  })
})
