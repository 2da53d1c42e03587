// The deadline as a reader meets it: the date first, then why it is that date, day by day and in words.
import { describe, expect, it } from 'vitest'
import { deadlineOf } from '../calendar/deadline.ts'
import { firstPromise } from '../calendar/promise.ts'
import { countTerm } from '../calendar/term.ts'
import { SHIPPED } from '../deadlines/test-calendars.ts'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Application } from './application.ts'
import { DeadlineLine } from './deadline-view.tsx'
import { type KindId, kindOf } from './kinds.ts'
import { aDeadline, aLumpSum, anApplication, detailsOf } from './test-applications.ts'
import type { Deadline } from './view.ts'

/** As it is counted with the calendar that is shipped. */
function counted(kind: KindId, received: string, today = received.slice(0, 10)): Deadline {
  const policy = kindOf(kind).deadline
  const receivedAt = new Date(received)
  const term = policy && countTerm(policy, receivedAt, SHIPPED)
  if (!term) throw new Error(`${kind} has no term`)
  const kept = firstPromise({ date: term.date, version: SHIPPED.version, at: receivedAt })
  return deadlineOf({ policy, receivedAt, closedOn: undefined, today }, kept, { newest: SHIPPED, of: () => SHIPPED })
}

const html = (language: Language, application: Application, deadline: Deadline | undefined) =>
  `${<DeadlineLine frame={aFrame(language)} details={detailsOf(application, { deadline })} />}`
const text = (...args: Parameters<typeof html>) => readable(html(...args))
const lumpSum = aLumpSum({ status: { is: 'accepted' } })

describe('the name of a deadline', () => {
  for (const [kind, ...names] of [
    ['pay-age', 'Төлем мерзімі', 'Срок выплаты', 'Payment due by'],
    ['ls-housing', 'Төлем мерзімі', 'Срок выплаты', 'Payment due by'],
    ['vpc-refund', 'Төлем мерзімі', 'Срок выплаты', 'Payment due by'],
    ['tr-insurance', 'Аударым мерзімі', 'Срок перевода', 'Transfer due by'],
    ['tr-ipm-choose', 'Аударым мерзімі', 'Срок перевода', 'Transfer due by'],
    ['tr-ipm-return', 'Аударым мерзімі', 'Срок перевода', 'Transfer due by'],
    ['bank-details', 'Орындау мерзімі', 'Срок исполнения', 'To be completed by'],
  ] as const)
    it(`O-20: says for ${kind} what the fund does until then: ${names[2]}`, () => {
      for (const [i, language] of LANGUAGES.entries())
        expect(text(language, anApplication({ kind }), aDeadline())).toMatch(
          new RegExp(`^ *${names[i]}: 29(\\.06\\.| Jun )2026 `),
        )
    })
})

describe('the strip', () => {
  it('tells of the memo’s lump sum that it came after half past five, and numbers its five days', () => {
    const page = text('kk', lumpSum, counted('ls-housing', '2025-11-19T17:54:03+05:00', '2025-11-21'))
    expect(page).toContain('Күн сайын: 2025 жылғы 19 қараша — 2025 жылғы 26 қараша')
    expect(page).toMatch(
      /19 қараша: мерзімге кірмейді .* 20 қараша: 1-күн .* 21 қараша: 2-күн, бүгін .* 22 қараша: мерзімге кірмейді/,
    )
    expect(page).toMatch(/25 қараша: 4-күн .* 26 қараша: 5-күн, мерзімнің соңғы күні/)
    expect(page).toContain(
      '19 қараша, сәрсенбі: өтініш сағат 17:30 өткен соң келді, сондықтан келесі жұмыс күні тіркелді',
    )
    expect(page).toContain('22–23 қараша: демалыс күндері')
  })

  it('names transferred days, holidays, religious days and what is made up for', () => {
    const january = text('ru', lumpSum, counted('ls-housing', '2024-12-31T10:00:00+05:00'))
    expect(january).toContain('3 января, пятница: выходной, вместо него рабочим днём стало 5 января')
    expect(january).toContain('5 января, воскресенье: рабочий день, вместо него выходным стало 3 января')
    expect(january).toContain('1–2 января: Новый год')
    expect(january).toContain('7 января, вторник: Православное Рождество')
    const march = text('en', anApplication(), counted('bank-details', '2026-03-16T10:00:00+05:00'))
    expect(march).toContain('21–23 March: Nauryz Meiramy')
    expect(march).toContain('24 March, Tuesday: Nauryz Meiramy: 21 March fell on a day off')
    expect(march).toContain('28–29 March: weekend')
  })

  it('tells of calendar days that the day of receipt does not count, and that an end on a day off moves', () => {
    const page = text(
      'kk',
      anApplication({ kind: 'tr-ipm-choose' }),
      counted('tr-ipm-choose', '2026-06-05T10:00:00+05:00'),
    )
    expect(page).toContain('5 маусым, жұма: өтініш келіп түскен күн, мерзім ертеңінен басталады')
    expect(page).toContain('5 шілде: 30-күн')
    expect(page).toContain('6 шілде, дүйсенбі: Астана күні')
    expect(page).toContain('7 шілде: мерзімге кірмейді, мерзімнің соңғы күні')
    expect(page).toContain('7 шілде, сейсенбі: мерзімнің соңы демалысқа тура келгендіктен, осы күнге көшті')
  })

  it('is a table with the days of the week as headers, today marked, and nothing told by colour alone', () => {
    const page = html('kk', anApplication(), counted('bank-details', '2026-06-16T10:52:27+05:00', '2026-06-17'))
    expect(page.match(/<th scope="col">/g)).toHaveLength(7)
    expect(page.match(/<td class="counted/g)).toHaveLength(10)
    expect(page.match(/aria-current="date"/g)).toHaveLength(1)
    expect(page).toContain('<span class="unseen">дүйсенбі</span>')
  })
})

describe('the explanation', () => {
  for (const language of LANGUAGES)
    it(`in ${language} names the rule, the hour of registration, the law where one is known, and the calendar`, () => {
      const t = messagesFor(language).deadline
      const housing = text(language, lumpSum, counted('ls-housing', '2025-11-19T17:54:03+05:00'))
      expect(housing).toContain(t.cutoff('17:30'))
      expect(housing).toMatch(/№.24|No\..24/)
      expect(housing).toMatch(/22(\.11\.| Nov )2026/)
      const details = text(language, anApplication(), counted('bank-details', '2026-06-16T10:52:27+05:00'))
      expect(details).toContain(t.noLaw)
    })

  it('says so when its days can no longer be told', () => {
    expect(text('en', anApplication(), aDeadline({ days: [] }))).toContain('counted by an earlier rule')
  })

  it('says why there is no date', () => {
    expect(text('kk', anApplication(), undefined)).toContain('Мерзім әзірге есептелмейді')
    expect(text('kk', anApplication({ kind: 'ls-return' }), undefined)).toContain('мерзім белгіленбеген')
    const withdrawn = { is: 'withdrawn', registration: '1-ОЖ', at: new Date('2026-06-17T12:00:00+05:00') } as const
    expect(text('kk', anApplication({ status: withdrawn }), undefined)).toContain('мерзім енді қолданылмайды')
  })
})

describe('a newer calendar', () => {
  const day = { name: undefined, instead: undefined }
  const was = { ...day, date: '2026-06-27', works: false, why: 'weekend' } as const
  const is = { ...day, date: '2026-06-27', works: true, why: 'transferred-work' } as const
  const because = [{ date: '2026-06-27', was, is }]

  it('that changed nothing is told in one line', () => {
    const page = text('kk', anApplication(), aDeadline({ change: { is: 'unchanged', version: '2026-11-28' } }))
    expect(page).toContain('Күнтізбенің жаңа нұсқасы шықты (28.11.2026): мерзім өзгерген жоқ.')
  })

  it('that would give a later date is told with the promise: the earlier date stays', () => {
    const change = { is: 'kept', version: '2026-11-28.2', wouldBe: '2026-06-30', because } as const
    const page = text('ru', anApplication(), aDeadline({ change }))
    expect(page).toContain('По новой версии календаря (28.11.2026/2) срок был бы 30.06.2026. Мы сохраняем')
    expect(page).toContain('27 июня теперь рабочий день')
  })

  it('that gives an earlier date is told with the day that is to blame', () => {
    const change = { is: 'moved', version: '2026-11-28', from: '2026-06-30', because } as const
    const page = text('en', anApplication(), aDeadline({ change }))
    expect(page).toContain(
      'the deadline is earlier. Before that it was 30 Jun 2026. What changed: 27 June is now a working day',
    )
  })

  it('is not told of what is finished', () => {
    const done = aDeadline({ state: 'met', change: { is: 'unchanged', version: '2026-11-28' } })
    expect(text('kk', aLumpSum(), done)).not.toContain('Күнтізбенің жаңа нұсқасы')
  })

  it('may still come: a deadline in a year that is not settled says so', () => {
    const application = anApplication({ kind: 'tr-ipm-choose' })
    const page = text('kk', application, counted('tr-ipm-choose', '2026-12-10T10:00:00+05:00'))
    expect(page).toContain('2027 жылдың күнтізбесі әлі бекітілмеген')
    expect(text('kk', anApplication(), counted('bank-details', '2026-06-16T10:52:27+05:00'))).not.toContain(
      'бекітілмеген',
    )
  })
})

describe('a deadline that passed on the eve of a weekend', () => {
  it('is over, though not by a working day yet', () => {
    const over = aDeadline({ state: 'overdue', workingDaysLeft: 0 })
    expect(text('kk', anApplication(), over)).toContain('Мерзімі өтіп кетті.')
    expect(text('ru', aLumpSum(), over)).toContain('Завершено после срока')
    for (const language of LANGUAGES)
      expect(text(language, anApplication(), over)).not.toMatch(/\b0 (жұмыс|рабоч|working)/)
  })
})

describe('the file for one’s own calendar', () => {
  it('is offered while the deadline is ahead', () => {
    const link = '<a href="/kk/applications/a-1/deadline.ics" download="">Күнтізбеме қосу</a>'
    expect(html('kk', anApplication(), aDeadline())).toContain(link)
    expect(html('kk', anApplication(), aDeadline({ state: 'overdue', workingDaysLeft: -1 }))).not.toContain('.ics')
    expect(html('kk', aLumpSum(), aDeadline({ state: 'met' }))).not.toContain('.ics')
  })
})
