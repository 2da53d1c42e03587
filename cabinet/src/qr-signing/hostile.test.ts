// What must not work: other people's codes and certificates, swapped and repeated signatures, guesses, rubbish.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, sign, type TestAuthority, TODAY, testAuthority } from '../test-authority.ts'
import { type Json, type TestService, testService } from '../test-service.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { begun, begunByPage, begunFor, phoneFor, type Scanned, signedWith, withData } from './test-phone.ts'

const OPERATIONS = '/api/v1/sign-in/qr-operations'
const MINUTE = 60_000
const said = (code: ProblemCode) => PROBLEMS[code].text.ru

async function ready() {
  const service = await testService()
  const browser = service.browser()
  const operation = await begun(browser)
  const phone = phoneFor(service)
  const authority = await testAuthority()
  const look = async () => (await browser.get(`${OPERATIONS}/${operation.id}`)).json
  return { service, browser, operation, phone, authority, look }
}

async function nobodyCameIn(service: TestService) {
  expect(await service.database.owner`select 1 from session`).toHaveLength(0)
}

describe('a certificate', () => {
  const cases: readonly [string, ProblemCode, (authority: TestAuthority) => KeyStore][] = [
    ['of a company’s head', 'signature-not-personal', a => a.companyHead(AIGERIM)],
    ['that has expired', 'signature-certificate-expired', a => a.expired(AIGERIM)],
    ['of an authority that nobody verified', 'signature-untrusted', a => a.foreign(AIGERIM)],
  ]
  it.each(cases)('%s lets nobody in: the phone and the page say why, the code is over', async (_, code, keyOf) => {
    const { service, browser, operation, phone, authority, look } = await ready()
    const scanned = await phone.scan(operation.id)
    const body = signedWith(keyOf(authority), scanned)
    for (let i = 0; i < 2; i++) {
      const { status, json } = await phone.put(operation.id, scanned.token, body)
      expect([status, json]).toEqual([403, { message: said(code) }])
    }
    expect(await look()).toMatchObject({ state: 'failed', problem: code })
    const good = await phone.put(operation.id, scanned.token, signedWith(authority.signing(AIGERIM), scanned))
    expect([good.status, good.json.message]).toEqual([409, said('qr-closed')])
    expect((await browser.post(`${OPERATIONS}/${operation.id}/completion`)).json.code).toBe('qr-closed')
    expect(await service.database.owner`select act, outcome from audit_event where act like 'qr-%'`).toEqual([
      { act: 'qr-refused', outcome: code },
    ])
    await nobodyCameIn(service)
  })

  it('that was revoked lets nobody in', async () => {
    const { service, operation, phone, authority, look } = await ready()
    const store = authority.signing(AIGERIM)
    service.pki.control({ revoked: [revocationOf(store.certificate, new Date(TODAY.getTime() - MINUTE))] })
    const scanned = await phone.scan(operation.id)
    const { status } = await phone.put(operation.id, scanned.token, signedWith(store, scanned))
    expect([status, (await look()).problem]).toEqual([403, 'signature-certificate-revoked'])
    await nobodyCameIn(service)
  })
})

describe('a certificate that is good', () => {
  it('but cannot be checked just now lets nobody in until it can: the same signature may be sent again', async () => {
    const { service, browser, operation, phone, authority, look } = await ready()
    service.pki.control({ ocsp: 'down' })
    const scanned = await phone.scan(operation.id)
    const body = signedWith(authority.signing(AIGERIM), scanned)
    const silent = await phone.put(operation.id, scanned.token, body)
    expect([silent.status, silent.headers.get('Retry-After')]).toEqual([503, '120'])
    expect(silent.json).toEqual({ message: said('signature-not-checkable') })
    expect(await look()).toMatchObject({ state: 'scanned', problem: 'signature-not-checkable' })
    expect((await browser.post(`${OPERATIONS}/${operation.id}/completion`)).json.code).toBe('qr-not-signed')
    service.pki.control({ ocsp: 'good' })
    expect((await phone.put(operation.id, scanned.token, body)).status).toBe(200)
    expect(await look()).toMatchObject({ state: 'signed', problem: null })
  })

  it('but another person’s than of the one who has to sign is refused', async () => {
    const { service, phone, authority } = await ready()
    const scanned = await phone.scan(await begunFor(service, AIGERIM))
    const { status, json } = await phone.put(scanned.id, scanned.token, signedWith(authority.signing(SERIK), scanned))
    expect([status, json.message]).toEqual([403, said('qr-wrong-person')])
    expect(await service.database.owner`select state, signer from qr_operation where expected is not null`).toEqual([
      { state: 'failed', signer: null },
    ])
  })

  it('for authentication alone is enough to say who one is', async () => {
    const { operation, phone, authority, look } = await ready()
    const scanned = await phone.scan(operation.id)
    await phone.put(operation.id, scanned.token, signedWith(await authority.authentication(AIGERIM), scanned))
    expect((await look()).state).toBe('signed')
  })
})

describe('a signature', () => {
  const refusedAsOther = async (make: (to: Awaited<ReturnType<typeof ready>>, scanned: Scanned) => Promise<Json>) => {
    const to = await ready()
    const scanned = await to.phone.scan(to.operation.id)
    const { status, json } = await to.phone.put(to.operation.id, scanned.token, await make(to, scanned))
    expect([status, json.message]).toEqual([403, said('signature-other-document')])
    await nobodyCameIn(to.service)
  }

  it('over the text with another number in it is refused', () =>
    refusedAsOther(async ({ authority }, scanned) => {
      const swapped = scanned.text.toString().replace(/once: .{43}/, `once: ${'A'.repeat(43)}`)
      return signedWith(authority.signing(AIGERIM), scanned, Buffer.from(swapped))
    }))

  it('of another code of the same browser is refused', () =>
    refusedAsOther(async ({ browser, phone, authority }, scanned) => {
      const other = await phone.scan((await begun(browser)).id)
      return signedWith(authority.signing(AIGERIM), scanned, other.text)
    }))

  it('made for a rehearsal is refused where one signs in', () =>
    refusedAsOther(async ({ browser, phone, authority }, scanned) => {
      const other = await phone.scan(await begunByPage(browser, { purpose: 'rehearsal' }))
      return signedWith(authority.signing(AIGERIM), scanned, other.text)
    }))

  it('under the challenge of signing in by EDS is refused, and the other way round', async () => {
    await refusedAsOther(async ({ browser, authority }, scanned) => {
      const { json } = await browser.post('/api/v1/sign-in/challenges')
      return signedWith(authority.signing(AIGERIM), scanned, Buffer.from(json.bytes, 'base64'))
    })
    const { browser, operation, phone, authority } = await ready()
    const { text } = await phone.scan(operation.id)
    const { json: challenge } = await browser.post('/api/v1/sign-in/challenges')
    const cms = sign(authority.signing(AIGERIM), text)
    const { json } = await browser.post('/api/v1/sign-in/eds', { challenge: challenge.id, cms })
    expect(json.code).toBe('signature-other-document')
  })

  it('made by a phone whose clock is ten minutes off counts: only our own clock is asked', async () => {
    for (const minutes of [-10, 10]) {
      const { operation, phone, authority, look } = await ready()
      const scanned = await phone.scan(operation.id)
      const at = new Date(TODAY.getTime() + minutes * MINUTE)
      const body = withData(scanned.served, sign(authority.signing(AIGERIM), scanned.text, { at }))
      expect((await phone.put(operation.id, scanned.token, body)).status).toBe(200)
      expect((await look()).state).toBe('signed')
    }
  })

  it('by somebody who scanned the same code does not count once the first has signed', async () => {
    const { service, browser, operation, phone, authority } = await ready()
    const [first, second] = [await phone.scan(operation.id), await phone.scan(operation.id)]
    await phone.put(operation.id, first.token, signedWith(authority.signing(AIGERIM), first))
    const late = await phone.put(operation.id, second.token, signedWith(authority.signing(SERIK), second))
    expect([late.status, late.json.message]).toEqual([409, said('qr-used')])
    const { json } = await browser.post(`${OPERATIONS}/${operation.id}/completion`)
    expect(json.person.iin).toBe(AIGERIM.iin)
    expect(await service.database.owner`select 1 from session`).toHaveLength(1)
  })
})

describe('a token', () => {
  it.each([
    ['none', {}],
    ['an empty one', { Authorization: '' }],
    ['words', { Authorization: 'Bearer let me in' }],
    ['another scheme', { Authorization: `Basic ${'A'.repeat(43)}` }],
    ['a guess', { Authorization: `Bearer ${'A'.repeat(43)}` }],
    ['100 KB', { Authorization: `Bearer ${'A'.repeat(100_000)}` }],
  ])('%s: neither the document nor the signature passes', async (_, headers) => {
    const { operation, phone, authority } = await ready()
    const scanned = await phone.scan(operation.id)
    const address = `/qr/v1/mgovSign/${operation.id}/documents`
    const body = JSON.stringify(signedWith(authority.signing(AIGERIM), scanned))
    for (const [method, sent] of [
      ['GET', undefined],
      ['PUT', body],
    ] as const) {
      const answer = await phone.call(method, address, headers, sent)
      expect([answer.status, answer.json]).toEqual([401, { message: said('qr-token-wrong') }])
      expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
    }
  })

  it('of another code does not pass', async () => {
    const { browser, operation, phone } = await ready()
    const other = await phone.scan((await begun(browser)).id)
    await phone.scan(operation.id)
    expect((await phone.api2(operation.id, other.token)).status).toBe(401)
  })
})

describe('a guess', () => {
  it.each([
    ['GET', `/qr/v1/mgovSign/${'A'.repeat(22)}`, 404],
    ['GET', `/qr/v1/mgovSign/${'A'.repeat(22)}/documents`, 401],
    ['PUT', `/qr/v1/mgovSign/${'A'.repeat(22)}/documents`, 401],
    ['POST', `/qr/v1/mgovSign/${'A'.repeat(22)}/documents`, 404], // auth_type Eds
    ['GET', '/qr/v1/mgovSign/1', 404],
    ['GET', '/qr/v1/mgovSign/%00', 404],
    ['GET', '/qr/v1/mgovSign/', 404],
    ['DELETE', `/qr/v1/mgovSign/${'A'.repeat(22)}`, 404],
    ['GET', '/qr/v2/mgovSign', 404],
  ])('%s %s ends in words', async (method, address, status) => {
    const answer = await phoneFor(await testService()).call(method, address, {})
    expect([answer.status, Object.keys(answer.json), typeof answer.json.message]).toEqual([
      status,
      ['message'],
      'string',
    ])
  })

  it('at an operation of another browser finds nothing, by the page or by the API', async () => {
    const { service, operation, phone, authority, look } = await ready()
    const scanned = await phone.scan(operation.id)
    await phone.put(operation.id, scanned.token, signedWith(authority.signing(AIGERIM), scanned))
    for (const thief of [service.browser(), service.browser()]) {
      await begun(thief) // one that has a starter of its own
      const page = `/kk/qr/${operation.id}`
      expect((await thief.get(page)).status).toBe(404)
      expect((await thief.form(`${page}/completion`)).status).toBe(404)
      expect((await thief.form(`${page}/cancellation`)).status).toBe(404)
      expect((await thief.get(`${OPERATIONS}/${operation.id}`)).json.code).toBe('qr-elsewhere')
      expect((await thief.post(`${OPERATIONS}/${operation.id}/completion`)).json.code).toBe('qr-elsewhere')
    }
    expect((await look()).state).toBe('signed')
    await nobodyCameIn(service)
  })
})

describe('the page', () => {
  it('goes on once, and with nothing that was signed for something else', async () => {
    const { service, browser, operation, phone, authority } = await ready()
    const rehearsal = await phone.scan(await begunByPage(browser, { purpose: 'rehearsal' }))
    await phone.put(rehearsal.id, rehearsal.token, signedWith(authority.signing(AIGERIM), rehearsal))
    expect((await browser.post(`${OPERATIONS}/${rehearsal.id}/completion`)).json.code).toBe('qr-other-purpose')
    await nobodyCameIn(service)

    const scanned = await phone.scan(operation.id)
    await phone.put(operation.id, scanned.token, signedWith(authority.signing(AIGERIM), scanned))
    expect((await browser.form(`/kk/qr/${operation.id}/completion`)).status).toBe(303)
    expect((await browser.form(`/kk/qr/${operation.id}/completion`)).status).toBe(409)
    expect((await browser.post(`${OPERATIONS}/${operation.id}/completion`)).json.code).toBe('qr-used')
  })

  it('cannot be made to go on, or to begin, from another site', async () => {
    const { service, browser, operation } = await ready()
    const foreign = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' }
    for (const address of ['/kk/qr', `/kk/qr/${operation.id}/completion`, `/kk/qr/${operation.id}/cancellation`])
      expect((await browser.post(address, 'purpose=sign-in', foreign)).status).toBe(403)
    expect(await service.database.owner`select state from qr_operation`).toEqual([{ state: 'waiting' }])
  })
})

describe('nothing that opens anything', () => {
  it('is in the database or in the log as it is in the code', async () => {
    const { service, operation, phone, authority } = await ready()
    const scanned = await phone.scan(operation.id)
    await phone.put(operation.id, scanned.token, signedWith(authority.signing(AIGERIM), scanned))
    const rows = await service.database.owner`select to_jsonb(o) as row from qr_operation o`
    const hex = (text: string) => Buffer.from(text, 'base64url').toString('hex')
    const kept = JSON.stringify([rows, service.log])
    for (const secret of [operation.id, scanned.token, hex(operation.id), hex(scanned.token)])
      expect(kept).not.toContain(secret)
    expect(JSON.stringify(service.log)).not.toContain(AIGERIM.iin)
  })
})
