// The page on which one signs in, and the forms of signing in and out.
import { describe, expect, it } from 'vitest'
import { aPerson } from '../applications/test-applications.ts'
import type { EnterOutcome } from '../sessions/enter.ts'
import { cookiesFor } from '../web/cookies.ts'
import { LANGUAGES } from '../web/language.ts'
import { PROBLEMS } from '../web/problems.ts'
import { ASSETS, aSession, form, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import { signInPages } from './routes.tsx'
import type { SignInInput } from './sign-in.ts'

const SECRET = 'a'.repeat(43)
const SECRETS = { session: SECRET, device: 'd'.repeat(43) }
const VISITOR = { session: undefined, device: undefined, agent: 'test', address: '127.0.0.1' }
const SIGNED_IN: EnterOutcome = { kind: 'signed-in', person: aPerson(), secrets: SECRETS }

function site(outcome: EnterOutcome = SIGNED_IN, who: 'signed-in' | 'nobody' = 'nobody') {
  const inputs: SignInInput[] = []
  const ended: (string | undefined)[] = []
  const app = testApp(who === 'signed-in' ? aSession() : undefined)
  signInPages(app, {
    assets: ASSETS,
    cookies: cookiesFor('http://127.0.0.1:8080'),
    ncalayerUrl: 'wss://127.0.0.1:13579/',
    visitor: () => VISITOR,
    signIn: async input => {
      inputs.push(input)
      return outcome
    },
    signOut: async session => {
      ended.push(session)
    },
  })
  return { app, inputs, ended }
}

describe('the sign-in page', () => {
  for (const language of LANGUAGES)
    it(`in ${language} says what one needs, also without a script`, async () => {
      const page = await (await site().app.request(`/${language}/sign-in`)).text()
      expect(page).toContain('<noscript>')
      expect(page).toContain('data-signing="true" hidden=""') // only the script reveals the button
      expect(readable(page)).not.toMatch(/undefined|\[object|NaN/)
    })

  it('says that the page one asked for opens after signing in', async () => {
    const { app } = site()
    const sent = await (await app.request('/kk/sign-in?next=%2Fkk%2Fapplications')).text()
    const came = await (await app.request('/kk/sign-in?next=%2Fkk%2Fservices')).text()
    expect(sent).toContain('Кіргеннен кейін сол бет ашылады.')
    expect(came).not.toContain('Кіргеннен кейін сол бет ашылады.')
  })

  it('holds every sentence that the island may show, and the address of NCALayer’s site', async () => {
    const page = await (await site().app.request('/kk/sign-in')).text()
    const states = [...page.matchAll(/data-state="([a-z-]+)"/g)].map(([, state]) => state)
    expect(states.sort()).toEqual([
      'cancelled',
      'connecting',
      'failed',
      'interrupted',
      'outdated',
      'sending',
      'stopped',
      'timed-out',
      'unavailable',
      'unreachable',
      'unreadable',
      'waiting',
    ])
    expect(page).toContain('https://pki.gov.kz/ncalayer/')
  })

  it('is skipped by one who is signed in', async () => {
    const answer = await site(SIGNED_IN, 'signed-in').app.request('/ru/sign-in?next=/ru/applications')
    expect(answer.headers.get('location')).toBe('/ru/applications')
  })
})

describe('signing in', () => {
  const sent = form({ challenge: 'c-1', cms: 'MIAB' })

  it('sets the session and goes to the services', async () => {
    const { app, inputs } = site()
    const answer = await app.request('/kk/sign-in', { ...sent, headers: { cookie: `starter=${SECRET}` } })
    expect(inputs).toEqual([{ challenge: 'c-1', cms: 'MIAB', starter: SECRET, visitor: VISITOR }])
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/kk/services')
    expect(answer.headers.get('set-cookie')).toMatch(/^session=a{43}; .*HttpOnly/)
  })

  it('goes back to where one came from, if that is a page of ours', async () => {
    const to = async (next: string) =>
      (await site().app.request(`/kk/sign-in?next=${encodeURIComponent(next)}`, sent)).headers.get('location')
    expect(await to('/kk/applications/a-1')).toBe('/kk/applications/a-1')
    expect(await to('//example.com/')).toBe('/kk/services')
  })

  it('says why it refused, with the status of the problem, and keeps where one was going', async () => {
    const { app } = site({ kind: 'refusal', code: 'signature-certificate-expired' })
    const answer = await app.request('/kk/sign-in?next=%2Fkk%2Fapplications', sent)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('role="alert"')
    expect(readable(page)).toContain('Сертификаттың жарамдылық мерзімі өтіп кеткен.')
    expect(page).toContain('action="/kk/sign-in?next=%2Fkk%2Fapplications"')
  })

  for (const [code, seconds] of [
    ['signature-not-checkable', '120'],
    ['signature-check-busy', '15'],
  ] as const)
    it(`says when to try again (${code}), and the same page makes a new challenge at the next press`, async () => {
      for (const language of LANGUAGES) {
        const answer = await site({ kind: 'refusal', code }).app.request(`/${language}/sign-in`, sent)
        const page = await answer.text()
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, seconds])
        expect(readable(page)).toContain(PROBLEMS[code].text[language])
        expect(page).toContain('<input type="hidden" name="challenge"/>') // empty: the island asks for another
        expect(page).toContain('data-start="true"')
      }
    })

  it('without a signature asks for one', async () => {
    const { app, inputs } = site()
    expect((await app.request('/kk/sign-in', form({ challenge: 'c-1', cms: '' }))).status).toBe(422)
    expect(inputs).toEqual([])
  })

  it('ends by signing out: the session is ended and forgotten', async () => {
    const { app, ended } = site(SIGNED_IN, 'signed-in')
    const answer = await app.request('/kk/sign-out', { method: 'POST', headers: { cookie: `session=${SECRET}` } })
    expect(ended).toEqual([SECRET])
    expect(answer.headers.get('location')).toBe('/kk/sign-in')
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
  })
})
