// How long a session lasts, what prolongs it and what does not, and how many there may be.
import { describe, expect, it } from 'vitest'
import type { Iin } from '../citizens/iin.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { endOtherSessions } from './ending-store.ts'
import { keyedHash } from './keyed-hash.ts'
import { MOST_SESSIONS } from './session.ts'
import { findSession, renewSession } from './store.ts'
import { copyOf, isIn, minutes, signedInWith, toldTo } from './test-sessions.ts'

const KEY = '00'.repeat(32)
const JSON_ONLY = { Accept: 'application/json' }

describe('a session', () => {
  it('tells how long it lasts, and telling does not prolong it', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    minutes(service, 13)
    for (let i = 0; i < 2; i++)
      expect((await browser.get('/kk/session')).json).toMatchObject({ left: 120, isLast: false })
    minutes(service, 2)
    expect((await browser.get('/kk/session')).status).toBe(401)
  })

  it('is extended by a form, for programs with 204 and for people with a way back', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    minutes(service, 14)
    expect((await browser.post('/kk/session/extension', {}, JSON_ONLY)).status).toBe(204)
    expect((await browser.get('/kk/session')).json.left).toBe(15 * 60)
    minutes(service, 14)
    const back = await browser.post('/kk/session/extension', '', { Referer: 'http://x/kk/applications?q=1' })
    expect([back.status, back.headers.get('Location')]).toEqual([303, '/kk/applications'])
    minutes(service, 15)
    expect((await browser.post('/kk/session/extension', {}, JSON_ONLY)).status).toBe(401)
  })

  it('ends after twelve hours, and says beforehand that this end cannot be put off', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let i = 0; i < 71; i++) {
      minutes(service, 10)
      await browser.get('/api/v1/me')
    }
    expect((await browser.get('/kk/session')).json).toMatchObject({ left: 600, isLast: true })
    await browser.post('/kk/session/extension', {}, JSON_ONLY)
    minutes(service, 10)
    expect(await isIn(browser)).toBe(false)
  })
})

describe('the end of a session', () => {
  it('is not put off by a page that reloads itself while nobody is there', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const reload = { 'Sec-Fetch-Mode': 'navigate' } // from our own page, without a click
    for (const status of [200, 200, 303]) {
      minutes(service, 5)
      expect((await browser.get('/kk/services', reload)).status).toBe(status)
    }
  })

  it('is put off by a click', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let i = 0; i < 4; i++) {
      minutes(service, 5)
      const click = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-User': '?1' }
      expect((await browser.get('/kk/services', click)).status).toBe(200)
    }
  })

  it('is when it was said to be, also for one that was just seen', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    minutes(service, 0.75) // being seen is written once a minute
    await browser.get('/api/v1/me')
    expect((await browser.get('/kk/session')).json.left).toBe(14.25 * 60)
    minutes(service, 14.24)
    expect((await browser.get('/kk/session')).status).toBe(200)
    minutes(service, 0.02)
    expect((await browser.get('/kk/session')).status).toBe(401)
  })
})

describe('a session', () => {
  it('gets a new id at a change of privilege: the old one opens nothing', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const thief = copyOf(service, browser)
    const renew = renewSession(service.database.sql, keyedHash([KEY]))
    const renewed = await renew(browser.cookies.get('session') ?? '', service.clock.at)
    expect(await isIn(thief)).toBe(false)
    browser.cookies.set('session', renewed)
    expect(await isIn(browser)).toBe(true)
    await expect(renew('x'.repeat(43), service.clock.at)).rejects.toThrow('is over')
  })

  it('is one of twenty at most: the one used least recently makes room', async () => {
    const service = await testService()
    const { browser: oldest, store } = await signedIn(service)
    const browsers = []
    for (let i = 1; i < MOST_SESSIONS; i++) {
      service.clock.at = new Date(service.clock.at.getTime() + 1_000)
      browsers.push(await signedInWith(service.browser(), store))
    }
    expect(await isIn(oldest)).toBe(true)
    service.clock.at = new Date(service.clock.at.getTime() + 1_000)
    await signedInWith(service.browser(), store)
    expect([await isIn(oldest), await isIn(browsers[0] ?? oldest)]).toEqual([false, true])
  })
})

describe('signing out everywhere', () => {
  it('ends every session, says so once, and leaves a line', async () => {
    const service = await testService()
    const { browser, store } = await signedIn(service)
    const elsewhere = await signedInWith(service.browser(), store)
    const answer = await browser.form('/ru/sign-out-everywhere')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ru/sign-in?ended=everywhere'])
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([false, false])
    expect(browser.cookies.has('session')).toBe(false)
    expect(await toldTo(service, AIGERIM.iin)).toContain('signed-out-everywhere')
    expect(await service.database.owner`select 1 from audit_event where act = 'signed-out-everywhere'`).toHaveLength(1)
  })

  it('but here ends the others and leaves this one', async () => {
    const service = await testService()
    const { browser, store } = await signedIn(service)
    const elsewhere = await signedInWith(service.browser(), store)
    const end = endOtherSessions(service.database.sql, keyedHash([KEY]))
    expect(await end(AIGERIM.iin as Iin, browser.cookies.get('session'))).toBe(1)
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false])
  })
})

describe('while SESSION_KEY is changed', () => {
  const [old, fresh] = [keyedHash([KEY]), keyedHash(['11'.repeat(32), KEY])]

  it('a session begun under the old key lives on under both, can be renewed and ended, and ends with the old key', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const secret = browser.cookies.get('session') ?? ''
    const { sql } = service.database
    const { at } = service.clock
    expect(await findSession(sql, old)(secret, at)).toBeDefined()
    expect(await findSession(sql, fresh)(secret, at)).toBeDefined()
    expect(await findSession(sql, keyedHash(['11'.repeat(32)]))(secret, at)).toBeUndefined()
    expect(await endOtherSessions(sql, fresh)(AIGERIM.iin as Iin, secret)).toBe(0)
    const renewed = await renewSession(sql, fresh)(secret, at)
    expect(await findSession(sql, old)(renewed, at)).toBeUndefined()
    expect(await findSession(sql, fresh)(renewed, at)).toBeDefined()
  })
})
