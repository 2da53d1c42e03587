// Trying a key: everything is checked as if it counted, and nothing comes of it.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, sign, testAuthority } from '../test-authority.ts'
import { type Browser, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { readable } from '../web/test-frame.ts'
import { PURPOSES, type Purpose } from './purpose.ts'

async function challengeFor(browser: Browser, purpose: Purpose) {
  const { json } = await browser.post(`/api/v1/sign-in/challenges?purpose=${purpose}`)
  return { challenge: String(json.id), bytes: Buffer.from(json.bytes, 'base64') }
}

async function pageOf(browser: Browser, fields: Record<string, string>, language = 'kk') {
  const answer = await browser.form(`/${language}/rehearsal`, fields)
  return { status: answer.status, text: readable(String(answer.json)) }
}

describe('a rehearsal', () => {
  it('says whose the key is, until when, by whom issued and what it is good for, in three languages', async () => {
    const service = await testService()
    const authority = await testAuthority()
    const keys = [authority.signing(AIGERIM), await authority.authentication(AIGERIM)]
    for (const language of LANGUAGES) {
      const seen = keys.map(async store => {
        const browser = service.browser()
        const { challenge, bytes } = await challengeFor(browser, 'rehearsal')
        return pageOf(browser, { challenge, cms: sign(store, bytes) }, language)
      })
      const uses = messagesFor(language).signIn.rehearsal.uses
      for (const [i, { status, text }] of (await Promise.all(seen)).entries()) {
        expect(status).toBe(200)
        for (const told of [AIGERIM.iin, AIGERIM.surname, '2026', i === 0 ? uses.both : uses['signing-in']])
          expect(text).toContain(told)
        expect(text).not.toMatch(/undefined|\[object|NaN/)
      }
    }
  })

  it('says beforehand that a key is about to expire', async () => {
    const service = await testService()
    const browser = service.browser()
    service.clock.at = new Date('2026-12-07T12:00:00+05:00')
    const { challenge, bytes } = await challengeFor(browser, 'rehearsal')
    const store = (await testAuthority()).signing(AIGERIM)
    const { text } = await pageOf(browser, { challenge, cms: sign(store, bytes, { at: service.clock.at }) })
    expect(text).toMatch(/Мерзімі аяқталуға [89] күн қалды/)
  })

  it('signs nobody in and leaves no line behind', async () => {
    const service = await testService()
    const browser = service.browser()
    const { challenge, bytes } = await challengeFor(browser, 'rehearsal')
    const { status } = await pageOf(browser, {
      challenge,
      cms: sign((await testAuthority()).signing(SERIK), bytes),
    })
    expect(status).toBe(200)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    const { owner } = service.database
    expect(await owner`select 1 from session union all select 1 from audit_event`).toHaveLength(0)
    expect(await owner`select 1 from person where iin = ${SERIK.iin}`).toHaveLength(0)
  })

  it('says what is wrong with a key as signing in would', async () => {
    const service = await testService()
    const authority = await testAuthority()
    for (const [store, words] of [
      [authority.expired(AIGERIM), 'мерзімі өтіп кеткен'],
      [authority.companyHead(AIGERIM), 'заңды тұлғаның ЭЦҚ-сы'],
      [authority.foreign(AIGERIM), 'куәландырушы орталық бермеген'],
    ] as const) {
      const browser = service.browser()
      const { challenge, bytes } = await challengeFor(browser, 'rehearsal')
      const { status, text } = await pageOf(browser, { challenge, cms: sign(store, bytes) })
      expect([status, text.includes(words)], words).toEqual([422, true])
    }
  })

  it('that comes without a signature asks for one', async () => {
    const service = await testService()
    expect((await pageOf(service.browser(), { challenge: '', cms: '' })).status).toBe(422)
  })
})

describe('a challenge', () => {
  it('says in three languages what it is for, in a beginning that no other purpose has', async () => {
    const service = await testService()
    const beginnings = new Set<string>()
    for (const purpose of PURPOSES) {
      const { bytes } = await challengeFor(service.browser(), purpose)
      const [beginning = '', ...lines] = bytes.toString().split('\n')
      expect(beginning).toMatch(/^ӨТІНІШ: [^/]+ \/ [^/]+ \/ [A-Z -]+$/)
      expect(lines.slice(0, 3).join()).toMatch(/құжатты растамайды.*никакого документа.*any document/)
      beginnings.add(beginning)
    }
    expect(beginnings.size).toBe(PURPOSES.length)
  })

  it('made for one purpose is no good for another', async () => {
    const service = await testService()
    const store = (await testAuthority()).signing(AIGERIM)
    const browser = service.browser()
    for (const purpose of ['registration', 'recovery', 'rehearsal'] as const) {
      const { challenge, bytes } = await challengeFor(browser, purpose)
      const entered = await browser.post('/api/v1/sign-in/eds', { challenge, cms: sign(store, bytes) })
      expect([entered.status, entered.json.code]).toEqual([410, 'challenge-expired'])
    }
    const { challenge, bytes } = await challengeFor(browser, 'sign-in')
    expect((await pageOf(browser, { challenge, cms: sign(store, bytes) })).status).toBe(410)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })
})
