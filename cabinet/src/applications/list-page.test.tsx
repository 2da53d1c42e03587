// The list as a function: what it shows in each language, for each state, and how much it weighs.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Attention } from './attention.ts'
import { isSilent } from './core-silence.ts'
import { writeCursor } from './cursor.ts'
import { KIND_IDS, type KindId } from './kinds.ts'
import { ListPage } from './list-page.tsx'
import { readList, readListQuery } from './list-query.ts'
import { aList, aLumpSum, anApplication, inEveryState } from './test-applications.ts'
import { type ListPage as List, PARTS, type Part } from './view.ts'

const NEWEST = readListQuery({})
const CURSOR = writeCursor({
  day: '2026-06-16',
  at: new Date('2026-06-16T05:52:27Z'),
  id: 'a-1',
  position: 0,
  back: true,
})
type More = Partial<{ unclear: readonly Part[]; silent: boolean }>
const page = (language: 'kk' | 'ru' | 'en', list: List, query = NEWEST, more: More = {}) => {
  const shown = { list, query, unclear: [], silent: false, ...more }
  return documentOf(<ListPage frame={aFrame(language)} {...shown} />)
}

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
    expect(page('ru', aList([anApplication({ id: 'a.b-c_1' })]))).toContain(
      '<a href="/ru/applications/a.b-c_1?from=%23n1">',
    )
  })

  it('says of each row that it can be withdrawn, or why not', () => {
    const text = readable(page('kk', aList([anApplication(), aLumpSum()])))
    expect(text).toContain('Өңдеуге қабылданды Күшін жоюға болады')
    expect(text).toContain('Орындалды Күшін жою көзделмеген')
  })

  it('says of a row that its withdrawal is begun, and until when it can be signed', () => {
    const list = aList([anApplication()])
    const draftUntil = new Date('2026-06-17T12:30:00+05:00')
    const text = readable(page('kk', { ...list, rows: list.rows.map(row => ({ ...row, draftUntil })) }))
    expect(text).toContain('Күшін жою өтініші дайын, қол қоюға болатын соңғы уақыт: 12:30')
    expect(text).not.toContain('Күшін жоюға болады')
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
})

describe('the form and the ways on', () => {
  it('come back from a row to the same question, page and row', () => {
    const html = page('kk', aList([anApplication()]), readListQuery({ status: 'accepted', sort: 'oldest' }))
    expect(html).toContain('href="/kk/applications/a-1?from=%3Fstatus%3Daccepted%26sort%3Doldest%23n1"')
    expect(page('kk', aList([anApplication()]))).toContain('href="/kk/applications/a-1?from=%23n1"')
    expect(html).toContain('<tr id="n1">')
  })

  it('offer the kinds and statuses that the person has, with how many, and the one that is asked for', () => {
    const html = page('kk', aList([anApplication()]), readListQuery({ kind: 'vpc-refund', status: 'refused' }))
    const options = [...html.matchAll(/<option value="([^"]*)"( selected="")?>([^<]*)/g)].map(([, ...option]) => option)
    expect(options).toContainEqual(['bank-details', undefined, 'Банктік деректемелерді өзгерту туралы өтініш (1)'])
    expect(options).toContainEqual(['accepted', undefined, 'Өңдеуге қабылданды (1)'])
    expect(options).toContainEqual(['vpc-refund', ' selected=""', 'Қате есептелген ЕЗЖ қайтару туралы өтініш (0)'])
    expect(options).toContainEqual(['refused', ' selected=""', 'Бас тартылды (0)'])
    expect(options.map(([value]) => value)).not.toContain('executed')
  })

  it('keep the filter when nothing matches it', () => {
    const html = page('kk', aList([]), readListQuery({ status: 'refused', q: '77' }))
    expect(readable(html)).toContain('Бұл іріктеуге сай өтініш жоқ.')
    expect(html).toContain('<option value="refused" selected="">')
    expect(html).toContain('value="77"')
  })

  it('lead on to the next page with the same question', () => {
    const html = page('kk', aList([anApplication()], { nextCursor: 'c 1' }), readListQuery({ q: '1114647-ИБР' }))
    expect(html).toContain('href="/kk/applications?q=1114647-%D0%98%D0%91%D0%A0&amp;cursor=c+1"')
  })

  it('lead back to the page before and to the first, from any but the first', () => {
    const later = readListQuery({ sort: 'oldest', cursor: CURSOR })
    const html = page('kk', aList([anApplication()], { previousCursor: 'p', nextCursor: 'n' }), later)
    for (const [name, href] of [
      ['Бірінші бет', '?sort=oldest'],
      ['Алдыңғы бет', '?sort=oldest&amp;cursor=p'],
      ['Келесі бет', '?sort=oldest&amp;cursor=n'],
    ])
      expect(html).toMatch(new RegExp(`href="/kk/applications${href?.replace('?', '\\?')}"[^>]*>${name}`))
    expect(page('kk', aList([anApplication()]))).not.toContain('class="pager"')
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

describe('what needs its person', () => {
  const application = { id: 'a-1', number: '1114647-ИБР', kind: 'bank-details' } as const
  const attention: Attention = {
    items: [
      { application, need: { is: 'signature-not-counted' } },
      { application, need: { is: 'appeal-open', until: '2026-09-17' } },
      { application, need: { is: 'overdue', since: '2026-06-29' } },
      { application, need: { is: 'unclear', syncedAt: new Date('2026-06-17T08:00:00+05:00') } },
    ],
    others: ['refused'],
  }

  it('stands above the table: what it is, what to do, until when, and the way there', () => {
    const html = page('kk', aList([anApplication()], { attention }))
    const text = readable(html)
    expect(html.indexOf('id="attention"')).toBeLessThan(html.indexOf('<form class="filter"'))
    expect(text).toContain('Күшін жойғыңыз келсе, қайта қол қойыңыз.')
    expect(text).toContain('Келіспесеңіз, 17.09.2026 күнін қоса алғанда шағым бере аласыз.')
    expect(text).toContain('БЖЗҚ-ның мерзімі 29.06.2026 күні өтті')
    expect(text).toContain('БЖЗҚ 17.06.2026 08:00:00 сәтінде оны анық айтпады')
    expect(html.match(/href="\/kk\/applications\/a-1\?from="/g)).toHaveLength(4) // back to this very list; those of the table say which row it was
    expect(html).toContain('href="/kk/applications?status=refused"')
  })

  it('is said in every language, and there is no such section when nothing needs anybody', () => {
    for (const language of LANGUAGES)
      expect(readable(page(language, aList([anApplication()], { attention })))).not.toMatch(/undefined|\[object/)
    expect(page('kk', aList([anApplication()]))).not.toContain('id="attention"')
  })
})

describe('as of when', () => {
  const HEARD = { asOf: new Date('2026-06-17T12:00:00+05:00') }

  it('the data of the fund are known is said, and aloud once its core has long been silent', () => {
    const quiet = readable(page('kk', aList([anApplication()], HEARD)))
    expect(quiet).toContain('БЖЗҚ деректері: 17.06.2026 12:00:00 жағдайы бойынша')
    expect(quiet).not.toContain('соңғы дерек')
    const silent = readable(page('kk', aList([anApplication()], HEARD), NEWEST, { silent: true }))
    expect(silent).toContain('БЖЗҚ-дан соңғы дерек 17.06.2026 12:00:00 сәтінде келді.')
  })

  it('the data of the fund are known is said also where there is nothing, once its core has spoken', () => {
    const SAID = 'БЖЗҚ деректері: 17.06.2026 12:00:00 жағдайы бойынша'
    const empty = readable(page('kk', aList([], HEARD)))
    expect(empty.indexOf(SAID)).toBeGreaterThan(empty.indexOf('Сізде әзірге өтініш жоқ'))
    const never = page('kk', aList([], { asOf: undefined }))
    expect(readable(never)).toContain('Сізде әзірге өтініш жоқ')
    expect(readable(never)).not.toContain('БЖЗҚ деректері')
  })

  it.each([
    [undefined, false, 'it has never spoken'],
    ['2026-06-17T00:00:01+05:00', false, 'it spoke twelve hours ago less a second'],
    ['2026-06-17T00:00:00+05:00', true, 'it spoke twelve hours ago'],
    ['2026-06-17T12:05:00+05:00', false, 'its word has a moment that is still to come'],
  ])('a core that spoke at %s is silent: %s, since %s', (at, expected, _because) => {
    const now = new Date('2026-06-17T12:00:00+05:00')
    expect(isSilent(at === undefined ? undefined : new Date(at), now, 12)).toBe(expected)
  })
})

describe('data from outside', () => {
  it('keep to themselves whichever way they are written', () => {
    const html = page('kk', aList([anApplication({ number: 'אבג-1' })]))
    expect(html).toContain('<bdi>אבג-1</bdi>')
  })

  it('of a kind that the catalogue lacks are shown with its code and offer nothing', () => {
    const html = page('en', aList([anApplication({ kind: 'ls-car' as KindId })]))
    expect(readable(html)).toMatch(
      /1 ls-car CPC 16 Jun 2026 1114647-ИБР Accepted for processing Withdrawal not provided for/,
    )
    expect(html).toContain('<option value="ls-car">ls-car (1)</option>')
  })

  it.each([
    ['2024-02-29', '29.02.2024', 'the last day of UTC+6'],
    ['2024-03-01', '01.03.2024', 'the first day of UTC+5'],
    ['2025-12-31', '31.12.2025', 'the end of a year'],
    ['2028-02-29', '29.02.2028', 'a leap day'],
  ])('filed on %s show %s: %s', (filedOn, shown) => {
    expect(readable(page('ru', aList([anApplication({ filedOn })])))).toContain(shown)
  })
})

describe('the address of the list', () => {
  it('leaves out what it does not know, and says which parts', () => {
    const { query, unclear } = readList({
      ...{ kind: "' or 1=1", status: '__proto__', sort: 'sideways', cursor: 'W10' },
      q: 'ұ'.repeat(101),
    })
    expect(unclear).toEqual(PARTS)
    expect(query).toEqual({ ...NEWEST, q: 'ұ'.repeat(100) })
  })

  it('finds nothing wrong with what a form sends when nothing was chosen', () => {
    expect(readList({ kind: '', status: '', sort: 'newest', q: '   ' })).toEqual({ query: NEWEST, unclear: [] })
  })

  it('takes no character that hides or turns a line', () => {
    expect(readListQuery({ q: '\u202e1114647\u0000-ИБР\n' }).q).toBe('1114647 -ИБР')
  })

  it('takes what it knows', () => {
    expect(
      readListQuery({ kind: 'ls-housing', status: 'unclear', sort: 'oldest', q: ' 5155344 ', cursor: CURSOR }),
    ).toEqual({
      kind: 'ls-housing',
      status: 'unclear',
      sort: 'oldest',
      q: '5155344',
      cursor: CURSOR,
      limit: 25,
    })
  })
})
