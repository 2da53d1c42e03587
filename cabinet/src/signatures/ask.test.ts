// Asking an authority over HTTP: what is an answer, what is tried again, and when it is left alone.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Ask, askBy, OCSP } from './ask.ts'
import { authorityClient } from './authority-client.ts'

const NOW = new Date('2026-06-16T12:00:00+05:00')
const REQUEST = Uint8Array.of(1, 2, 3)
const NOBODY_WAITS = AbortSignal.timeout(60_000)

type Respond = (response: ServerResponse, attempt: number, request: IncomingMessage) => void
type Authority = { ask: Ask; attempts: () => number; events: string[]; respond: (how: Respond) => void }

async function authority(first: Respond, openMs = 10_000): Promise<Authority> {
  let attempts = 0
  let how = first
  const server = createServer((request, response) => void how(response, ++attempts, request)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const events: string[] = []
  const client = authorityClient({
    timeoutMs: 200,
    pauseMs: 5,
    openMs,
    report: (event, why) => events.push(why ? `${event} ${why}` : event),
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`
  const ask = askBy(OCSP, { url, client, now: () => NOW })
  const respond = (next: Respond) => {
    how = next
  }
  return { ask, attempts: () => attempts, events, respond }
}

const answer =
  (body: Uint8Array | string = 'an answer', type = 'application/ocsp-response') =>
  (response: ServerResponse) =>
    void response.writeHead(200, { 'Content-Type': type }).end(body)
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end()
const ANSWER = { kind: 'answer', value: { response: new Uint8Array(Buffer.from('an answer')), receivedAt: NOW } }

describe('an authority', () => {
  it('is asked by POST with the media type of the protocol and a name for ourselves', async () => {
    const seen: unknown[] = []
    const { ask } = await authority(async (response, _, request) => {
      const [body] = await request.toArray()
      seen.push(request.method, request.headers['content-type'], request.headers['user-agent'], body)
      answer()(response)
    })
    expect(await ask(REQUEST, NOBODY_WAITS)).toEqual(ANSWER)
    expect(seen).toEqual([
      'POST',
      'application/ocsp-request',
      expect.stringMatching(/^Otinish\/\d/),
      Buffer.from(REQUEST),
    ])
  })

  it.each([
    ['a server’s error', status(503)],
    ['a broken connection', (response: ServerResponse) => void response.destroy()],
    ['silence', () => {}],
    [
      'an answer that never ends',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'Content-Type': 'application/ocsp-response' }).write('an'),
    ],
    ['tryLater', answer(Uint8Array.of(0x30, 3, 0x0a, 1, 3))],
    ['internalError', answer(Uint8Array.of(0x30, 3, 0x0a, 1, 2))],
  ] satisfies [string, Respond][])('is asked again after %s', async (_, first) => {
    const { ask, attempts, events } = await authority((response, attempt) =>
      (attempt === 1 ? first : answer())(response),
    )
    expect(await ask(REQUEST, NOBODY_WAITS)).toEqual(ANSWER)
    expect([attempts(), events]).toEqual([2, []])
  })

  it.each([
    ['refused', 404, status(404)],
    ['refused', 304, status(304)],
    ['refused', 204, status(204)],
    ['unreachable', 302, status(302, { Location: '/elsewhere' })],
    ['content-type', 'text/html', answer('<p>Қызмет уақытша қолжетімсіз', 'text/html')],
    ['content-type', 'none', answer('an answer', '')],
    [
      'too-large',
      'said so',
      (response: ServerResponse) =>
        void response
          .writeHead(200, { 'Content-Type': 'application/ocsp-response', 'Content-Length': 65_537 })
          .flushHeaders(),
    ],
    ['too-large', 'in pieces', answer(new Uint8Array(65_537))],
  ] satisfies [string, unknown, Respond][])(
    'that answers otherwise has not answered: %s (%s)',
    async (why, _, respond) => {
      const { ask, events } = await authority(respond)
      expect(await ask(REQUEST, NOBODY_WAITS)).toEqual({ kind: 'silent', why })
      expect(events).toEqual([`authority-silent ${why}`])
    },
  )

  it('is not asked again when nobody waits any more', async () => {
    const { ask, attempts } = await authority(status(500))
    const whole = new AbortController()
    const asked = ask(REQUEST, whole.signal)
    whole.abort()
    expect((await asked).kind).toBe('silent')
    expect(attempts()).toBeLessThan(2)
  })
})

describe('an authority of whom nobody waits for the answer', () => {
  it('is not asked when the time was over before, and says nothing', async () => {
    const { ask, attempts, events } = await authority(answer())
    expect(await ask(REQUEST, AbortSignal.abort())).toEqual({ kind: 'silent', why: 'timeout' })
    expect([attempts(), events]).toEqual([0, []])
  })

  it('is not left alone for that, by us who were too late: others ask it as before', async () => {
    const { ask, events, respond } = await authority(() => {})
    for (let i = 0; i < 6; i++) expect((await ask(REQUEST, AbortSignal.timeout(i * 5))).kind).toBe('silent')
    respond(answer())
    expect(await ask(REQUEST, NOBODY_WAITS)).toEqual(ANSWER)
    expect(events).not.toContain('authority-left-alone')
  })
})

describe('an authority that fails five times in a row', () => {
  it('is left alone', async () => {
    const { ask, attempts, events } = await authority(status(500))
    for (let i = 0; i < 5; i++) await ask(REQUEST, NOBODY_WAITS)
    expect(attempts()).toBe(5)
    expect(events.filter(event => event === 'authority-left-alone')).toHaveLength(1)
    expect(events.at(-1)).toBe('authority-silent circuit-open')
  })

  it('is tried again after a while, by one call, and asked as before once it answers', async () => {
    const { ask, attempts, events, respond } = await authority(status(500), 1)
    for (let i = 0; i < 2; i++) await ask(REQUEST, NOBODY_WAITS)
    respond(answer())
    await expect.poll(() => ask(REQUEST, NOBODY_WAITS)).toEqual(ANSWER)
    expect(events.at(-1)).toBe('authority-back')
    const before = attempts()
    expect(await Promise.all([ask(REQUEST, NOBODY_WAITS), ask(REQUEST, NOBODY_WAITS)])).toEqual([ANSWER, ANSWER])
    expect(attempts()).toBe(before + 2)
  })
})
