// The page on which one signs in: its three ways, and what their forms come to.
import { describe, expect, it } from 'vitest'
import { aPerson } from '../applications/test-applications.ts'
import type { EnterOutcome } from '../sessions/enter.ts'
import { cookiesFor } from '../web/cookies.ts'
import { LANGUAGES } from '../web/language.ts'
import { PROBLEMS } from '../web/problems.ts'
import { ASSETS, aSession, form, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import type { PasswordSignIn, PasswordSignInOutcome } from './password.ts'
import { signInPages } from './routes.tsx'
import type { SignInInput } from './sign-in.ts'

const SECRET = 'a'.repeat(43)
const SECRETS = { session: SECRET, device: 'd'.repeat(43) }
const VISITOR = { session: undefined, device: undefined, agent: 'test', address: '127.0.0.1' }
const SIGNED_IN: EnterOutcome = { kind: 'signed-in', person: aPerson(), secrets: SECRETS }

const NOW = new Date('2026-06-16T12:00:00+05:00')

function site(outcome: PasswordSignInOutcome = SIGNED_IN, who: 'signed-in' | 'nobody' = 'nobody') {
  const inputs: SignInInput[] = []
  const typed: PasswordSignIn[] = []
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
    signInByPassword: async input => {
      typed.push(input)
      return outcome
    },
    now: () => NOW,
  })
  return { app, inputs, typed }
}

describe('the sign-in page', () => {
  for (const language of LANGUAGES)
    it(`in ${language} has three ways in the order of the memo, and where to go without any of them`, async () => {
      const page = await (await site().app.request(`/${language}/sign-in`)).text()
      expect(readable(page)).not.toMatch(/undefined|\[object|NaN/)
      const forms = [...page.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action)
      expect(forms).toEqual([`/${language}/sign-in`, `/${language}/sign-in/password`, `/${language}/qr`])
      for (const address of ['register', 'forgotten-password', 'help/sign-in', 'rehearsal'])
        expect(page).toContain(`href="/${language}/${address}"`)
    })

  it('tells readers without a script what they need one for', async () => {
    const page = await (await site().app.request('/kk/sign-in')).text()
    expect(page).toContain('<noscript>')
    expect(page.split('data-start')[0]).toMatch(/class="scripted eds"/) // hidden by style, not revealed by script
  })

  it('has a form that password managers know', async () => {
    const page = await (await site().app.request('/kk/sign-in')).text()
    expect(page).toMatch(/<input type="text" id="iin" name="iin" [^>]*autocomplete="username"/)
    expect(page).toMatch(/<input type="password" id="password" name="password" autocomplete="current-password"/)
    expect(page).toMatch(/<input type="checkbox" id="remember" data-remember/) // without a name: it is never sent
    expect(page).not.toMatch(/onpaste|maxlength/)
  })

  it('is read in another language at the address of the page, whichever form was posted', async () => {
    const { app } = site({ kind: 'refusal', code: 'password-wrong' })
    const answer = await app.request(
      '/kk/sign-in/password?next=%2Fkk%2Fapplications',
      form({ iin: '1', password: 'x' }),
    )
    expect(await answer.text()).toContain('href="/ru/sign-in?next=%2Fkk%2Fapplications"')
    const again = await app.request('/ru/sign-in/password?next=%2Fkk%2Fapplications') // reloaded, or typed
    expect(again.headers.get('location')).toBe('/ru/sign-in?next=%2Fru%2Fapplications')
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
      'crowded',
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

describe('a search engine', () => {
  it('finds it, but not when it says why somebody was not let in', async () => {
    const { app } = site()
    expect(await (await app.request('/kk/sign-in?next=/kk/profile')).text()).toMatch(
      /<meta name="description" content="[^"]{60,}".*<link rel="canonical" href="[^"?]+\/kk\/sign-in"/s,
    )
    expect(await (await app.request('/kk/sign-in', { method: 'POST' })).text()).toContain('content="noindex"')
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

  it('goes on in the language in which one signed in', async () => {
    const answer = await site().app.request('/ru/sign-in?next=%2Fkk%2Fapplications%2Fa-1', sent)
    expect(answer.headers.get('location')).toBe('/ru/applications/a-1')
  })
})

describe('signing in by password', () => {
  const sent = form({ iin: ' 851315 400107 ', password: 'Жеті қазына 2026!' })

  it('passes on what was typed, sets the session and goes on', async () => {
    const { app, typed } = site()
    const answer = await app.request('/kk/sign-in/password?next=%2Fkk%2Fapplications', sent)
    expect(typed).toEqual([{ iin: ' 851315 400107 ', password: 'Жеті қазына 2026!', visitor: VISITOR }])
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kk/applications'])
    expect(answer.headers.get('set-cookie')).toMatch(/^session=a{43}; .*HttpOnly/)
  })

  it('that is refused keeps the IIN and never the password, and says it at the top and at the field', async () => {
    const { app } = site({ kind: 'refusal', code: 'password-wrong' })
    const answer = await app.request('/kk/sign-in/password', sent)
    const page = await answer.text()
    expect(answer.status).toBe(401)
    expect(page).toContain('value=" 851315 400107 "')
    expect(page).not.toContain('Жеті қазына')
    expect(page).toContain('role="alert"')
    expect(readable(page)).toContain(PROBLEMS['password-wrong'].text.kk)
    expect(page).toMatch(/id="password"[^>]*aria-describedby="password-fault"[^>]*aria-invalid="true"/)
  })

  it.each([
    ['iin-malformed', 422, 'iin', 'iin-fault'],
    ['password-missing', 422, 'password', 'password-fault'],
  ] as const)('%s is said at its field', async (code, status, id, fault) => {
    const { app } = site({ kind: 'refusal', code })
    const answer = await app.request('/en/sign-in/password', form({ iin: '8513' }))
    const page = await answer.text()
    expect(answer.status).toBe(status)
    expect(page).toMatch(new RegExp(`id="${id}"[^>]*aria-describedby="${fault}[^>]*aria-invalid="true"`))
    expect(page).toContain(`<p id="${fault}" class="fault">`)
    expect(page).toContain(`<a href="#${id}">`)
  })

  it('says when to try again, to people and to programs', async () => {
    const again = new Date(NOW.getTime() + 7_200)
    const { app } = site({ kind: 'refusal', code: 'too-many-tries', again })
    const answer = await app.request('/kk/sign-in/password', sent)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '8'])
    expect(readable(await answer.text())).toContain('12:00:07')
  })

  it('doubts an IIN whose check digit does not fit, and refuses it no more than another', async () => {
    const doubt = async (iin: string) => {
      const { app } = site({ kind: 'refusal', code: 'password-wrong' })
      const page = await (await app.request('/ru/sign-in/password', form({ iin, password: 'x' }))).text()
      return !page.includes('<span data-mistyped="true" hidden')
    }
    expect(await doubt('851315400107')).toBe(false)
    expect(await doubt('851315400108')).toBe(true)
  })

  it('shows nothing of a field longer than any IIN, and takes a missing field for an empty one', async () => {
    const { app, typed } = site({ kind: 'refusal', code: 'iin-malformed' })
    const long = '<b>'.repeat(33_000)
    const page = await (await app.request('/kk/sign-in/password', form({ iin: long }))).text()
    expect(page).not.toContain('<b><b>')
    expect(page.length).toBeLessThan(40_000)
    expect(typed[0]).toMatchObject({ iin: long, password: '' })
  })
})

it('S-29: the former address of the help leads to its chapter', async () => {
  const answer = await site().app.request('/ru/sign-in/help')
  expect([answer.status, answer.headers.get('Location')]).toEqual([301, '/ru/help/sign-in'])
})
