// The page of devices, the frame of every page of a signed-in person, and the notes after a session.
import { describe, expect, it } from 'vitest'
import { cookiesFor } from '../web/cookies.ts'
import { ENDED } from '../web/ended.ts'
import { LANGUAGES } from '../web/language.ts'
import { frameOf, Page } from '../web/page.tsx'
import { ASSETS, aSession, form, testApp } from '../web/test-app.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Access } from './list-store.ts'
import { sessionPages } from './routes.tsx'
import type { Session } from './session.ts'

const AT = new Date('2026-06-17T06:30:00Z')
const HERE = aSession({ device: '5f2b1c1e-0000-4000-8000-00000000000d', unread: 3 })
const ACCESS: Access = {
  sessions: [
    { key: '5f2b1c1e-0000-4000-8000-000000000002', way: 'password', device: undefined, since: AT, seenAt: AT },
    { key: HERE.key, way: 'eds', device: 'Chrome, Windows', since: AT, seenAt: AT },
  ],
  devices: [{ id: HERE.device ?? '', label: 'Chrome, Windows', firstSeenAt: AT, lastSeenAt: AT }],
  signIns: [
    { at: AT, succeeded: true, outcome: 'egov-mobile' },
    { at: AT, succeeded: false, outcome: 'signature-certificate-expired' },
    { at: AT, succeeded: false, outcome: 'no-such-reason' },
  ],
}

function site(session: Session | undefined = HERE) {
  const done: string[] = []
  const app = testApp(session)
  sessionPages(app, {
    assets: ASSETS,
    cookies: cookiesFor('https://cabinet.example.kz'),
    access: async () => ACCESS,
    signOut: async secret => void done.push(`out ${secret}`),
    signOutEverywhere: async () => void done.push('everywhere'),
    endElsewhere: async (_, key) => void done.push(`end ${key}`),
    forgetDevice: async (_, id) => void done.push(`forget ${id}`),
    now: () => AT,
  })
  const page = async (address: string) => readable(await (await app.request(address)).text())
  return { app, done, page }
}

describe('the page of devices', () => {
  for (const language of LANGUAGES)
    it(`in ${language} is whole`, async () => {
      const page = await site().page(`/${language}/profile/devices`)
      expect(page).toContain('Chrome, Windows')
      expect(page).not.toMatch(/undefined|\[object|NaN|no-such-reason/)
    })

  it('begins with the session one is in, which has no button to end it', async () => {
    const html = await (await site().app.request('/kk/profile/devices')).text()
    const page = readable(html)
    expect(page).toMatch(/Қазір ашық тұрғандар Chrome, Windows \(қазір осы жердесіз\).* Белгісіз құрылғы/)
    expect(html).toContain(`/kk/profile/devices/sessions/${ACCESS.sessions[0]?.key}/end`)
    expect(html).not.toContain(`sessions/${HERE.key}/end`)
  })

  it('says by which way somebody came in, or why not', async () => {
    const page = await site().page('/kk/profile/devices')
    expect(page).toMatch(/Кабинетке кірді 17\.06\.2026 11:30:00 ?\. eGov Mobile арқылы\./)
    expect(page).toMatch(/Кіре алмады 17\.06\.2026 11:30:00 ?\. [^ ]*[Сс]ертификат/)
  })

  it('is for its person only', async () => {
    const app = testApp(undefined)
    sessionPages(app, { ...({} as Parameters<typeof sessionPages>[1]), cookies: cookiesFor('http://127.0.0.1:8080') })
    const { status, headers } = await app.request('/kk/profile/devices')
    expect([status, headers.get('Location')]).toEqual([303, '/kk/sign-in?next=%2Fkk%2Fprofile%2Fdevices'])
  })
})

describe('signing out', () => {
  it('ends the session of the cookie, takes the cookie away and says so', async () => {
    const { app, done } = site()
    const secret = 's'.repeat(43)
    const cookie = { Cookie: `__Host-session=${secret}` }
    const { status, headers } = await app.request('/en/sign-out', { ...form({}), headers: cookie })
    expect([status, headers.get('Location')]).toEqual([303, '/en/sign-in?ended=out'])
    expect(headers.getSetCookie()).toEqual([
      '__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
      '__Host-starter=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
      '__Host-from=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    ])
    expect(done).toEqual([`out ${secret}`])
  })

  it('is no mistake for one who is out already', async () => {
    const { app } = site(undefined)
    expect((await app.request('/en/sign-out', form({}))).status).toBe(303)
  })
})

describe('the frame of a page', () => {
  it('leads to the profile and the messages, says how many are unread, and out', async () => {
    const html = await (await site().app.request('/kk/profile/devices')).text()
    expect(html).toMatch(/href="\/kk\/profile"/)
    expect(readable(html)).toContain('Хабарламалар 3 (3 оқылмаған) Шығу')
  })

  it('carries the watch over the session only when there is one', async () => {
    const signedIn = String(<Page frame={aFrame('kk')} title="x" />)
    const nobody = String(<Page frame={aFrame('kk', { who: undefined, visit: undefined })} title="x" />)
    expect(signedIn).toContain('data-left="900"')
    expect(signedIn).toContain('/assets/session.js')
    expect(nobody).not.toMatch(/session\.js|data-session|Шығу/)
  })

  for (const ended of ENDED)
    it(`says after a session why one is here: ${ended}`, () => {
      const texts = LANGUAGES.map(language => {
        const frame = aFrame(language, { who: undefined, visit: undefined, ended })
        return readable(String(<Page frame={frame} title="x" />))
      })
      expect(new Set(texts).size).toBe(3)
      expect(texts.join()).not.toContain('undefined')
    })

  it('shows no reason that we did not write', async () => {
    const app = testApp(undefined)
    app.get('/kk/x', c => c.json(frameOf(c, ASSETS).ended ?? null))
    const told = async (query: string) => (await app.request(`/kk/x${query}`)).json()
    expect([await told('?ended=out'), await told('?ended=<b>'), await told('')]).toEqual(['out', null, null])
  })
})
