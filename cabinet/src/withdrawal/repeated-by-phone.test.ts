// A statement's signature that a phone sends again when the code is over: what was received has the same answer at any later time.
import { describe, expect, it } from 'vitest'
import { signedWith } from '../qr-signing/test-phone.ts'
import { sign as signBytes } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { codeFor, draftFor, phoneRoad } from './test-phone-road.ts'

const MINUTE = 60_000
const TAKEN = [200, { status: 'success' }]
const refused = (code: ProblemCode) => [403, { message: PROBLEMS[code].text.ru }]
const CLOSED = [409, { message: PROBLEMS['qr-closed'].text.ru }]

async function scannedOne() {
  const service = await testService({ settings: { AUTHORITY_TIMEOUT_MS: 6_000 }, connections: 8 })
  const road = await phoneRoad(service)
  const draft = await draftFor(road, 'a-1')
  const { id } = await codeFor(road.browser, draft)
  const scanned = await road.phone.scan(id)
  const put = async (body: unknown) => {
    const { status, json } = await road.phone.put(id, scanned.token, body)
    return [status, json]
  }
  const wait = (minutes: number) => {
    service.clock.at = new Date(service.clock.at.getTime() + minutes * MINUTE)
  }
  const { owner } = service.database
  const state = async (table: 'qr_operation' | 'application') =>
    (await owner`select state from ${owner(table)}`)[0]?.['state']
  const sign = () => signedWith(road.store, scanned) // no two are alike
  return { ...road, service, draft, id, put, wait, state, sign, owner }
}

describe('a signature under a statement, sent again', () => {
  it('after the end of the code, and of the draft, though the service died before it told the code, is taken; another is too late', async () => {
    for (const minutes of [15, 31]) {
      const { put, wait, state, sign, owner } = await scannedOne()
      const signed = sign()
      expect(await put(signed)).toEqual(TAKEN)
      await owner`update qr_operation set state = 'scanned', ended_at = null, answer = null, signer = null`
      wait(minutes)
      expect(await put(sign())).toEqual(refused('qr-expired'))
      expect(await put(signed)).toEqual(TAKEN)
      expect([await state('qr_operation'), await state('application')]).toEqual(['signed', 'withdrawn'])
      expect(await owner`select 1 from withdrawal`).toHaveLength(1)
    }
  })

  it('while it is being checked and after the page ended the code gets the answer of the first time; another gets none', async () => {
    const { service, browser, id, put, wait, state, sign } = await scannedOne()
    const signed = sign()
    service.pki.control({ ocsp: 'slow' })
    const first = put(signed)
    await expect.poll(() => service.pki.asked().ocsp).toBe(2) // one was for signing in
    await browser.form(`/kk/qr/${id}/cancellation`)
    wait(1)
    const again = put(signed)
    expect(await put(sign())).toEqual(CLOSED)
    service.pki.control({ ocsp: 'good' })
    expect(await Promise.all([first, again])).toEqual([TAKEN, TAKEN])
    expect([await state('qr_operation'), await state('application')]).toEqual(['signed', 'withdrawn'])
  })

  it('that was told to come again, and was received by nobody, is over when the page ends the code', async () => {
    const { service, browser, store, draft, id, put, wait, state, sign } = await scannedOne()
    service.pki.control({ ocsp: 'down' })
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    expect((await browser.post(address, { cms: signBytes(store, draft.pdf) })).status).toBe(202) // another one
    const signed = sign()
    expect((await put(signed))[0]).toBe(503)
    await browser.form(`/kk/qr/${id}/cancellation`)
    wait(1)
    expect(await put(signed)).toEqual(CLOSED)
    expect(await state('qr_operation')).toBe('cancelled')
  })
})
