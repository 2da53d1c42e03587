// `POST /scan` and `POST /control`: what a test may say, and what is not understood.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { MEMO } from '../demo/persons.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { type SigningService, startSigningService } from '../testing/signing-service.ts'
import { type EgovMobile, startEgovMobile } from './server.ts'

let demo: DemoDir
let service: SigningService
let phone: EgovMobile
beforeAll(async () => {
  demo = await makeDemoDir()
  service = await startSigningService()
  phone = await startEgovMobile({ port: 0, domains: [], keys: [demo.keysDir], now: () => NOW })
})
afterEach(() => {
  service.reset()
  phone.configure({ domains: [], language: 'kk', how: 'sign' })
})
afterAll(async () => {
  await Promise.all([phone.close(), service.close()])
  demo.remove()
})

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(new URL(path, phone.url), { method: 'POST', body: text, headers })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

it('scans over HTTP as the function does', async () => {
  phone.configure({ domains: [service.origin] })
  const over = await post('/scan', { text: service.qr, person: MEMO.iin, how: 'decline', language: 'en' })
  expect(over).toEqual({
    status: 200,
    json: await phone.scan(service.qr, { person: MEMO.iin, how: 'decline', language: 'en' }),
  })
  expect(over.json['outcome']).toBe('declined')
})

it('goes nowhere until a domain is listed, and then at once', async () => {
  expect(await phone.scan(service.qr)).toMatchObject({
    outcome: 'stopped',
    statuses: [],
    violations: [{ section: '1.1' }],
  })
  expect((await post('/control', { domains: [service.origin] })).status).toBe(200)
  expect(await phone.scan(service.qr)).toMatchObject({ outcome: 'signed', violations: [] })
})

it('keeps what control sets for the scans that say nothing of it', async () => {
  await post('/control', { domains: [service.origin], how: 'look', language: 'ru' })
  expect((await post('/scan', { text: service.qr })).json).toMatchObject({ outcome: 'dropped' })
  expect(service.asked().at(-1)?.headers['accept-language']).toBe('ru')
  const settings = await (await fetch(new URL('/control', phone.url))).json()
  expect(settings).toMatchObject({ domains: [service.origin], how: 'look', language: 'ru', clockMinutes: 0 })
})

it.each([
  ['/scan', 'not JSON', 'text is expected'],
  ['/scan', {}, 'text is expected'],
  ['/scan', { text: 1 }, 'text is expected'],
  ['/scan', { text: '', how: 'badly' }, expect.stringMatching(/^how: one of sign, decline/)],
  ['/scan', { text: '', domains: [] }, 'not understood: domains'],
  ['/control', [], 'a JSON object is expected'],
  ['/control', { domain: [] }, 'not understood: domain'],
  ['/control', { domains: 'x' }, 'not understood: domains'],
  ['/control', { language: 'kz' }, 'not understood: language'],
  ['/control', { clockMinutes: '10' }, 'not understood: clockMinutes'],
])('%s %j is not understood, and changes nothing', async (path, body, detail) => {
  const before = await (await fetch(new URL('/control', phone.url))).json()
  expect(await post(path, body)).toEqual({ status: 400, json: { code: 'not-understood', detail } })
  expect(await (await fetch(new URL('/control', phone.url))).json()).toEqual(before)
})

it.each(['/scan', '/control', '/'])('%s is not for pages of other sites', async path => {
  expect(await post(path, { text: '' }, { origin: 'https://example.org' })).toMatchObject({ status: 403 })
})
