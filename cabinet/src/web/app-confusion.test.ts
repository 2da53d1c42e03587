// Requests that say one thing in two places, or name what is not theirs to name. Each input is read from one place, by name.
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let browser: Browser

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  browser = (await signedIn(service)).browser
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

describe('what belongs into the body', () => {
  it('is not taken from the address', async () => {
    const visitor = service.browser()
    await visitor.get('/kk/sign-in')
    const { status, json } = await visitor.post('/kk/sign-in?challenge=c&cms=MAA%3D', '', FORM)
    expect([status, String(json).includes('class="alert"')]).toEqual([422, true])
  })

  it('is one text: a field that comes twice, or as a list, is no signature', async () => {
    const visitor = service.browser()
    await visitor.get('/kk/sign-in')
    for (const body of [
      'challenge=a&cms[]=MAA%3D',
      'challenge[]=a&challenge[]=b&cms=MAA%3D',
      'cms[a]=MAA%3D&challenge=a',
    ])
      expect((await visitor.post('/kk/sign-in', body, FORM)).status, body).toBe(422)
  })
})

describe('a name that JavaScript knows', () => {
  it('in JSON is a field too many', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const body = `{"challenge":"a","cms":"b","${name}":{"isAdmin":true}}`
      expect((await browser.post('/api/v1/sign-in/eds', body)).status, name).toBe(400)
    }
  })

  it('in a form, a query or a cookie changes no object of ours', async () => {
    await browser.post('/kk/sign-in', '__proto__=x&__proto__[isAdmin]=true&constructor.prototype.isAdmin=true', FORM)
    await browser.get('/kk/applications?__proto__[isAdmin]=true&constructor=x&toString=x')
    await browser.get('/kk/applications', { Cookie: '__proto__=x; constructor=y' })
    expect('isAdmin' in {}).toBe(false)
    expect(service.log.filter(line => line.event === 'request-failed')).toEqual([])
  })
})

describe('a cookie that comes twice', () => {
  it('opens nothing that one of them alone would not', async () => {
    const [own, none] = [browser.cookies.get('session') ?? '', 'x'.repeat(43)]
    const visitor = service.browser()
    for (const pair of [`session=${none}; session=${none}`, `session=${none}; Session=${own}`, `session="${own}`])
      expect((await visitor.get('/api/v1/me', { Cookie: pair })).status, pair).toBe(401)
  })
})

describe('a method that no page uses', () => {
  it.each(['TRACE', 'TRACK', 'PROPFIND', 'PUT', 'DELETE', 'PATCH'])(
    '%s is refused and echoes nothing',
    async method => {
      const answer = await say(
        `${method} /kk/sign-in HTTP/1.1\r\nHost: x\r\nX-Echo: secret-of-mine\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer).not.toContain('secret-of-mine')
    },
  )
})

/** Says it over a socket and answers with all that came back. */
async function say(text: string): Promise<string> {
  const server = createServer(getRequestListener(service.fetch))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const heard: Buffer[] = []
  return new Promise((resolve, reject) => {
    socket.on('data', data => heard.push(data))
    socket.once('end', () => resolve(Buffer.concat(heard).toString('latin1')))
    socket.once('error', reject)
    socket.write(text)
  })
}
