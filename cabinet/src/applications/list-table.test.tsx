// The table of the list: its caption, and rows in states and with contracts of every kind.
import { describe, expect, it } from 'vitest'
import { Icon, IconAgain } from '../web/components/icon.tsx'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Application } from './application.ts'
import { ListTable } from './list-table.tsx'
import { anApplication, aRow, inEveryState } from './test-applications.ts'

const table = (language: Language, application: Application) =>
  `${<ListTable frame={aFrame(language)} rows={[aRow(application)]} from="" />}`

it('S-36: the table is captioned by the title of the page', () => {
  for (const [language, title] of [
    ['kk', 'Төлемдерге, аударымдарға және ЕЗЖ қайтаруға арналған өтініштерім'],
    ['ru', 'Мои заявления на выплаты, переводы и возврат ДПВ'],
    ['en', 'My applications for payments, transfers and VPC refunds'],
  ] as const)
    expect(table(language, anApplication())).toContain(
      `<caption class="unseen">${title}<svg width="0" height="0" aria-hidden="true">`,
    )
})

it('O-21: a row shows every contract that its application concerns', () => {
  const several = anApplication({ contractTypes: ['mandatory', 'occupational', 'voluntary', 'employer'] })
  expect(readable(table('kk', several))).toContain('МЗЖ, МКЗЖ, ЕЗЖ, ЖМЗЖ 16.06.2026')
  expect(readable(table('ru', several))).toContain('ОПВ, ОППВ, ДПВ, ОПВР 16.06.2026')
})

for (const [item, kind, name] of [
  ['S-04', 'pay-age', 'Зейнеткерлік жасқа толуға байланысты зейнетақы төлемдерін тағайындау туралы өтініш'],
  ['S-04', 'ls-housing', 'Тұрғын үй жағдайларын жақсартуға арналған біржолғы зейнетақы төлемдеріне өтініш'],
  ['S-05', 'bank-details', 'Банктік деректемелерді өзгерту туралы өтініш'],
  ['S-06', 'tr-insurance', 'Сақтандыру ұйымына аудару туралы өтініш'],
  ['S-06', 'tr-ipm-choose', 'Зейнетақы жинақтарын ИПБ-ның сенімгерлік басқаруына аударуға өтініш'],
  ['S-06', 'tr-ipm-return', 'Зейнетақы жинақтарын ИПБ-дан ҚР Ұлттық Банкінің сенімгерлік басқаруына қайтаруға өтініш'],
  ['S-07', 'vpc-refund', 'Қате есептелген ЕЗЖ қайтару туралы өтініш'],
] as const)
  it(`${item}: the list shows an application of ${kind}, accepted as well as executed`, () => {
    for (const state of ['accepted', 'executed'] as const) {
      const { status = anApplication().status } = inEveryState.find(one => one.status.is === state) ?? {}
      const row = readable(table('kk', anApplication({ kind, status })))
      expect(row).toContain(`1 ${name} МЗЖ 16.06.2026 1114647-ИБР ${messagesFor('kk').applications.status[state]}`)
    }
  })

describe('the status of a row', () => {
  for (const [state, icon, ...words] of [
    ['accepted', 'clock', 'Өңдеуге қабылданды', 'Принято в обработку', 'Accepted for processing'],
    ['executing', 'clock', 'Өңдеуге қабылданды', 'Принято в обработку', 'Accepted for processing'],
    ['withdrawing', 'clock', 'Өңдеуге қабылданды', 'Принято в обработку', 'Accepted for processing'],
    ['executed', 'tick', 'Орындалды', 'Исполнено', 'Executed'],
    ['refused', 'cross', 'Бас тартылды', 'Отказано', 'Refused'],
    ['withdrawn', 'return', 'Күші жойылды', 'Отозвано', 'Withdrawn'],
    ['unclear', 'question', 'Мәртебесі нақтылануда', 'Статус уточняется', 'Status being clarified'],
  ] as const)
    it(`is, when it is ${state}, the sign ${icon} and «${words[0]}», «${words[1]}», «${words[2]}»`, () => {
      const one = inEveryState.find(({ status }) => status.is === state) ?? anApplication()
      const [, shape] = /<path d="([^"]+)">/.exec(`${<Icon name={icon} />}`) ?? []
      for (const [i, language] of LANGUAGES.entries()) {
        const html = table(language, one)
        expect(html.replace(/ class="status \w+"/, '')).toContain(
          `<span>${<IconAgain name={icon} />}${words[i]}</span>`,
        )
        expect(html).toContain(`<symbol id="icon-${icon}" viewBox="0 0 20 20"><path d="${shape}"></path></symbol>`)
        expect(`${<IconAgain name={icon} />}`).toContain(`<use href="#icon-${icon}">`)
      }
    })
})
