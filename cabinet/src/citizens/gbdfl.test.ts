import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { gbdflClient, isDown } from './gbdfl.ts'
import { parseIin } from './iin.ts'

const IIN = parseIin(AIGERIM.iin)
const RECORD = { ...AIGERIM, birthDate: '1985-03-15', sic: null, standing: 'capable', citizenship: 'KAZ' }

async function ask(listener: RequestListener) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.url} ${request.headers.authorization ?? ''}`.trim())
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const client = gbdflClient({ url, token: 't', timeoutMs: 200, now: () => TODAY, pauseMs: () => 0 })
  if (!IIN) throw new Error('not an IIN')
  return { answer: await client(IIN), requests }
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('the state database of persons', () => {
  it('is asked by IIN with our token, and its answer is dated', async () => {
    const { answer, requests } = await ask(json(200, RECORD))
    expect(requests).toEqual([`/v1/persons/${AIGERIM.iin} Bearer t`])
    expect(answer).toEqual({
      kind: 'person',
      person: { ...AIGERIM, birthDate: '1985-03-15', sic: undefined, standing: 'capable', asOf: TODAY },
    })
  })

  it('is asked once when it knows no such person', async () => {
    const { answer, requests } = await ask(json(404, { code: 'person-unknown' }))
    expect([answer.kind, requests.length]).toEqual(['unknown', 1])
  })

  it('is asked again after a failure, and believed when it comes to itself', async () => {
    let failures = 2
    const { answer } = await ask((request, response) =>
      (failures-- > 0 ? json(503, {}) : json(200, RECORD))(request, response),
    )
    expect(answer.kind).toBe('person')
  })

  it.each<[string, RequestListener, 'for everybody' | 'for one']>([
    ['does not like the call', json(400, {}), 'for one'],
    ['does not let us in', json(401, {}), 'for everybody'],
    ['fails', json(503, {}), 'for everybody'],
    ['never answers', () => {}, 'for everybody'],
    [
      'answers with a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'for everybody',
    ],
    [
      'sends us elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'for everybody',
    ],
    ['hangs up', request => request.socket.destroy(), 'for everybody'],
    ['tells of somebody else', json(200, { ...RECORD, iin: '000000000000' }), 'for one'],
    ['knows no birth date', json(200, { ...RECORD, birthDate: 'unknown' }), 'for one'],
    ['tells a name that turns the line', json(200, { ...RECORD, surname: 'А\u202eБ' }), 'for one'],
    ['tells a name with a NUL', json(200, { ...RECORD, name: 'А\u0000' }), 'for one'],
    ['knows a standing that we do not', json(200, { ...RECORD, standing: 'missing' }), 'for one'],
  ])('that %s is unavailable, after three attempts', async (_, listener, toWhom) => {
    const { answer, requests } = await ask(listener)
    expect([answer.kind, requests.length]).toEqual(['unavailable', 3])
    expect(isDown(answer)).toBe(toWhom === 'for everybody') // that is announced on every page
  })
})
