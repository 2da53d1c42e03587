// Requests that no page of ours sends. Whoever sends them is told so: nothing of it is a fault of ours, so none is a 500.
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { withDraft } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let browser: Browser
let draft: { id: string }

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  const road = await withDraft(service)
  browser = road.browser
  draft = road.draft
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

describe('an address with what no id has in it', () => {
  it.each([
    ['POST', '/api/v1/applications/%00/withdrawal-drafts'],
    ['POST', '/kk/applications/%00/withdrawal'],
    ['GET', '/api/v1/applications/%00'],
    ['GET', '/api/v1/withdrawal-drafts/%00'],
    ['GET', '/api/v1/withdrawals/%00/statement'],
    ['GET', '/api/v1/withdrawals/1-%D0%9E%D0%96%00/signature'],
    ['GET', '/kk/applications/..%2f..%2fetc'],
    ['GET', '/kk/withdrawals/%00'],
    ['GET', '/kk/withdrawal-drafts/%00/statement.pdf'],
    ['GET', '/kk/%E0%A4%A'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '/assets/__proto__'],
    ['GET', `/api/v1/applications/${'a'.repeat(5000)}`],
  ])('%s %s is not found', async (method, address) => {
    const { status } = method === 'GET' ? await browser.get(address) : await browser.post(address)
    expect(status).toBe(404)
  })

  it('in the search finds nothing', async () => {
    const { status, json } = await browser.get('/api/v1/applications?q=%00%25_')
    expect([status, json.items]).toEqual([200, []])
  })
})

describe('a cursor that we did not write', () => {
  const written = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url')
  it.each([
    ['a day that is none', written('2026-02-30', '2026-01-01T00:00:00.000Z', 'a-1', 0)],
    ['a year that PostgreSQL lacks', written('0000-01-01', '2026-01-01T00:00:00.000Z', 'a-1', 0)],
    ['a year past its end', written('2026-01-01', '+275760-09-13T00:00:00.000Z', 'a-1', 0)],
    ['a year before our time', written('2026-01-01', '-000001-09-13T00:00:00.000Z', 'a-1', 0)],
    ['a NUL in the id', written('2026-01-01', '2026-01-01T00:00:00.000Z', '\u0000', 0)],
    ['half a letter in the id', written('2026-01-01', '2026-01-01T00:00:00.000Z', '\ud800', 0)],
    ['one thing more', written('2026-01-01', '2026-01-01T00:00:00.000Z', 'a-1', 0, 0)],
  ])('%s: refused by the API, no cursor for the page', async (_, cursor) => {
    expect((await browser.get(`/api/v1/applications?cursor=${cursor}`)).status).toBe(400)
    expect((await browser.get(`/kk/applications?cursor=${cursor}`)).status).toBe(200)
  })

  it('shows no row of another person, whatever place it names', async () => {
    const cursor = written('9999-12-31', '9999-12-31T00:00:00.000Z', 'zzz', 0)
    const { json } = await browser.get(`/api/v1/applications?cursor=${cursor}`)
    expect(json.items.map((item: { id: string }) => item.id)).toEqual(['a-1'])
  })
})

describe('a body that is not what its header says', () => {
  const places = () => [
    '/kk/sign-in',
    `/kk/withdrawal-drafts/${draft.id}`,
    '/api/v1/sign-in/eds',
    `/api/v1/withdrawal-drafts/${draft.id}/signature`,
  ]
  it.each([
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'no part'],
    ['application/x-www-form-urlencoded', 'agree=%ff%00&cms=%E0'],
    ['text/plain', '{"cms":"MAA="}'],
    ['application/json', '{"cms":"MAA="'],
    ['application/json', '['.repeat(500_000)],
  ])('%s is refused everywhere as a mistake of the sender', async (type, body) => {
    for (const place of places()) {
      const headers = { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' }
      const { status } = await service.app.request(place, { method: 'POST', headers, body })
      expect([400, 422], `${place} ${status}`).toContain(status)
    }
  })

  it('changes nothing, and no failure of ours is in the log', async () => {
    expect(await service.database.owner`select 1 from withdrawal_signature`).toHaveLength(0)
    expect(service.log.filter(line => line.event === 'request-failed')).toEqual([])
  })
})

describe('over a real connection', () => {
  it.each(['/api/v1/sign-in/eds', '/kk/sign-in', '/kk/sign-out', '/core/v1/status-events', '/kk/nothing'])(
    'a body without end is cut off at %s',
    async address => {
      const chunk = `10000\r\n${'A'.repeat(65_536)}\r\n`
      const head = `POST ${address} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json`
      const answer = await say(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`)
      expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    },
  )

  it('a detour over an exempt address is not exempt, and no answer leads to another host', async () => {
    const form = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0'
    const detour = `POST /core/../kk/sign-out HTTP/1.1\r\nHost: x\r\n${form}\r\nConnection: close\r\n\r\n`
    expect(await say(detour)).toMatch(/^HTTP\/1\.1 403 /)
    const foreign =
      'GET http://evil.example/kk/applications HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    expect(await say(foreign)).toMatch(/\r\nlocation: \/kk\/sign-in\?next=%2Fkk%2Fapplications\r\n/i)
  })
})

/** Says it over a socket and answers with what came back. */
async function say(text: string): Promise<string> {
  const server = createServer(getRequestListener(service.fetch))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  return new Promise((resolve, reject) => {
    socket.once('data', data => resolve(data.toString('latin1')))
    socket.once('error', reject)
    socket.write(text)
  })
}
