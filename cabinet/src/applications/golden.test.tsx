// The memo's own examples of the list (REQUIREMENTS §3 and §11, 4 and 5).
import { demoApplications } from '@otinish/simulators/demo/applications'
import { MEMO as DEMO } from '@otinish/simulators/demo/persons'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import type { ApplicationMessage } from '../intake/message.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import type { Language } from '../web/language.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { DetailsPage } from './details-page.tsx'
import { KIND_IDS, type KindId } from './kinds.ts'
import { listApplications } from './list-store.ts'
import { ListTable } from './list-table.tsx'
import { anApplication, aRow, detailsOf, inEveryState } from './test-applications.ts'
import type { ListPage } from './view.ts'

const BY = { key: 'core', request: 'r' }
const refusal = { code: 'documents-missing', text: { kk: 'а', ru: 'б', en: 'c' } }
const filed = (number: string, filedOn: string, over: Partial<ApplicationMessage> = {}) =>
  lumpSum({ number, filedOn, receivedAt: `${filedOn}T10:00:00+05:00`, ...over })

const treatment = { kind: 'ls-treatment', purpose: 'treatment' } as const
const MEMO: Readonly<Record<string, ApplicationMessage>> = {
  'm-1': filed('694563', '2021-08-24'),
  'm-2': filed('5155344', '2025-11-19'),
  'm-98': filed('3948292', '2025-04-11', treatment),
  'm-99': filed('3971530', '2025-04-16', {
    ...treatment,
    status: { is: 'refused', on: '2025-04-21', refusal },
    operations: [],
  }),
  'm-100': filed('4336734', '2025-07-12', treatment),
  'm-101': bankDetails(),
  'm-ipm': bankDetails({
    series: 'ipm',
    number: '190159',
    kind: 'tr-ipm-choose',
    receivedAt: '2026-06-16T11:30:06+05:00',
  }),
}

async function listOf(applications: Readonly<Record<string, ApplicationMessage>>) {
  const { sql } = await freshDatabase()
  const receive = receiveApplication({
    sql,
    keepDeadline: keepDeadline(openCalendars()),
    now: () => TODAY,
    alarm: () => {},
  })
  for (const [id, message] of Object.entries(applications)) await receive(id, message, BY)
  return (cursor?: string) => listApplications(sql, () => TODAY)(AIGERIM.iin, { sort: 'newest', limit: 25, cursor })
}

const told = ({ rows }: ListPage) =>
  rows.map(({ ordinal, application, status }) => [ordinal, application.filedOn, application.number, status])

describe('golden test 4', () => {
  it('golden test 4: the list of the memo’s person descends by date, and has the number 5155344', async () => {
    expect(told(await (await listOf(MEMO))())).toEqual([
      [7, '2026-06-16', '190159', 'accepted'],
      [6, '2026-06-16', '1114647-ИБР', 'accepted'],
      [5, '2025-11-19', '5155344', 'executed'],
      [4, '2025-07-12', '4336734', 'executed'],
      [3, '2025-04-16', '3971530', 'refused'],
      [2, '2025-04-11', '3948292', 'executed'],
      [1, '2021-08-24', '694563', 'executed'],
    ])
  })

  it('golden test 4: 101 rows come in pages of 25, each row once, № 101 first and № 1 last', async () => {
    const days = Array.from({ length: 101 }, (_, i) =>
      new Date(Date.UTC(2021, 7, 24 + 17 * i)).toISOString().slice(0, 10),
    )
    const list = await listOf(Object.fromEntries(days.map((day, i) => [`a-${i}`, filed(String(694_563 + i), day)])))
    const pages: ListPage[] = [await list()]
    for (let next = pages[0]?.nextCursor; next; next = pages.at(-1)?.nextCursor) pages.push(await list(next))
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([25, 25, 25, 25, 1].map(n => [n, 101]))
    const rows = pages.flatMap(told)
    expect(rows.map(([ordinal]) => ordinal)).toEqual(Array.from({ length: 101 }, (_, i) => 101 - i))
    expect(rows.map(([, filedOn]) => filedOn)).toEqual(days.toReversed())
  })
})

describe('the rows of the memo', () => {
  /** What the demonstration tells of the memo's person, as rows of the list. */
  const shownOf = (number: string, language: Language) => {
    const told = demoApplications(TODAY).find(({ application: a }) => a.iin === DEMO.iin && a.number === number)
    if (!told) throw new Error(`the demonstration has no ${number}`)
    const { kind, contractTypes, filedOn, status } = told.application
    const state = inEveryState.find(one => one.status.is === status.is)?.status ?? { is: 'accepted' }
    const application = anApplication({ kind: kind as KindId, contractTypes, filedOn, number, status: state })
    return readable(`${<ListTable frame={aFrame(language)} rows={[aRow(application)]} from="" />}`)
  }

  const HOUSING = 'Тұрғын үй жағдайларын жақсартуға арналған біржолғы зейнетақы төлемдеріне өтініш'
  const TREATMENT = 'Емделу ақысын төлеу үшін біржолғы зейнетақы төлеміне өтініш'
  const BANK = 'Банктік деректемелерді өзгерту туралы өтініш' // the memo: «ауыстыру», as nowhere else in it
  const MANAGER = 'Зейнетақы жинақтарын ИПБ-ның сенімгерлік басқаруына аударуға өтініш' // mended: «сенімгерлікпен басқаруына»
  for (const [item, kind, filedOn, number, status] of [
    ['S-45', HOUSING, '24.08.2021', '694563', 'Орындалды'],
    ['S-46, S-47', HOUSING, '19.11.2025', '5155344', 'Орындалды'],
    ['S-48', TREATMENT, '11.04.2025', '3948292', 'Орындалды'],
    ['S-49', TREATMENT, '16.04.2025', '3971530', 'Бас тартылды'],
    ['S-50', TREATMENT, '12.07.2025', '4336734', 'Орындалды'],
    ['S-51', BANK, '16.06.2026', '1114647-ИБР', 'Өңдеуге қабылданды'],
    ['S-52', MANAGER, '16.06.2026', '190159', 'Өңдеуге қабылданды'],
  ] as const)
    it(`${item}: № ${number} is shown to the letter: kind, contract, day, number, status`, () =>
      expect(shownOf(number, 'kk')).toContain(` 1 ${kind} МЗЖ ${filedOn} ${number} ${status} `))

  it('are the same in Russian and English, by the names of the fund', () => {
    for (const [language, number, row] of [
      ['ru', '694563', 'Заявление на единовременные пенсионные выплаты для улучшения жилищных условий ОПВ 24.08.2021'],
      ['ru', '3971530', 'Заявление на единовременную пенсионную выплату для оплаты лечения ОПВ 16.04.2025'],
      ['ru', '1114647-ИБР', 'Заявление об изменении банковских реквизитов ОПВ 16.06.2026'],
      ['ru', '190159', 'Заявление на перевод пенсионных накоплений в доверительное управление УИП ОПВ 16.06.2026'],
      ['en', '3948292', 'Application for a lump-sum pension payment to pay for treatment CPC 11 Apr 2025'],
      ['en', '1114647-ИБР', 'Application to change bank details CPC 16 Jun 2026'],
    ] as const)
      expect(shownOf(number, language)).toContain(` 1 ${row} ${number} `)
  })
})

describe('golden test 5', () => {
  const WITHDRAWABLE: readonly string[] = ['bank-details', 'tr-ipm-choose', 'tr-ipm-return']
  const every = KIND_IDS.flatMap(kind => inEveryState.map(({ id, status }) => anApplication({ id, kind, status })))

  it('golden test 5: the way to withdraw is there for bank details and IPM while accepted, and for nothing else', () => {
    const offering = every.filter(application => {
      const page = documentOf(
        <DetailsPage frame={aFrame('kk')} details={detailsOf(application)} origin="/applications" />,
      )
      return page.includes('href="/kk/applications/a-accepted/withdrawal"')
    })
    expect(offering.map(({ kind, status }) => [kind, status.is])).toEqual(
      ['tr-ipm-choose', 'tr-ipm-return', 'bank-details'].map(kind => [kind, 'accepted']),
    )
  })

  it('golden test 5: each row of the list says the same', () => {
    for (const application of every) {
      const html = `${<ListTable frame={aFrame('kk')} rows={[aRow(application)]} from="" />}`
      const can = WITHDRAWABLE.includes(application.kind) && application.status.is === 'accepted'
      expect(readable(html).includes('Күшін жоюға болады'), `${application.kind} ${application.status.is}`).toBe(can)
    }
  })
})
