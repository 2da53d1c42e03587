// The list as a function: what it shows in each language, for each state, and how much it weighs.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { KIND_IDS } from './kinds.ts'
import { ListPage } from './list-page.tsx'
import { readListQuery } from './list-query.ts'
import { aList, aLumpSum, anApplication, inEveryState } from './test-applications.ts'
import type { ListPage as List } from './view.ts'

const NEWEST = readListQuery({})
const page = (language: 'kk' | 'ru' | 'en', list: List, query = NEWEST) =>
  documentOf(<ListPage frame={aFrame(language)} list={list} query={query} />)

describe('the list', () => {
  it('has the six columns of the memo with the corrected words', () => {
    const columns = [...page('kk', aList([aLumpSum()])).matchAll(/<th scope="col">([^<]+)/g)].map(([, text]) => text)
    expect(columns).toEqual(['№', 'Өтініш түрі', 'Шарт түрі', 'Өтініш берілген күн', 'Өтініш №', 'БЖЗҚ-дағы мәртебесі'])
  })

  it('shows a row with its ordinal, kind, contract, date, number and status', () => {
    expect(readable(page('kk', aList([aLumpSum()])))).toContain(
      '1 Тұрғын үй жағдайларын жақсартуға арналған біржолғы зейнетақы төлемдеріне өтініш МЗЖ 19.11.2025 5155344 Орындалды',
    )
  })

  it('leads from the kind of a row to its page', () => {
    expect(page('ru', aList([anApplication({ id: 'a.b-c_1' })]))).toContain('<a href="/ru/applications/a.b-c_1">')
  })

  it('says of each row that it can be withdrawn, or why not', () => {
    const text = readable(page('kk', aList([anApplication(), aLumpSum()])))
    expect(text).toContain('Өңдеуге қабылданды Күшін жоюға болады')
    expect(text).toContain('Орындалды Күшін жою көзделмеген')
  })

  it('names both withdrawable kinds in the footnote', () => {
    expect(readable(page('kk', aList([anApplication()])))).toMatch(/Банктік деректемелерді өзгерту туралы.*ИПБ-ның/)
  })

  it('shows one row for one operation, with its date and contract', () => {
    const operation = { on: '2025-12-01', amount: undefined, contractType: 'voluntary', status: 'executed' } as const
    const list = aList([aLumpSum()])
    const rows = list.rows.map(row => ({ ...row, operation }))
    expect(readable(page('en', { ...list, rows }))).toContain('VPC 1 Dec 2025')
  })

  it('shows every state in every language with nothing missing', () => {
    for (const language of LANGUAGES)
      expect(readable(page(language, aList([...inEveryState])))).not.toMatch(/undefined|\[object|null|NaN/)
  })

  it('tells a person with nothing what would be here and where to apply', () => {
    const html = page('kk', aList([]))
    expect(readable(html)).toContain('Сізде әзірге өтініш жоқ')
    expect(html).not.toContain('<table')
    expect(html).not.toContain('name="kind"')
  })

  it('keeps the filter when nothing matches it', () => {
    const html = page('kk', aList([]), readListQuery({ status: 'refused', q: '77' }))
    expect(readable(html)).toContain('Бұл іріктеуге сай өтініш жоқ.')
    expect(html).toContain('<option value="refused" selected="">')
    expect(html).toContain('value="77"')
  })

  it('leads on to the next page with the same question', () => {
    const html = page('kk', aList([anApplication()], { nextCursor: 'c 1' }), readListQuery({ q: '1114647-ИБР' }))
    expect(html).toContain('href="/kk/applications?q=1114647-%D0%98%D0%91%D0%A0&amp;cursor=c+1"')
  })

  it('weighs at most 14 KB with 25 rows of the longest names', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      anApplication({
        id: `${crypto.randomUUID()}`,
        kind: KIND_IDS[i % KIND_IDS.length] ?? 'pay-age',
        number: `${i}9151`,
      }),
    )
    for (const language of LANGUAGES)
      expect(gzipSync(page(language, aList(many, { nextCursor: 'x' }))).length).toBeLessThan(14 * 1024)
  })
})

describe('readListQuery', () => {
  it('leaves out what it does not know', () => {
    expect(readListQuery({ kind: 'nonsense', status: "' or 1=1", sort: 'sideways', q: '   ', cursor: '' })).toEqual(
      NEWEST,
    )
  })

  it('takes what it knows', () => {
    expect(
      readListQuery({ kind: 'ls-housing', status: 'unclear', sort: 'oldest', q: ' 5155344 ', cursor: 'x' }),
    ).toEqual({
      kind: 'ls-housing',
      status: 'unclear',
      sort: 'oldest',
      q: '5155344',
      cursor: 'x',
      limit: 25,
    })
  })
})
