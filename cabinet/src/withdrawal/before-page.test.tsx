// The page before a withdrawal: for each kind and language what follows, what instead, whether now, and what it takes.
import { describe, expect, it } from 'vitest'
import { aLumpSum, anApplication, detailsOf, inEveryState } from '../applications/test-applications.ts'
import { begun, phoneFor } from '../qr-signing/test-phone.ts'
import { bankDetails } from '../test-applications.ts'
import { SERIK } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { BeforePage, type BeforeView } from './before-page.tsx'

const NOW = new Date('2026-06-17T12:00:05+05:00')
const html = (language: Language, over: Partial<BeforeView> = {}, frame = aFrame(language)) =>
  documentOf(
    <BeforePage
      frame={frame}
      view={{
        ...{ details: detailsOf(anApplication()), draft: undefined, holdHours: 24 },
        ...{ authority: { is: 'works', at: NOW }, phone: { is: 'unseen' } },
        ...over,
      }}
    />,
  )
/** Without what surrounds every page. */
const mainOf = (page: string) => /<main.*<\/main>/s.exec(page)?.[0] ?? ''
const text = (...args: Parameters<typeof html>) => readable(html(...args))
const KINDS = ['bank-details', 'tr-ipm-choose', 'tr-ipm-return'] as const

describe('the page before a withdrawal', () => {
  for (const language of LANGUAGES)
    it(`S-74, S-75: says in ${language} of each kind what happens to money and term, when one may file again and what instead; asks no reason; nothing executed is withdrawn`, () => {
      const t = messagesFor(language).before
      for (const kind of KINDS) {
        const page = text(language, { details: detailsOf(anApplication({ kind })) })
        const again = kind === 'tr-ipm-choose' ? t.again['once-a-year'] : t.again['at-once']
        for (const said of [t.kind[kind].money, t.kind[kind].instead, t.term, again, ...t.rules])
          expect(page).toContain(said.replaceAll('\u00a0', ' '))
        expect(page).not.toMatch(/undefined|\[object|null|NaN/)
      }
      expect(html(language)).not.toMatch(/<textarea|name="reason"/)
    })

  it('S-74, S-75: asks for no reason and withdraws nothing executed, in the very words, and says of each kind what becomes of the money', () => {
    const said = {
      'bank-details': 'Банктік деректемелеріңіз өзгермейді: төлемдер бұрынғы деректемелер бойынша жасала береді.',
      'tr-ipm-choose': 'Жинақтарыңыз аударылмайды: олар қазіргі басқарушыда қалады.',
      'tr-ipm-return': 'Жинақтарыңыз Ұлттық Банкке қайтарылмайды: олар ИПБ-ның сенімгерлік басқаруында қалады.',
    } as const
    for (const kind of KINDS) {
      const page = text('kk', { details: detailsOf(anApplication({ kind })) })
      expect(page).toContain('Себебін айту қажет емес: бұл өзіңіздің шешіміңіз.')
      expect(page).toContain('Орындалған өтініштің, қате берілсе де, күші жойылмайды.')
      expect(page).toContain(said[kind])
    }
    const page = text('kk', { details: detailsOf(anApplication({ kind: 'tr-ipm-choose' })) })
    expect(page).toContain('күші жойылған өтініш бойынша ештеңе орындалмайды. Ал ИПБ таңдау орындалып қойса')
  })

  it('O-12: says when it was checked that the application can be withdrawn', () => {
    expect(text('kk')).toContain('Қазір күшін жоюға болады. Тексерілген уақыты: 12:00:05.')
  })

  it('has one primary button that draws up the statement and says that nothing changes by it, and a way back', () => {
    const page = mainOf(html('kk'))
    expect(page.match(/class="primary"/g)).toHaveLength(1)
    expect(page).toMatch(/action="\/kk\/applications\/a-1\/withdrawal"><p>Келесі бетте [^<]* ештеңе өзгермейді\.<\/p>/)
    expect(page).toContain('<a href="/kk/applications/a-1">Өтініштің бетіне қайту</a>')
  })

  it('leads to the statement that is drawn up already, and says until when it can be signed', () => {
    const page = html('ru', { draft: { id: 'd-1', expiresAt: new Date('2026-06-17T12:30:00+05:00') } })
    expect(readable(page)).toContain('Подписать его можно до 12:30.')
    expect(page).toContain('<a class="primary" href="/ru/withdrawal-drafts/d-1">')
    expect(page).not.toContain('action="/ru/applications/a-1/withdrawal"')
  })

  it('while the person’s cabinet is protected says that withdrawing is stopped, and nowhere that it is possible now', () => {
    for (const language of LANGUAGES) {
      const frame = aFrame(language)
      if (!frame.visit) throw new Error('nobody is signed in')
      const page = mainOf(html(language, {}, { ...frame, visit: { ...frame.visit, alarmed: true } }))
      const { now } = messagesFor(language).before
      expect(page).toContain(now.stopped)
      expect(readable(page)).not.toContain(now.yes('12:00:05'))
      expect(page).not.toMatch(/action="\/.*\/withdrawal"/)
      expect(page).toContain(`<a class="primary" href="/${language}/protection">`)
    }
  })

  for (const { status } of inEveryState.filter(one => one.status.is !== 'accepted'))
    it(`of an application that is ${status.is} says that it is not possible now, why, whom to ask, and has no button`, () => {
      for (const language of LANGUAGES) {
        const details = detailsOf(anApplication({ status }))
        const { withdrawal } = details.row
        const page = mainOf(html(language, { details }))
        const t = messagesFor(language)
        if (withdrawal.allowed) throw new Error('it cannot be withdrawn')
        expect(readable(page)).toContain(t.details.why[withdrawal.reason])
        expect(readable(page)).toContain('1418')
        expect(page).not.toMatch(/class="primary"|action="\/.*\/withdrawal"/)
      }
    })

  it('S-79: of a payment says that it is not withdrawn here, what to do and whom to ask', () => {
    const page = text('en', { details: detailsOf(aLumpSum({ status: { is: 'accepted' } })) })
    expect(page).toContain('not withdrawn by this service')
    expect(page).toContain('call 1418 and ask the operator')
  })
})

describe('what the page before a withdrawal says of those who take part', () => {
  it('says whether the certifying authority answers, and how long a signature is held when it does not', () => {
    expect(text('ru')).toContain('Отвечает. Последний ответ: 17.06.2026 12:00.')
    expect(text('ru', { authority: { is: 'fails', since: NOW, at: NOW }, holdHours: 6 })).toContain(
      'Не отвечает с 17.06.2026 12:00. Подписать можно: подпись сохранится, и мы будем проверять её до 6 ч.',
    )
    for (const authority of [{ is: 'unseen' }, { is: 'quiet', at: NOW, was: 'up' }] as const)
      expect(text('en', { authority })).toContain('It was not asked in the last hour, so we do not know.')
  })

  it('says whether there is contact with eGov Mobile, and of one unheard of that EDS signs too', () => {
    for (const [language, there, unknown] of [
      ['kk', 'Байланыс бар. Соңғы байланыс: 17.06.2026 12:00.', 'Қосылмаса, ЭЦҚ кілтімен қол қоюға болады.'],
      ['ru', 'Связь есть. Последний раз: 17.06.2026 12:00.', 'подпишите ключом ЭЦП.'],
      ['en', 'There is contact. Last contact: ', 'sign with your EDS key.'],
    ] as const) {
      const works = text(language, { phone: { is: 'works', at: NOW } })
      expect([works.includes(there), works.includes(unknown)], language).toEqual([true, false])
      for (const phone of [{ is: 'unseen' }, { is: 'quiet', at: NOW, was: 'up' }] as const) {
        const unseen = text(language, { phone })
        expect([unseen.includes(there), unseen.includes(unknown)], language).toEqual([false, true])
      }
    }
  })
})

describe('the address of the page before a withdrawal', () => {
  it('S-76, S-77: is reached from the application, changes nothing by being read, and resumes what was begun', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    expect((await browser.get('/kk/applications/a-1')).json).toContain('href="/kk/applications/a-1/withdrawal"')
    const before = await browser.get('/kk/applications/a-1/withdrawal')
    expect([before.status, readable(before.json)]).toEqual([200, expect.stringContaining('ештеңе өзгермейді')])
    expect(readable(before.json)).toContain('Соңғы бір сағатта сұралған жоқ') // no job has written yet what was seen
    expect(await service.database.owner`select 1 from withdrawal_draft`).toEqual([])

    const { headers } = await browser.form('/kk/applications/a-1/withdrawal')
    const draft = headers.get('Location') ?? ''
    for (const page of ['/kk/applications/a-1/withdrawal', '/kk/applications/a-1'])
      expect((await browser.get(page)).json).toContain(`href="${draft}"`)
    expect((await browser.get('/kk/applications')).json).toContain('Күшін жою өтініші дайын')
  })

  it('tells that there is contact with eGov Mobile once a phone has called, whatever it called for', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    const page = async () => readable((await browser.get('/kk/applications/a-1/withdrawal')).json)
    await service.jobs.noteOutside()
    expect(await page()).toContain('Соңғы бір сағатта байланыс болған жоқ')
    await phoneFor(service).api1((await begun(service.browser())).id)
    await service.jobs.noteOutside()
    service.clock.at = new Date('2026-06-16T12:01:00+05:00') // what was seen is read once in a while
    expect(await page()).toContain('Байланыс бар. Соңғы байланыс: 16.06.2026 12:00.')
  })

  it('finds the statement again after the browser was closed, until its thirty minutes are over or the application changes', async () => {
    const service = await testService()
    const { draft } = await withDraft(service)
    const link = `href="/kk/withdrawal-drafts/${draft.id}"`
    const later = await signedIn(service) // another browser
    expect((await later.browser.get('/kk/applications/a-1')).json).toContain(link)
    await service.core('PUT', '/applications/a-1', bankDetails({ filedOn: '2026-06-15' }))
    expect((await later.browser.get('/kk/applications/a-1')).json).not.toContain(link)
    expect((await later.browser.get('/kk/applications')).json).not.toContain('Күшін жою өтініші дайын')
    const over = await later.browser.get(`/kk/withdrawal-drafts/${draft.id}`)
    expect([over.status, over.json]).toEqual([410, expect.stringContaining('class="primary"')])

    const { json: next } = await later.browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    service.clock.at = new Date(service.clock.at.getTime() + 30 * 60_000)
    const { browser } = await signedIn(service)
    expect((await browser.get('/kk/applications')).json).not.toContain('Күшін жою өтініші дайын')
    const expired = await browser.get(`/kk/withdrawal-drafts/${next.id}`)
    expect(expired.status).toBe(410)
    expect(mainOf(expired.json).match(/<button type="submit" class="primary">/g)).toHaveLength(1)
    expect(expired.json).toContain('action="/kk/applications/a-1/withdrawal"')
  })

  it('is the same 404 for somebody else’s application and for none, and asks strangers to sign in', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails({ iin: SERIK.iin }))
    const { browser } = await signedIn(service)
    for (const id of ['a-1', 'nowhere', '%00'])
      expect((await browser.get(`/kk/applications/${id}/withdrawal`)).status, id).toBe(404)
    const { status, headers } = await service.browser().get('/kk/applications/a-1/withdrawal')
    expect([status, headers.get('Location')]).toEqual([303, '/kk/sign-in?next=%2Fkk%2Fapplications%2Fa-1%2Fwithdrawal'])
  })
})
