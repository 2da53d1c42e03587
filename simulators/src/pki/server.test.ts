// The authority's services over HTTP: their manners, the faults of the line, and the control.

import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../demo/persons.ts'
import { openKeyFile } from '../p12/read.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { ocspRequest, readOcspAnswer } from '../testing/ocsp.ts'
import { readTimestampAnswer, timestampRequest } from '../testing/tsp.ts'
import { REASON, revocationOf } from './revocation.ts'
import { type Pki, startPki } from './server.ts'
import { USUAL } from './settings.ts'

let demo: DemoDir
let pki: Pki
beforeAll(async () => {
  demo = await makeDemoDir()
  const revoked = demo.keys.flatMap(({ revocation }) => revocation ?? [])
  pki = await startPki({ port: 0, authority: demo.authority, now: () => NOW, revoked })
})
afterEach(() => pki.control(USUAL))
afterAll(async () => {
  await pki.close()
  demo.remove()
})

const certificateOf = (purpose: 'signing' | 'authentication', what: 'good' | 'revoked' = 'good') => {
  const { file, password } = keyOf(demo, MAIN.iin, purpose, what)
  return openKeyFile(readFileSync(path.join(demo.keysDir, file)), password).certificate
}

const OCSP = 'application/ocsp-request'
const TSP = 'application/timestamp-query'

type Sent = { readonly type?: string; readonly redirect?: RequestRedirect; readonly signal?: AbortSignal }

const post = (url: string, body: Uint8Array, { type = OCSP, redirect = 'error', signal }: Sent = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.from(body),
    redirect,
    ...(signal ? { signal } : {}),
  })

const question = (what: 'good' | 'revoked' = 'good') =>
  ocspRequest([{ certificate: certificateOf('signing', what), issuer: demo.authority['issuing-gost'] }])

async function statusOf(response: Response) {
  const answer = readOcspAnswer(new Uint8Array(await response.arrayBuffer()), demo.authority['issuing-gost'])
  return typeof answer === 'number' ? answer : answer.statuses[0]?.is
}

const steer = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(pki.controlUrl, { method: 'POST', headers, body: JSON.stringify(body) })

describe('the services', () => {
  it('answer by HTTP with the media type of the standard', async () => {
    const answer = await post(pki.ocspGost, question())
    expect(answer.headers.get('content-type')).toBe('application/ocsp-response')
    expect(await statusOf(answer)).toBe('good')
    expect(await statusOf(await post(pki.ocspGost, question('revoked')))).toBe('revoked')

    const stamp = await post(pki.tsp, timestampRequest({}), { type: TSP })
    expect(stamp.headers.get('content-type')).toBe('application/timestamp-reply')
    expect(readTimestampAnswer(new Uint8Array(await stamp.arrayBuffer()))).toMatchObject({ at: NOW })
  })

  it('the RSA responder answers for RSA certificates', async () => {
    const issuer = demo.authority['issuing-rsa']
    const asked = ocspRequest([{ certificate: certificateOf('authentication', 'revoked'), issuer }])
    const answer = new Uint8Array(await (await post(pki.ocspRsa, asked)).arrayBuffer())
    expect(readOcspAnswer(answer, issuer)).toMatchObject({
      isDelegated: true,
      statuses: [{ is: 'revoked', reason: 4 }],
    })
  })

  it('every list can be fetched', async () => {
    for (const url of Object.values(pki.crl)) {
      const answer = await fetch(url)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pkix-crl'])
    }
  })

  it('send whoever does not say what program it is elsewhere, with 303', async () => {
    const status = await new Promise(resolve => {
      const asking = httpRequest(pki.crl.gost, { headers: { 'user-agent': '' } }, answer => {
        answer.resume()
        resolve([answer.statusCode, answer.headers.location])
      })
      asking.end()
    })
    expect(status).toEqual([303, '/blocked'])
  })

  for (const [what, ask, status] of [
    ['a GET where one posts', () => fetch(pki.ocspGost), 405],
    ['a POST where one fetches', () => post(pki.crl.gost, question()), 405],
    ['another media type', () => post(pki.tsp, timestampRequest({}), { type: OCSP }), 415],
    ['an unknown address', () => fetch(new URL('/nothing', pki.tsp)), 404],
  ] as const)
    it(`refuse ${what} with ${status}`, async () => expect((await ask()).status).toBe(status))

  it('count how often they were asked', async () => {
    const before = pki.asked().ocsp
    await post(pki.ocspGost, question())
    await post(pki.ocspRsa, question())
    expect(pki.asked().ocsp).toBe(before + 2)
  })
})

describe('a fault of the line', () => {
  it('down: the connection is cut', async () => {
    pki.control({ ocsp: 'down' })
    await expect(post(pki.ocspGost, question())).rejects.toThrow('fetch failed')
    expect((await post(pki.tsp, timestampRequest({}), { type: TSP })).status).toBe(200)
  })

  it('slow: nothing comes until it is told to answer, and then the answer does', async () => {
    pki.control({ ocsp: 'slow', tsp: 'slow', crl: 'slow' })
    const before = pki.asked().ocsp
    const answer = post(pki.ocspGost, question())
    await expect.poll(() => pki.asked().ocsp).toBe(before + 1)
    const gone = post(pki.ocspGost, question(), { signal: AbortSignal.timeout(30) })
    await expect(gone).rejects.toThrow(/timeout/)
    pki.control({ ocsp: 'revoked' })
    expect(await statusOf(await answer)).toBe('revoked')
  })

  it('error-500', async () => {
    pki.control({ crl: 'error-500' })
    expect((await fetch(pki.crl.gost)).status).toBe(500)
  })

  it('redirect: to where the truth is told', async () => {
    pki.control({ ocsp: 'redirect' })
    const sent = await post(pki.ocspGost, question('revoked'), { redirect: 'manual' })
    expect(sent.status).toBe(307)
    await expect(post(pki.ocspGost, question())).rejects.toThrow('fetch failed')
    const there = new URL(sent.headers.get('location') ?? '', pki.ocspGost)
    expect(await statusOf(await post(there.href, question('revoked')))).toBe('revoked')
  })

  it('garbage: 200, and no DER', async () => {
    pki.control({ ocsp: 'garbage' })
    const answer = await post(pki.ocspGost, question())
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<html>')])
  })

  it('huge: 64 MB, or as much as the other side takes', async () => {
    pki.control({ ocsp: 'huge' })
    const whole = await (await post(pki.ocspGost, question())).arrayBuffer()
    expect(whole.byteLength).toBe(64 * 1024 * 1024)
    const answer = await post(pki.ocspGost, question())
    await answer.body?.cancel()
    pki.control(USUAL)
    expect(await statusOf(await post(pki.ocspGost, question()))).toBe('good')
  })
})

describe('the control', () => {
  it('revokes by HTTP, in the answers and in the delta list', async () => {
    const entry = revocationOf(certificateOf('signing'), NOW, REASON.keyCompromise)
    const before = (await (await fetch(pki.crl.gostDelta)).arrayBuffer()).byteLength
    expect((await steer({ revoked: [entry] })).status).toBe(200)
    expect(await statusOf(await post(pki.ocspGost, question()))).toBe('revoked')
    expect((await (await fetch(pki.crl.gostDelta)).arrayBuffer()).byteLength).toBeGreaterThan(before)
    await steer({ revoked: [] })
    expect(await statusOf(await post(pki.ocspGost, question()))).toBe('good')
    expect(await statusOf(await post(pki.ocspGost, question('revoked')))).toBe('revoked')
  })

  it('tells how things are', async () => {
    await steer({ tsp: 'clock-ahead' })
    const state = await (await fetch(pki.controlUrl)).json()
    expect(state).toEqual({ ...USUAL, tsp: 'clock-ahead', asked: pki.asked() })
  })

  const entry = { by: 'gost', serial: '0a', at: '2026-01-01T00:00:00Z', reason: 1 }
  for (const [what, body] of [
    ['an unknown service', { ldap: 'good' }],
    ['an unknown mode', { ocsp: 'explode' }],
    ["another service's mode", { tsp: 'try-later' }],
    ['no object', []],
    ['a revocation by nobody', { revoked: [{ ...entry, by: 'foreign' }] }],
    ['a serial number that is none', { revoked: [{ ...entry, serial: 'xyz' }] }],
    ['a time that is none', { revoked: [{ ...entry, at: 'now' }] }],
    ['a reason that is none', { revoked: [{ ...entry, reason: 11 }] }],
    ['a revocation with something more', { revoked: [{ ...entry, why: '' }] }],
  ] as const)
    it(`refuses ${what}`, async () => {
      const answer = await steer(body)
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 'not-understood' })])
    })

  it('is not steered by a page of another site', async () => {
    expect((await steer({ ocsp: 'down' }, { origin: 'https://example.org' })).status).toBe(403)
  })
})
