// The detail page as a function: for each state what it means, until when and what one can do; nothing leaks as markup.
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Application } from './application.ts'
import { DetailsPage } from './details-page.tsx'
import type { KindId } from './kinds.ts'
import { roadOf } from './road.ts'
import { type Step, stepsOf } from './steps.ts'
import { aDeadline, aLumpSum, anApplication, detailsOf, inEveryState } from './test-applications.ts'
import type { Deadline, Details } from './view.ts'

const html = (language: Language, application: Application, over: Partial<Details> = {}) =>
  documentOf(
    <DetailsPage
      frame={aFrame(language, { address: '/applications/a-1?from=%3Fstatus%3Daccepted' })}
      details={detailsOf(application, over)}
      origin="/applications?status=accepted"
      contactHours="09:00–18:00"
    />,
  )
const text = (...args: Parameters<typeof html>) => readable(html(...args))
const deadline = (over: Partial<Deadline>): { deadline: Deadline } => ({ deadline: aDeadline(over) })
const inState = (is: string) => inEveryState.find(({ status }) => status.is === is) ?? anApplication()

/** A step as it is written. */
function wordsOf(step: Step, language: Language): string {
  const { road: t } = messagesFor(language)
  if (step.is === 'done') return t.event[step.item.event]
  return step.is === 'now' ? t.going[step.what] : t.next[step.what]
}

const ONE_OF_EACH_ROAD: readonly KindId[] = [
  ...(['pay-age', 'ls-housing', 'ls-return', 'bank-details'] as const),
  ...(['tr-insurance', 'tr-ipm-choose', 'tr-ipm-return', 'vpc-refund'] as const),
]

describe('the detail page', () => {
  for (const kind of ONE_OF_EACH_ROAD)
    it(`says of ${kind} in every state and language what it means, whose turn it is and what follows (S-66)`, () => {
      for (const application of inEveryState.map(one => ({ ...one, kind }) as Application))
        for (const language of LANGUAGES) {
          const page = text(language, application)
          const { details: t, road } = messagesFor(language)
          const { is } = application.status
          expect(page).toContain(t.meaning[is])
          expect(page).toContain(is === 'executed' ? road.executed[roadOf(kind)] : t.turn[is])
          for (const step of stepsOf(detailsOf(application))) expect(page).toContain(wordsOf(step, language))
          expect(page).not.toMatch(/undefined|\[object|null|NaN/)
        }
    })

  it('tells by words, not by dots alone, which step is behind, going on and ahead (S-61, S-66)', () => {
    const page = text('en', aLumpSum({ status: { is: 'accepted' } }))
    expect(page).toMatch(/Step 1 of 4, done: 19 Nov 2025, 17:54:03/)
    expect(page).toMatch(/Step 2 of 4, in progress: Now UAPF is checking the application/)
    expect(page).toMatch(/Step 3 of 4, still ahead: by 29 Jun 2026 UAPF transfers the money/)
    expect(page).toMatch(/Step 4 of 4, still ahead: Date not known The operator .* \( ?Otbasy Bank JSC ?\)/)
    expect(html('en', anApplication())).toContain('<li class="now" aria-current="step">')
  })

  it('says that it is the operator’s turn while an executed lump sum is not released (S-57, O-09)', () => {
    expect(text('kk', aLumpSum())).toContain('Енді кезек уәкілетті операторда.')
    expect(text('kk', aLumpSum())).toContain('ақша әлі берілген жоқ')
    expect(text('kk', aLumpSum({ operatorRelease: 'yes' }))).not.toContain('Енді кезек уәкілетті операторда.')
  })
})

describe('the detail page, on withdrawing', () => {
  it('offers the withdrawal of an accepted bank-details application as a secondary action', () => {
    const page = html('kk', anApplication())
    expect(page).toContain('<a class="secondary" href="/kk/applications/a-1/withdrawal">Өтініштің күшін жою</a>')
  })

  it('leads to a statement that is drawn up, and says until when it can be signed', () => {
    const draft = { id: 'd-1', expiresAt: new Date('2026-06-17T12:30:00+05:00') }
    for (const [language, said] of [
      ['kk', 'соңғы уақыт: 12:30.'],
      ['ru', 'можно до 12:30.'],
      ['en', 'until 12:30.'],
    ] as const) {
      expect(text(language, anApplication(), { draft })).toContain(said)
      expect(html(language, anApplication(), { draft })).toContain(`href="/${language}/withdrawal-drafts/d-1"`)
    }
  })

  it('offers no withdrawal of anything else, and says why and what instead', () => {
    for (const application of [aLumpSum(), ...inEveryState.filter(({ status }) => status.is !== 'accepted')])
      expect(html('kk', application)).not.toContain('/withdrawal"')
    expect(text('kk', aLumpSum())).toContain('1418')
    expect(text('kk', inState('executed'))).toContain('қате берілсе де')
  })

  it('O-12: says when it was checked that the application can be withdrawn, and what happens if UAPF is first', () => {
    const page = text('ru', anApplication())
    expect(page).toContain('Сейчас заявление можно отозвать. Проверено в 12:00:05.')
    expect(page).toContain('раньше, чем вы подпишете')
  })

  for (const [kind, instead] of [
    ['bank-details', 'жаңа өтініш беріңіз: төлемдер соңғы орындалған өтініш бойынша'],
    ['tr-ipm-choose', 'Ұлттық Банкке қайтару немесе ИПБ-ны ауыстыру'],
    ['tr-ipm-return', 'ИПБ-ны қайта таңдау'],
  ] as const)
    it(`S-75: of an executed ${kind} says why it cannot be withdrawn and what to do instead`, () => {
      const page = text('kk', { ...inState('executed'), kind })
      expect(page).toContain('қате берілсе де, күші жойылмайды')
      expect(page).toContain(instead)
    })

  it('S-79: of a payment says that it is not withdrawn here, and whom to ask', () => {
    const page = text('en', aLumpSum({ status: { is: 'accepted' } }))
    expect(page).toContain('not withdrawn by this service')
    expect(page).toContain('call 1418 and ask the operator')
  })
})

describe('the detail page of a refused application', () => {
  it('S-49: shows a refusal with its reason, the next step, until when one may appeal and where', () => {
    const page = text('ru', inState('refused'), { asOf: new Date('2025-07-21T23:59:59+05:00') })
    expect(page).toContain('Документ не представлен.')
    expect(page).toContain('Представьте документ.')
    expect(page).toContain('можно до 21.07.2025 включительно (статья 91')
    expect(page).toContain('Жалоба подаётся письменно в сам ЕНПФ')
    expect(page).toContain('Шаг 2 из 2, впереди: до 21.07.2025 Если вы не согласны')
  })

  it('has nothing to withdraw, of whatever kind it is', () => {
    const page = text('ru', aLumpSum({ status: inState('refused').status }))
    expect(page).toContain('поэтому отзывать его не нужно')
    expect(page).not.toContain('Неиспользованная выплата')
  })

  it('S-49: says when the time for an appeal is over, and what remains', () => {
    const page = text('en', inState('refused'), { asOf: new Date('2025-07-22T00:00:00+05:00') })
    expect(page).toContain('The time for an appeal ended on 21 Jul 2025 .')
    expect(page).toMatch(/file a new application.*restored.*court.*1418/)
    expect(page).not.toContain('You may appeal')
  })
})

describe('the detail page, on how fresh it is', () => {
  it('says as of when it is true, and when the fund last told anything', () => {
    const page = text('ru', anApplication())
    expect(page).toContain(
      'По состоянию на 17.06.2026 12:00:05 . Последние данные из системы ЕНПФ: 17.06.2026 11:58:00 .',
    )
    expect(text('ru', anApplication(), { heardAt: undefined })).not.toContain('Последние данные')
  })

  for (const language of LANGUAGES)
    it(`S-12: says in ${language} that what it shows may be old when the fund has been silent for hours`, () => {
      const page = (isSilent: boolean) =>
        readable(
          documentOf(
            <DetailsPage
              frame={aFrame(language)}
              details={detailsOf(anApplication())}
              origin="/applications"
              isSilent={isSilent}
            />,
          ),
        )
      const said = /(соңғы дерек|пришли|came on) 17( ?\.06\.| Jun )2026,? 11:58:00/
      expect(page(true)).toMatch(said)
      expect(page(false)).not.toMatch(said)
    })

  it('S-33: of an unclear status says since when, whom to call and when they answer', () => {
    const page = text('kk', inState('unclear'))
    expect(page).toContain('БЖЗҚ-дан соңғы мәлімет: 17.06.2026 08:00:00 .')
    expect(page).toMatch(/1418 нөмірі жұмыс күндері 09:00–18:00 аралығында/)
  })
})

describe('the detail page, on what is known', () => {
  it('shows the moment of receipt to the second, the operator, the amount and the purpose', () => {
    const page = text('kk', aLumpSum())
    expect(page).toContain('19.11.2025 17:54:03')
    expect(page).toContain('«Отбасы банк» АҚ')
    expect(page).toMatch(/5\s500\s000,00\s₸/)
    expect(page).toContain('Одан әрі жинақтау үшін тұрғын үй құрылысы жинағына салымды толықтыру')
    expect(page).toContain('Беру фактісі Жоқ')
  })

  it('S-54: leads back to where one came from, and asks for itself again at its own address', () => {
    const page = html('kk', anApplication())
    expect(page).toContain('<p class="close"><a href="/kk/applications?status=accepted">Жабу</a></p>')
    expect(page).toContain('<a href="/kk/applications/a-1?from=%3Fstatus%3Daccepted">Жаңарту</a>')
    expect(page).toContain('<a href="/ru/applications/a-1?from=%3Fstatus%3Daccepted" lang="ru" hreflang="ru">')
  })

  it('explains each field that needs it in words beside it (S-55, S-57, S-61)', () => {
    const page = text('ru', aLumpSum())
    expect(page).toContain('Факт выдачи Нет Показывает, выдал ли уполномоченный оператор')
    expect(page).toContain('для дальнейшего накопления Для чего вы просили единовременную пенсионную выплату')
    expect(page).toContain('АО «Отбасы банк» ЕНПФ переводит деньги этому банку')
  })

  it('marks a name in another language with that language', () => {
    const name = 'АО "BCC Invest"'
    expect(html('en', aLumpSum({ counterparty: { kk: name, ru: name, en: name } }))).toContain('<bdi lang="ru">')
  })

  it('shows a kind that the catalogue does not know by its code, promises nothing and offers nothing', () => {
    const kind = 'ls-car' as KindId
    for (const application of inEveryState.map(one => ({ ...one, kind })))
      for (const language of LANGUAGES) {
        const row = { ...detailsOf(application).row, withdrawal: { allowed: false, reason: 'kind-is-final' } } as const
        const page = text(language, application, { deadline: undefined, row })
        const t = messagesFor(language)
        expect(page).toContain(`ls-car, ${t.chrome.number(application.number)}`.replaceAll('\u00a0', ' '))
        expect(page).toContain(t.details.unknownKind)
        if (application.status.is === 'accepted') expect(page).toContain(t.road.next.decide)
        expect(page).not.toMatch(/undefined|\[object|null|NaN/)
      }
  })

  it('leads from a withdrawn application to its registration', () => {
    expect(html('kk', inState('withdrawn'))).toContain('href="/kk/withdrawals/1042-%D0%9E%D0%96"')
  })

  it('offers each document, and says whose it is', () => {
    const page = text('en', anApplication())
    expect(page).toContain('Download : Receipt for documents (PDF, 82 KB)')
    expect(page).toContain('Made by this service from UAPF’s record of 16 Jun 2026.')
  })

  it('lists the operations of an application that has several', () => {
    const operation = { on: '2025-12-01', contractType: 'voluntary', status: 'executed' } as const
    const operations = [1, 2].map(n => ({ ...operation, amount: { value: `${n}00.00`, currency: 'KZT' as const } }))
    expect(text('en', aLumpSum({ operations }))).toMatch(/1 Dec 2025 KZT.100\.00 VPC Executed 1 Dec 2025 KZT.200\.00/)
  })

  for (const hostile of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; drop table", '&lt;b&gt;'])
    it(`writes ${hostile} as text wherever the core sends it`, () => {
      const words = { kk: hostile, ru: hostile, en: hostile }
      const page = html('kk', aLumpSum({ number: hostile, counterparty: words }))
      expect(page).not.toContain('<script>alert')
      expect(page).not.toContain('<img')
      expect(page).not.toContain('<b>&')
    })
})

describe('a signature under a statement of withdrawal', () => {
  for (const language of LANGUAGES)
    it(`that is being checked is told in ${language}: since when, until when and what happens otherwise`, () => {
      const received = new Date('2026-06-17T12:03:44+05:00')
      const until = new Date('2026-06-18T12:03:44+05:00')
      const signature = { is: 'checking', receivedAt: received, until, silent: true } as const
      const page = text(language, inState('withdrawing'), { signature })
      const t = messagesFor(language).withdrawal
      for (const said of [t.checking.silent, t.checking.otherwise, t.result.receivedAt, t.checking.until])
        expect(page).toContain(said)
      expect(page.match(/(17|18) ?(\.06\.|Jun )2026,? 12:03:44/g)).toHaveLength(2)
    })

  it('that was refused while nobody waited for it is told with the reason, and the withdrawal is still offered', () => {
    const signature = { is: 'rejected', code: 'signature-certificate-revoked' } as const
    const page = text('kk', anApplication(), { signature })
    expect(page).toContain('Соңғы қолтаңбаңыз есептелмеді')
    expect(page).toContain('Бұл сертификат қайтарып алынған')
    expect(html('kk', anApplication(), { signature })).toContain('href="/kk/applications/a-1/withdrawal"')
  })
})

describe('the deadline', () => {
  it('of an application under way says how many working days are left', () => {
    expect(text('kk', anApplication(), deadline({}))).toContain('Орындау мерзімі: 29.06.2026 8 жұмыс күні қалды')
    expect(text('ru', anApplication(), deadline({ workingDaysLeft: 1 }))).toContain('Осталось: 1 рабочий день')
    expect(text('en', anApplication(), deadline({ workingDaysLeft: 0 }))).toContain('Today is the last day')
  })

  it('that has passed says by how much, and whom to call', () => {
    const page = text('kk', anApplication(), deadline({ state: 'overdue', workingDaysLeft: -3 }))
    expect(page).toMatch(/Мерзімі 3 жұмыс күні бұрын өтіп кетті.*Кешірім сұраймыз.*1418.*91-бабы/)
    const due = deadline({ state: 'overdue', workingDaysLeft: -3, date: '2026-06-12' })
    expect(text('ru', anApplication(), due)).toContain('впереди: должно было быть до 12.06.2026')
    const executed = text('kk', inState('executed'), deadline({ state: 'overdue', workingDaysLeft: -3 }))
    expect(executed).not.toContain('Кешірім сұраймыз')
  })

  it('of a finished application is history: how early, or how late', () => {
    const met = deadline({ state: 'met', workingDaysLeft: 3 })
    expect(text('kk', aLumpSum(), met)).toContain('Төлем мерзімі: 29.06.2026 Мерзімінен 3 жұмыс күні бұрын аяқталды')
    expect(text('en', aLumpSum(), deadline({ state: 'met', workingDaysLeft: 0 }))).toContain('Done on the last day')
    expect(text('ru', aLumpSum(), deadline({ state: 'overdue', workingDaysLeft: -2 }))).toContain(
      'опозданием: 2 рабочих',
    )
  })

  it('of a withdrawn application no longer applies', () => {
    expect(text('kk', inState('withdrawn'))).toContain('мерзім енді қолданылмайды')
  })

  it('may be absent, and then is said to be', () => {
    expect(text('kk', anApplication(), { deadline: undefined })).toContain('Мерзім әзірге есептелмейді')
  })

  it('says how it is counted', () => {
    expect(text('kk', anApplication())).toContain('Ереже: тіркелген күннен бастап 10 жұмыс күні.')
  })
})
