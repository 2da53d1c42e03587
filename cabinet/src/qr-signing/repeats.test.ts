// A phone that hears nothing sends the same again, and may come when the code has run out. What was received in time has the same
// answer at any later time; what comes first then is too late.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { PROBLEMS } from '../web/problems.ts'
import { arrivalOf } from './arrival.ts'
import { begun, phoneFor, signedWith } from './test-phone.ts'

const MINUTE = 60_000
const EXPIRED = [403, { message: PROBLEMS['qr-expired'].text.ru }]

async function scannedOne() {
  const service = await testService({ settings: { AUTHORITY_TIMEOUT_MS: 6_000 }, connections: 8 })
  const browser = service.browser()
  const { id } = await begun(browser)
  const phone = phoneFor(service)
  const scanned = await phone.scan(id)
  const authority = await testAuthority()
  const put = async (body: unknown) => {
    const { status, json } = await phone.put(id, scanned.token, body)
    return [status, json]
  }
  const wait = (minutes: number) => {
    service.clock.at = new Date(service.clock.at.getTime() + minutes * MINUTE)
  }
  const state = async () => (await service.database.owner`select state from qr_operation`)[0]?.['state']
  const signed = signedWith(authority.signing(AIGERIM), scanned)
  const other = signedWith(authority.signing(SERIK), scanned)
  return { service, put, wait, state, signed, other }
}

describe('a signature to sign in with, sent again after the end of its code', () => {
  it('while it is being checked gets the answer of the first time; another one is too late', async () => {
    const { service, put, wait, state, signed, other } = await scannedOne()
    service.pki.control({ ocsp: 'slow' })
    const first = put(signed)
    await expect.poll(() => service.pki.asked().ocsp).toBe(1)
    wait(5)
    const again = put(signed)
    expect(await put(other)).toEqual(EXPIRED)
    service.pki.control({ ocsp: 'good' })
    expect(await Promise.all([first, again])).toEqual([
      [200, { status: 'success' }],
      [200, { status: 'success' }],
    ])
    expect(await state()).toBe('signed')
    expect(await service.database.owner`select at from audit_event where act = 'qr-signed'`).toHaveLength(1)
  })

  it('when nobody could say anything about it at first is taken as of its first arrival', async () => {
    const { service, put, wait, state, signed, other } = await scannedOne()
    service.pki.control({ ocsp: 'down' })
    expect((await put(signed))[0]).toBe(503)
    service.pki.control({ ocsp: 'good' })
    const arrived = service.clock.at
    wait(5)
    expect(await put(other)).toEqual(EXPIRED)
    expect(await put(signed)).toEqual([200, { status: 'success' }])
    expect(await state()).toBe('signed')
    expect(await service.database.owner`select ended_at from qr_operation`).toEqual([{ ended_at: arrived }])
  })

  it('is too late when it was never sent before, by one phone or by two at once', async () => {
    const { service, put, wait, state, signed } = await scannedOne()
    wait(5)
    expect(await Promise.all([put(signed), put(signed)])).toEqual([EXPIRED, EXPIRED])
    expect(await put(signed)).toEqual(EXPIRED)
    expect(await state()).toBe('scanned')
    expect(await service.database.owner`select 1 from qr_answer`).toHaveLength(0)
  })
})

it('of one answer that arrives twice at the same moment the second knows the first', async () => {
  const { service } = await scannedOne()
  const { owner, sql } = service.database
  const [operation] = await owner<{ id: Buffer }[]>`select id from qr_operation`
  const id = operation?.id ?? Buffer.of()
  const hash = { one: () => id, all: () => [id] }
  const first = service.clock.at
  const second = new Date(first.getTime() + 1)
  const answer = '17'.repeat(32)
  const waiting = await owner.begin(async tx => {
    await tx`insert into qr_answer (operation, answer, arrived_at) values (${id}, ${Buffer.from(answer, 'hex')}, ${first})`
    const arrival = arrivalOf(sql, hash)('', answer, second)
    const waits = () => owner`select from pg_locks where locktype = 'transactionid' and not granted`
    await expect.poll(waits, { timeout: 5_000 }).toHaveLength(1)
    return { arrival }
  })
  expect(await waiting.arrival).toEqual({ at: first, again: true })
})

it('so many answers of one code are remembered and no more, and none longer than the code', async () => {
  const { service, put, wait, signed } = await scannedOne()
  service.pki.control({ ocsp: 'down' })
  const [document] = signed.documentsToSign
  const unlike = (data: string) => ({
    ...signed,
    documentsToSign: [{ ...document, id: 2, document: { file: { data } } }],
  })
  for (let i = 0; i < 25; i++) expect((await put(unlike(`${i}`)))[0]).toBe(403)
  const { owner } = service.database
  expect(await owner`select 1 from qr_answer`).toHaveLength(20)
  wait(66)
  await service.jobs.forgetExpired(service.clock.at)
  expect(await owner`select 1 from qr_answer`).toHaveLength(0)
})
