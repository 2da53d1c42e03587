// The whole conversation with the simulated eGov Mobile over real HTTP. It knows the protocol and not our code: whatever it finds
// wrong in what we say is a violation, and there must be none, however the person and the app behave.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createAuthority } from '@otinish/simulators/demo/authority'
import { type EgovMobile, startEgovMobile } from '@otinish/simulators/egov-mobile/server'
import type { How } from '@otinish/simulators/egov-mobile/ways'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AIGERIM, TODAY, testAuthority } from '../test-authority.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { begun, type Operation } from './test-phone.ts'

const OPERATIONS = '/api/v1/sign-in/qr-operations'

const cleanups: (() => Promise<unknown> | undefined)[] = []
const until = (clean: () => Promise<void>) => void cleanups.push(clean)
let service: TestService
let phone: EgovMobile
let browser: Browser
let operation: Operation

beforeAll(async () => {
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  service = await testService({ until, publicUrl: site })
  const listener = getRequestListener(service.fetch, { overrideGlobalObjects: false })
  const { trustDir } = await testAuthority()
  const { keysDir, keys } = await createAuthority(path.dirname(trustDir), TODAY)
  service.pki.control({ revoked: keys.flatMap(({ revocation }) => revocation ?? []) })
  const now = () => service.clock.at
  phone = await startEgovMobile({ port: 0, domains: [site], keys: [keysDir], now, tsp: service.pki.tsp })
  cleanups.push(() => new Promise(resolve => server.close(resolve)))
})
afterAll(async () => {
  await phone.close()
  for (const clean of cleanups) await clean()
})
beforeEach(async () => {
  browser = service.browser()
  operation = await begun(browser)
})

const look = async () => (await browser.get(`${OPERATIONS}/${operation.id}`)).json

/** The way, how it ended for the phone, how it stands for the page, the last status. */
const WAYS: readonly [How, string, string, number][] = [
  ['sign', 'signed', 'signed', 200],
  ['twice', 'signed', 'signed', 200],
  ['third-same', 'signed', 'signed', 200],
  ['third-empty', 'signed', 'signed', 200],
  ['old-app', 'signed', 'signed', 200],
  ['detached', 'signed', 'signed', 200], // the document is ours, so it holds
  ['authentication-key', 'signed', 'signed', 200],
  ['wrong-person', 'signed', 'signed', 200], // anybody may sign in as themselves
  ['decline', 'declined', 'declined', 200],
  ['look', 'dropped', 'scanned', 200],
  ['drop', 'dropped', 'scanned', 200],
  ['unsigned', 'refused', 'scanned', 403],
  ['other-ids', 'refused', 'scanned', 403],
  ['other-method', 'refused', 'scanned', 403],
  ['garbage', 'refused', 'scanned', 400],
  ['huge', 'refused', 'scanned', 413],
  ['no-token', 'refused', 'scanned', 401],
  ['wrong-token', 'refused', 'scanned', 401],
  ['tampered', 'refused', 'failed', 403],
  ['broken-signature', 'refused', 'failed', 403],
  ['expired-key', 'refused', 'failed', 403],
  ['not-yet-valid-key', 'refused', 'failed', 403],
  ['revoked-key', 'refused', 'failed', 403],
  ['company-key', 'refused', 'failed', 403],
  ['foreign-key', 'refused', 'failed', 403],
]

describe('the simulated phone finds nothing wrong', () => {
  it.each(WAYS)('when it does so: %s', async (how, outcome, state, status) => {
    const report = await phone.scan(operation.qr, { person: AIGERIM.iin, how })
    expect(report).toMatchObject({ outcome, violations: [] })
    expect(report.statuses.at(-1)).toBe(status)
    expect((await look()).state).toBe(state)
    if (outcome === 'refused') expect(report.shown.message).toMatch(/\p{Script=Cyrillic}{4}/u)
  })

  it.each(['kk', 'ru', 'en'] as const)('and shows the person in %s the digits of the page', async language => {
    const { shown } = await phone.scan(operation.qr, { person: AIGERIM.iin, language })
    expect(shown.description).toContain(operation.code)
    expect(shown.documents[0]?.meta[0]?.value).toBe(operation.code)
    expect(shown.documents[0]?.text).toContain(`digits: ${operation.code}`)
  })

  it('comes back to the page by the link, and only by the link', async () => {
    const byQr = await phone.scan(operation.qr, { person: AIGERIM.iin })
    expect(byQr.shown.backUrl).toBeUndefined()
    operation = await begun(browser)
    const byLink = await phone.scan(operation.link, { person: AIGERIM.iin })
    expect([byLink.outcome, byLink.violations]).toEqual(['signed', []])
    expect(new URL(byLink.shown.backUrl ?? '').pathname).toBe(`/kk/qr/${operation.id}`)
  })

  it('with its clock ten minutes behind; ahead it will not sign what is over by its own clock', async () => {
    phone.configure({ clockMinutes: -10 })
    expect(await phone.scan(operation.qr, { person: AIGERIM.iin })).toMatchObject({ outcome: 'signed', violations: [] })
    operation = await begun(browser)
    phone.configure({ clockMinutes: 10 })
    expect((await phone.scan(operation.qr, { person: AIGERIM.iin })).outcome).toBe('stopped')
    phone.configure({ clockMinutes: 0 })
    expect((await look()).state).toBe('scanned')
  })
})

describe('with the simulated phone', () => {
  it('the person who signed comes in', async () => {
    await phone.scan(operation.qr, { person: AIGERIM.iin })
    const { json } = await browser.post(`${OPERATIONS}/${operation.id}/completion`)
    expect(json.person.iin).toBe(AIGERIM.iin)
  })

  it('one is told that the page has cancelled, or that the time has passed', async () => {
    const cancel = () => browser.form(`/kk/qr/${operation.id}/cancellation`).then(() => undefined)
    const cancelled = await phone.scan(operation.qr, { person: AIGERIM.iin, beforePut: cancel })
    expect([cancelled.outcome, cancelled.statuses.at(-1), cancelled.violations]).toEqual(['refused', 409, []])
    operation = await begun(browser)
    const late = await phone.scan(operation.qr, {
      person: AIGERIM.iin,
      beforePut: async () => {
        service.clock.at = new Date(service.clock.at.getTime() + 5 * 60_000)
      },
    })
    expect([late.outcome, late.statuses.at(-1), late.violations]).toEqual(['refused', 403, []])
  })
})
