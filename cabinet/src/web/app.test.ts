import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { SERIK } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { cookiesFor } from './cookies.ts'
import { preferredLanguage } from './request-language.ts'

const cleanups: (() => Promise<void>)[] = []
let shared: TestService // where nothing is changed that another test would see

beforeAll(async () => {
  shared = await testService({ until: clean => cleanups.push(clean) })
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

describe('requests from elsewhere', () => {
  const cases: readonly [string, Record<string, string>, number][] = [
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 201],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['another port of this host', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }, 403],
    ['an old browser on our page', { Origin: 'http://127.0.0.1:8080' }, 201],
    ['an old browser on another port', { Origin: 'http://127.0.0.1:8081' }, 403],
    ['an old browser that hides its origin', { Origin: 'null' }, 403],
    ['a program that sends JSON', { 'Content-Type': 'application/json' }, 201],
    ['a form that says nothing of its origin', { 'Content-Type': 'application/x-www-form-urlencoded' }, 403],
    ['a form that pretends', { 'Content-Type': 'text/plain; application/json' }, 403],
  ]
  it.each(cases)('%s', async (_, headers, status) => {
    const response = await shared.app.request('/api/v1/sign-in/challenges', { method: 'POST', headers, body: '{}' })
    expect(response.status).toBe(status)
  })

  it.each([
    ['a program that sends nothing', {}, 201],
    ['a form without fields', { 'Content-Type': 'application/x-www-form-urlencoded' }, 403],
    ['another site, sending nothing', { Origin: 'https://elsewhere.kz' }, 403],
  ])('%s', async (_, headers, status) => {
    const response = await shared.app.request('/api/v1/sign-in/challenges', { method: 'POST', headers })
    expect(response.status).toBe(status)
  })

  it('are no matter where cookies count for nothing: the core and eGov Mobile are known otherwise', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const foreign = { 'Sec-Fetch-Site': 'cross-site' }
    for (const address of ['/core/v1/nothing', '/qr/v1/nothing']) {
      const { status, json } = await browser.post(address, {}, foreign)
      expect([401, 404], address).toContain(status)
      expect(json.code, address).not.toBe('cross-site')
    }
    for (const address of ['/corex/v1', '/kk/qr/x/cancellation', '/api/v1/qr/x'])
      expect((await browser.post(address, {}, foreign)).status, address).toBe(403)
  })

  it('are refused on pages too, with a page in the reader’s language', async () => {
    const response = await shared.app.request('/ru/sign-out', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    })
    expect([response.status, response.headers.get('Content-Type')]).toEqual([403, 'text/html; charset=UTF-8'])
    expect(await response.text()).toContain('Запрос пришёл с другого сайта')
  })
})

describe('what is not there, or not one’s own', () => {
  it('gets the same answer, in JSON and as a page', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/other', bankDetails({ iin: SERIK.iin }))
    const { browser } = await signedIn(service)
    for (const address of ['/api/v1/applications/', '/kk/applications/']) {
      const [others, unknown] = [await browser.get(`${address}other`), await browser.get(`${address}nowhere`)]
      expect([others.status, unknown.status]).toEqual([404, 404])
      const told = (answer: typeof others) => JSON.stringify(answer.json).replaceAll(/other|nowhere/g, '')
      expect(told(others)).toBe(told(unknown))
    }
    for (const address of [
      '/api/v1/applications/%00',
      '/api/v1/nothing',
      '/kk/nothing',
      '/assets/../package.json',
      '/assets/nothing.css',
    ])
      expect((await browser.get(address)).status, address).toBe(404)
  })

  it('is asked for only when signed in', async () => {
    const service = await testService()
    for (const address of [
      '/api/v1/me',
      '/api/v1/applications',
      '/api/v1/applications/a-1',
      '/api/v1/withdrawals/1-ОЖ/statement',
    ]) {
      const { status, json } = await service.browser().get(address, { 'Accept-Language': 'en' })
      expect([status, json.code, json.title]).toEqual([401, 'not-signed-in', 'Sign in to your cabinet first.'])
    }
    const page = await service.app.request('/kk/applications')
    expect([page.status, page.headers.get('Location')]).toEqual([303, '/kk/sign-in?next=%2Fkk%2Fapplications'])
  })
})

describe('bodies', () => {
  it('of ten megabytes are refused before they are read', async () => {
    const service = await testService()
    const garbage = JSON.stringify({ cms: 'A'.repeat(10_000_000) })
    const { status, json } = await service.browser().post('/api/v1/withdrawal-drafts/x/signature', garbage)
    expect([status, json.code]).toEqual([413, 'too-large'])
  })

  it.each([['{'], ['[]'], ['null'], ['{"challenge":1}'], ['{"challenge":"a","cms":"b","more":1}']])(
    'that are not as the schema says are refused: %s',
    async body => {
      const { status, json } = await shared.browser().post('/api/v1/sign-in/eds', body)
      expect([status, json.code]).toEqual([400, 'bad-request'])
    },
  )
})

describe('every answer', () => {
  it('tells browsers to trust nothing from elsewhere and to keep nothing', async () => {
    const { app } = await testService()
    for (const address of ['/', '/kk/sign-in', '/api/v1/me', '/kk/nothing', '/health/live']) {
      const { headers } = await app.request(address)
      const policy = headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("connect-src 'self' ws://127.0.0.1:13579")
      expect(policy).not.toContain('unsafe')
      expect([headers.get('Cache-Control'), headers.get('X-Content-Type-Options')]).toEqual(['no-store', 'nosniff'])
    }
  })

  it('leaves one line in the log, by route, without anything of the person', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    await browser.get('/api/v1/applications/a-1?secret=1')
    const line = service.log.at(-1)
    expect(line).toMatchObject({ event: 'request', method: 'GET', route: '/api/v1/applications/:id', status: 200 })
    const told = service.log.map(({ request: _, ...line }) => line) // in a random id there may be an “a-1” too
    expect(JSON.stringify(told)).not.toMatch(/a-1|secret|8513154|ҮЛГІ/)
  })
})

describe('the language', () => {
  it.each([
    [undefined, 'kk'],
    ['', 'kk'],
    ['de', 'kk'],
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de, en;q=0.5, kk;q=0.4', 'en'],
    ['kk;q=0, en', 'en'],
    ['EN-gb', 'en'],
    [';;;q=x,,', 'kk'],
  ] as const)('of a reader who says "%s" is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })

  it('of the front door is the reader’s', async () => {
    const { app } = await testService()
    const response = await app.request('/', { headers: { 'Accept-Language': 'ru' } })
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/ru/services'])
  })
})

describe('cookies', () => {
  it('are bound to the host and to https, except on the loopback of a developer', () => {
    expect(cookiesFor('https://cabinet.example.kz').write('session', 'x')).toBe(
      '__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure',
    )
    expect(cookiesFor('http://127.0.0.1:8080').write('session', 'x')).toBe('session=x; Path=/; HttpOnly; SameSite=Lax')
  })
})

describe('health', () => {
  it('is live without a database and ready with one', async () => {
    const service = await testService()
    expect(await (await service.app.request('/health/ready')).json()).toEqual({ ready: true })
    await service.database.sql.end()
    expect((await service.app.request('/health/ready')).status).toBe(503)
    expect((await service.app.request('/health/live')).status).toBe(200)
  })
})
