// A statement with the simulated eGov Mobile over real HTTP, given by a signature: it signs in XML and reads no code of ours.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createAuthority } from '@otinish/simulators/demo/authority'
import { type EgovMobile, startEgovMobile } from '@otinish/simulators/egov-mobile/server'
import type { How } from '@otinish/simulators/egov-mobile/ways'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AIGERIM, TODAY, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { codeFor, draftFor, type PhoneRoad, phoneRoad } from './test-phone-road.ts'

const cleanups: (() => Promise<unknown> | undefined)[] = []
let phone: EgovMobile
let road: PhoneRoad
beforeAll(async () => {
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const until = (clean: () => Promise<void>) => void cleanups.push(clean)
  const service = await testService({ until, publicUrl: site, settings: { QR_AUTH: 'eds' } })
  const listener = getRequestListener(service.fetch, { overrideGlobalObjects: false })
  const { trustDir } = await testAuthority()
  const { keysDir } = await createAuthority(path.dirname(trustDir), TODAY)
  phone = await startEgovMobile({ port: 0, domains: [site], keys: [keysDir], now: () => TODAY, tsp: service.pki.tsp })
  cleanups.push(() => new Promise(resolve => server.close(resolve)))
  road = await phoneRoad(service)
})
afterAll(async () => {
  await phone.close()
  for (const clean of cleanups) await clean()
})

it.each([
  ['somebody-else-asks', 'refused', 'scanned'],
  ['signing-key-asks', 'refused', 'scanned'],
  ['wrong-person', 'refused', 'failed'],
  ['decline', 'declined', 'declined'],
  ['sign', 'signed', 'signed'],
] as const satisfies [How, string, string][])(
  'a phone that does «%s»: %s, and for the page %s',
  async (how, outcome, state) => {
    const draft = await draftFor(road, 'a-1')
    const { id, qr } = await codeFor(road.browser, draft)
    const report = await phone.scan(qr, { person: AIGERIM.iin, language: 'kk', how })
    expect([report.outcome, report.violations]).toEqual([outcome, []])
    expect((await road.state(id)).state).toBe(state)
  },
)
