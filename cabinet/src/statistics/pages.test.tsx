// The public pages: complete in three languages, the same for everybody.
import { describe, expect, it } from 'vitest'
import { KIND_IDS, kindOf } from '../applications/kinds.ts'
import type { Session } from '../sessions/session.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf } from '../web/page.tsx'
import { ASSETS, aSession, testApp } from '../web/test-app.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import type { PublishedUsual } from './read-published.ts'
import { kindPages } from './routes.tsx'
import { UsualTime } from './usual-time.tsx'

const USUAL: PublishedUsual = {
  ...{ atLeast: 130, nineTenths: 4, half: 2, inTime: 9 },
  ...{ since: '2026-05-19', until: '2026-06-17', computedAt: new Date('2026-06-17T12:00:05+05:00') },
}

function site(usual: PublishedUsual | undefined = USUAL, session?: Session) {
  const app = testApp(session)
  kindPages(app, { assets: ASSETS, published: async () => usual })
  return async (address: string) => {
    const answer = await app.request(address)
    return { answer, html: await answer.text() }
  }
}

describe('the page of a kind', () => {
  for (const language of LANGUAGES)
    it(`tells in ${language} of every kind what it is for, its term, withdrawal and how long it takes`, async () => {
      const { kinds: t, statistics } = messagesFor(language)
      for (const kind of KIND_IDS) {
        const page = readable((await site()(`/${language}/kinds/${kind}`)).html)
        const { name, deadline, withdrawal } = kindOf(kind)
        for (const said of [
          name[language],
          t.what[kind],
          deadline?.basis[language].slice(1) ?? t.noTerm,
          statistics.noPromise,
        ])
          expect(page).toContain(said)
        expect(page).toContain(withdrawal.possible ? t.withdrawal.possible : t.withdrawal.never)
        expect(page).not.toMatch(/undefined|\[object|null|NaN/)
      }
    })

  it('counts in the unit of the law, and says how that is counted', async () => {
    const ipm = readable((await site()('/ru/kinds/tr-ipm-choose')).html)
    expect(ipm).toContain('рассмотрены за 4 календарных дня или быстрее')
    expect(ipm).toContain('Считается со дня, следующего за днём поступления')
    const housing = readable((await site()('/kk/kinds/ls-housing')).html)
    expect(housing).toContain('4 жұмыс күні ішінде')
    expect(housing).toContain('Сағат 17:30 өткен соң')
  })

  it('may be kept and given to others, except where it names whoever is signed in', async () => {
    for (const address of ['/kk/kinds', '/kk/kinds/bank-details']) {
      const others = (await site()(address)).answer.headers
      expect([others.get('cache-control'), others.get('vary')]).toEqual(['public, max-age=60', 'Cookie'])
      const own = await site(USUAL, aSession())(address)
      expect(own.html).toContain(aSession().person.surname)
      expect(own.answer.headers.get('cache-control')).toBeNull() // and so no-store: security-headers.ts
    }
  })

  it('is for search engines', async () => {
    const { html } = await site()('/en/kinds/bank-details')
    expect(html).toContain('<meta name="description" content="To change the bank details by which payments are sent."')
    expect(html).not.toContain('noindex')
  })

  for (const kind of ['no-such', '__proto__', 'constructor', 'LS-HOUSING', '..%2F..%2Fetc'])
    it(`is not there for ${kind}`, async () => expect((await site()(`/kk/kinds/${kind}`)).answer.status).toBe(404))

  it('says plainly that not enough is known', async () => {
    expect(readable((await site({ ...USUAL, nineTenths: undefined })('/kk/kinds/pay-age')).html)).toContain(
      'жеткілікті дерек жоқ',
    )
  })
})

it('the page of kinds leads to every one of them', async () => {
  const { html } = await site()('/kk/kinds')
  for (const kind of KIND_IDS) expect(html).toContain(`<a href="/kk/kinds/${kind}">`)
})

it('beside the promise of the law stands one sentence, and the way to the rest', () => {
  const line = (usual: PublishedUsual | undefined) =>
    readable(documentOf(<UsualTime frame={aFrame('kk')} kind="ls-housing" usual={usual} />))
  expect(line(USUAL)).toContain('әр 10 өтініштің кемінде 9-ы 4 жұмыс күні ішінде')
  expect(line(undefined)).toContain('жеткілікті дерек жоқ')
})
