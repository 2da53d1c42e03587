// The detail page as a function: for each state what it means, until when and what one can do; nothing leaks as markup.
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Application } from './application.ts'
import { DetailsPage } from './details-page.tsx'
import { aLumpSum, anApplication, detailsOf, inEveryState } from './test-applications.ts'
import type { Deadline, Details } from './view.ts'

const html = (language: 'kk' | 'ru' | 'en', application: Application, over: Partial<Details> = {}) =>
  documentOf(<DetailsPage frame={aFrame(language)} details={detailsOf(application, over)} />)
const text = (...args: Parameters<typeof html>) => readable(html(...args))
const deadline = (over: Partial<Deadline>): { deadline: Deadline } => ({
  deadline: { date: '2026-06-29', state: 'running', workingDaysLeft: 8, calendarVersion: 'v1', days: [], ...over },
})
const inState = (is: string) => inEveryState.find(({ status }) => status.is === is) ?? anApplication()

describe('the detail page', () => {
  for (const application of inEveryState)
    it(`says in every language what "${application.status.is}" means and whose turn it is`, () => {
      for (const language of LANGUAGES) {
        const page = text(language, application)
        const t = messagesFor(language).details
        expect(page).toContain(`${t.meaning[application.status.is]} ${t.turn[application.status.is]}`)
        expect(page).not.toMatch(/undefined|\[object|null|NaN/)
      }
    })

  it('offers the withdrawal of an accepted bank-details application as a secondary action', () => {
    const page = html('kk', anApplication())
    expect(page).toContain('<form method="post" action="/kk/applications/a-1/withdrawal">')
    expect(page).toContain('<button type="submit" class="secondary">Өтініштің күшін жою</button>')
  })

  it('offers no withdrawal of anything else, and says why and what instead', () => {
    for (const application of [aLumpSum(), ...inEveryState.filter(({ status }) => status.is !== 'accepted')])
      expect(html('kk', application)).not.toContain('/withdrawal"')
    expect(text('kk', aLumpSum())).toContain('1418')
    expect(text('kk', inState('executed'))).toContain('қате берілсе де')
  })

  it('shows the moment of receipt to the second, the operator, the amount and the purpose', () => {
    const page = text('kk', aLumpSum())
    expect(page).toContain('19.11.2025 17:54:03')
    expect(page).toContain('«Отбасы банк» АҚ')
    expect(page).toMatch(/5\s500\s000,00\s₸/)
    expect(page).toContain('Одан әрі жинақтау үшін тұрғын үй құрылысы жинағына салымды толықтыру')
    expect(page).toContain('Беру фактісі Жоқ')
  })

  it('shows a refusal with its reason, the next step and the appeal', () => {
    const page = text('ru', inState('refused'))
    expect(page).toContain('Документ не представлен.')
    expect(page).toContain('Представьте документ.')
    expect(page).toContain('21.07.2025')
  })

  it('leads from a withdrawn application to its registration', () => {
    expect(html('kk', inState('withdrawn'))).toContain('href="/kk/withdrawals/1042-%D0%9E%D0%96"')
  })

  it('offers each document, or says why it is not there', () => {
    const page = text('en', anApplication())
    expect(page).toContain('Download : Receipt for documents (PDF, 82 KB)')
    expect(page).toContain('Not available: UAPF has not sent this document.')
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
    expect(html('kk', anApplication(), { signature })).toContain('action="/kk/applications/a-1/withdrawal"')
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
    expect(page).toMatch(/Мерзімі 3 жұмыс күні бұрын өтіп кетті.*1418/)
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
    expect(text('kk', anApplication(), { deadline: undefined })).toContain('Мерзімі әзірге белгіленбеген')
  })

  it('says how it is counted', () => {
    expect(text('kk', anApplication())).toContain('Қалай есептелді: тіркелген күннен бастап 10 жұмыс күні.')
  })
})
