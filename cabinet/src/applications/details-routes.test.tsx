// The address of one application, and the light one that an open page asks.
import { describe, expect, it } from 'vitest'
import { enterCalendar, fileWith } from '../deadlines/test-calendars.ts'
import { sendDocument } from '../documents/test-documents.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, sign } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { cookiesFor } from '../web/cookies.ts'
import { ASSETS, aSession, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import { detailsPages } from './details-routes.tsx'
import { anApplication, detailsOf } from './test-applications.ts'
import { versionOf } from './version-tag.ts'

const TAG = versionOf(anApplication(), detailsOf(anApplication()))

function cabinet(who: 'signed-in' | 'nobody' = 'signed-in') {
  const app = testApp(who === 'signed-in' ? aSession() : undefined)
  const mine = (iin: string, id: string) => iin === aSession().person.iin && id === 'a-1'
  detailsPages(app, {
    assets: ASSETS,
    cookies: cookiesFor('https://cabinet.example'),
    contactHours: undefined,
    isSilent: heardAt => heardAt === undefined,
    details: async (iin, id) => (mine(iin, id) ? detailsOf(anApplication()) : undefined),
    version: async (iin, id) => (mine(iin, id) ? TAG : undefined),
    published: async () => undefined,
  })
  return app
}

const NOT_MINE = [
  ['a-2', 'it is unknown or someone else’s'],
  ['..%2F..%2Fetc', 'it is no id of an application'],
  [`${'a'.repeat(41)}`, 'it is too long'],
] as const

describe('the page of one application', () => {
  it('opens for its person, in the language of the address', async () => {
    const answer = await cabinet().request('/en/applications/a-1')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^<!doctype html><html lang="en">/)
  })

  it('S-54: is found again after signing in, with where one came from', async () => {
    const answer = await cabinet('nobody').request('/kk/applications/a-1?from=%3Fstatus%3Daccepted')
    expect(answer.headers.get('location')).toBe(
      '/kk/sign-in?next=%2Fkk%2Fapplications%2Fa-1%3Ffrom%3D%253Fstatus%253Daccepted',
    )
  })

  it('leads nowhere else, whatever its address says', async () => {
    const page = await (await cabinet().request('/kk/applications/a-1?from=https%3A%2F%2Fevil.example')).text()
    expect(page).toContain('<a href="/kk/applications">Жабу</a>')
    expect(page.match(/href="[^"]*evil[^"]*"/g)?.filter(href => !href.includes('/applications/a-1?from='))).toEqual([])
  })

  const CAME_FROM = '?status=accepted#n98'
  const opened = (cookie?: string, path = '/kk/applications/a-1') =>
    cabinet().request(path, cookie ? { headers: { Cookie: cookie } } : {})
  const closing = async (answer: Response) => /<p class="close"><a href="([^"]+)"/.exec(await answer.text())?.[1]
  const kept = async (from = CAME_FROM) => {
    const { headers } = await opened(undefined, `/kk/applications/a-1?from=${encodeURIComponent(from)}`)
    return (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }

  it('S-38: is left for where one came from also when one comes back to it from a page that does not say', async () => {
    const cookie = await kept()
    expect(cookie).toBe('__Host-from=a-1~%2Fapplications%3Fstatus%3Daccepted%23n98')
    expect(await closing(await opened(cookie))).toBe('/kk/applications?status=accepted#n98')
    expect(await closing(await opened(cookie, '/ru/applications/a-1'))).toBe('/ru/applications?status=accepted#n98')
    expect(await closing(await opened(await kept('messages')))).toBe('/kk/messages')
    expect(await closing(await opened(cookie, '/kk/applications/a-1?from='))).toBe('/kk/applications') // said anew
    expect(await closing(await opened())).toBe('/kk/applications')
  })

  for (const [cookie, because] of [
    ['a-2~%2Fapplications%3Fstatus%3Daccepted', 'it was kept for another application'],
    ['a-10~%2Fapplications%3Fstatus%3Daccepted', 'its id only begins alike'],
    ['a-1~https%3A%2F%2Fevil.example', 'it is another site'],
    ['a-1~%2F%2Fevil.example', 'it is another site without a scheme'],
    ['a-1~%2Fsign-out', 'it is no page that one comes from'],
    ['a-1~%2Fapplications%2F..%2Fsign-out', 'it leads away from the list'],
    [`a-1~%2Fapplications%3Fq%3D${'a'.repeat(2_200)}`, 'it is too long'],
  ] as const)
    it(`S-38: is left for the whole list when a cookie says ${cookie.slice(0, 50)}: ${because}`, async () =>
      expect(await closing(await opened(`__Host-from=${cookie}`))).toBe('/kk/applications'))

  for (const [id, because] of NOT_MINE)
    it(`answers 404 for ${id}: ${because}`, async () => {
      const answer = await cabinet().request(`/kk/applications/${id}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('Бет табылмады')
    })
})

describe('«Жабу»', () => {
  it('S-38: leads back to the list as it was after a certificate and after a withdrawal', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails({ iin: AIGERIM.iin }))
    const { browser, store } = await signedIn(service)
    const list = (await browser.get('/kk/applications?status=accepted&sort=oldest')).json as string
    const [, row = ''] = /<a href="(\/kk\/applications\/a-1\?[^"]+)"/.exec(list) ?? []
    await browser.get(row)
    const goOn = async (path: string, fields = {}) => (await browser.form(path, fields)).headers.get('Location') ?? ''
    const closing = async (page: string, way: RegExp) => {
      const [, back = ''] = way.exec((await browser.get(page)).json) ?? []
      return /<p class="close"><a href="([^"]+)"/.exec((await browser.get(back)).json)?.[1]
    }
    const LIST = '/kk/applications?status=accepted&amp;sort=oldest#n1'
    const TO_APPLICATION = /<a href="([^"]+)">Өтініштің бетіне/
    const certificate = await goOn('/kk/applications/a-1/certificate')
    expect(await closing(certificate, /<a href="(\/kk\/applications\/a-1)">/)).toBe(LIST)
    const draft = await goOn('/kk/applications/a-1/withdrawal')
    expect(await closing(draft, /<a href="([^"]+)">Артқа қайту/)).toBe(LIST)
    const cms = sign(store, await browser.bytes(`${draft}/statement.pdf`))
    expect(await closing(await goOn(draft, { agree: 'yes', cms }), TO_APPLICATION)).toBe(LIST)
    await browser.form('/kk/sign-out')
    expect(browser.cookies.has('from')).toBe(false)
  })
})

describe('the deadline on the page', () => {
  /** What the page says of it: at first, and after each of these calendars, imported one after the other. */
  async function told(...calendars: readonly ReturnType<typeof fileWith>[]): Promise<string[]> {
    const service = await testService()
    service.clock.at = new Date('2026-06-24T12:00:00+05:00')
    const received = { filedOn: '2026-06-24', receivedAt: '2026-06-24T10:52:27+05:00' } // the term goes over 6 July
    await service.core('PUT', '/applications/a-1', bankDetails({ iin: AIGERIM.iin, ...received }))
    const { browser } = await signedIn(service)
    const deadline = async () => {
      const { json } = await browser.get('/kk/applications/a-1')
      return readable(/<div class="deadline">.*?<details/s.exec(json)?.[0] ?? '')
    }
    const pages = [await deadline()]
    for (const calendar of calendars) {
      await enterCalendar(service.database.owner, calendar)
      await service.jobs.recountDeadlines(new AbortController().signal)
      pages.push(await deadline())
    }
    return pages
  }

  it('that a newer calendar made earlier says so, until when it was before, and which day is to blame', async () => {
    const [before, after] = await told(fileWith('2026-12-01', { '2026-07-06': 'ordinary' }))
    expect(before).toContain('Орындау мерзімі: 08.07.2026')
    expect(after).toContain('Орындау мерзімі: 07.07.2026')
    expect(after).toContain(
      'Күнтізбенің жаңа нұсқасы (01.12.2026) бойынша мерзім ертерек болды. Бұрынғы мерзім: 08.07.2026. ' +
        'Не өзгерді: 6 шілде енді жұмыс күні Күнтізбеме қосу',
    )
  })

  it('that a newer calendar would make later is kept, and the page says until when it would be, and through which day', async () => {
    const later = fileWith('2026-12-01', { '2026-07-01': 'off', '2026-07-20': 'off' }) // 20 July is after the term
    const [, after] = await told(later)
    expect(after).toContain('Орындау мерзімі: 08.07.2026')
    expect(after).toContain(
      'Күнтізбенің жаңа нұсқасы (01.12.2026) бойынша мерзім 09.07.2026 болар еді. ' +
        'Сізге бұрын айтылған ертерек күнді сақтаймыз: мерзім өзгерген жоқ. ' +
        'Не өзгерді: 1 шілде енді демалыс күні Күнтізбеме қосу',
    )
  })

  it('that moved once and is kept from then on tells of the last calendar alone', async () => {
    const earlier = fileWith('2026-12-01', { '2026-07-06': 'ordinary' })
    const later = fileWith('2026-12-02', { '2026-07-01': 'off' })
    const [, moved, kept] = await told(earlier, later)
    expect(moved).toContain('Бұрынғы мерзім: 08.07.2026.')
    expect(kept).toContain('Орындау мерзімі: 07.07.2026')
    expect(kept).toContain('(02.12.2026) бойынша мерзім 09.07.2026 болар еді.')
    expect(kept).toContain('Не өзгерді: 1 шілде енді демалыс күні 6 шілде енді демалыс күні Күнтізбеме қосу')
    expect(kept).not.toContain('Бұрынғы мерзім')
  })

  it('of which a newer calendar changed nothing is said to be as it was, and nothing before there was one', async () => {
    const [before, after] = await told(fileWith('2026-12-01', { '2026-07-20': 'off' }))
    expect(before).not.toContain('Күнтізбенің жаңа нұсқасы')
    expect(after).toContain('Күнтізбенің жаңа нұсқасы шықты (01.12.2026): мерзім өзгерген жоқ. Күнтізбеме қосу')
    for (const page of [before, after]) {
      expect(page).toContain('Орындау мерзімі: 08.07.2026')
      expect(page).not.toContain('Не өзгерді')
    }
  })
})

describe('the version of one application', () => {
  it('is 304 while it is the one of the page, and otherwise says which', async () => {
    const ask = (tag: string) =>
      cabinet().request('/kk/applications/a-1/version', { headers: { 'If-None-Match': tag } })
    const page = await (await cabinet().request('/kk/applications/a-1')).text()
    const shown = /data-version="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect((await ask(shown)).status).toBe(304)
    expect((await ask(versionOf(anApplication()))).status).toBe(304) // of a statement, which shows the state alone
    const changed = await ask('"accepted-0"')
    expect([changed.status, changed.headers.get('etag'), await changed.text()]).toEqual([204, TAG, ''])
  })

  for (const [id, because] of NOT_MINE)
    it(`is 404 for ${id}: ${because}`, async () =>
      expect((await cabinet().request(`/kk/applications/${id}/version`)).status).toBe(404))

  it('is 401 for whoever is signed out, and no way to sign in', async () =>
    expect((await cabinet('nobody').request('/kk/applications/a-1/version')).status).toBe(401))

  it('changes when the fund sends a document and when the deadline moves, for the page that shows them', async () => {
    const service = await testService()
    const received = { filedOn: '2026-05-05', receivedAt: '2026-05-05T10:52:27+05:00' } // the term goes over 7 May
    await service.core('PUT', '/applications/a-1', bankDetails({ iin: AIGERIM.iin, ...received }))
    const { browser } = await signedIn(service)
    const tagOf = async (path: string) =>
      /data-version="([^"]+)"/.exec((await browser.get(path)).json)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const isTrue = async (tag: string) =>
      (await browser.get('/kk/applications/a-1/version', { 'If-None-Match': tag })).status === 304
    const draft = (await browser.form('/kk/applications/a-1/withdrawal')).headers.get('Location') ?? ''
    const statement = await tagOf(draft)
    const pages = [await tagOf('/kk/applications/a-1')]
    expect(await isTrue(pages[0] ?? '')).toBe(true)

    expect((await sendDocument(service, 'a-1/documents/receipt')).status).toBe(201)
    expect(await isTrue(pages[0] ?? '')).toBe(false)
    pages.push(await tagOf('/kk/applications/a-1'))
    expect(await isTrue(pages[1] ?? '')).toBe(true)

    await enterCalendar(service.database.owner, fileWith('2026-12-01', { '2026-05-07': 'ordinary' }))
    await service.jobs.recountDeadlines(new AbortController().signal)
    expect(await isTrue(pages[1] ?? '')).toBe(false)
    expect(await isTrue(await tagOf('/kk/applications/a-1'))).toBe(true)
    expect(await isTrue(statement)).toBe(true)
  })

  it('changes with the state, is nobody else’s, and asking for it does not keep the session alive', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails({ iin: AIGERIM.iin }))
    const { browser } = await signedIn(service)
    const look = (path = '/kk/applications/a-1/version') => browser.get(path)
    const before = (await look()).headers.get('etag')
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    const after = await look()
    expect([after.status, after.headers.get('etag') === before]).toEqual([204, false])
    expect((await browser.get('/kk/applications/a-1')).json).toContain(
      `data-version="${after.headers.get('etag')?.replaceAll('"', '&quot;')}"`,
    )
    await service.core('PUT', '/applications/a-2', bankDetails({ iin: '801332400126', number: '2-ИБР' }))
    expect((await look('/kk/applications/a-2/version')).status).toBe(404)
    for (const status of [204, 204, 401]) {
      service.clock.at = new Date(service.clock.at.getTime() + 5 * 60_000)
      expect((await look()).status).toBe(status)
    }
  })
})
