// What the core does with an application is told to its person: once, in the same transaction, on a real PostgreSQL.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { register } from '../notifications/test-post.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM } from '../test-authority.ts'
import { type TestService, testService } from '../test-service.ts'

const REFUSAL = { code: 'details-differ', text: { kk: 'Сәйкес емес.', ru: 'Не совпадает.', en: 'They differ.' } }
const EXECUTED = { is: 'executed', on: '2026-06-16' } as const
const REFUSED = { is: 'refused', on: '2026-06-16', refusal: REFUSAL } as const

async function registered(connections = 4): Promise<TestService> {
  const service = await testService({ connections })
  await register(service.database.sql)
  return service
}

const put = (service: TestService, over: object = {}, id = 'a-1') =>
  service.core('PUT', `/applications/${id}`, bankDetails(over))
const event = (service: TestService, status: object, id = randomUUID()) =>
  service.core('POST', '/status-events', { id, application: 'a-1', status })
const claim = (service: TestService, how = 'POST') =>
  service.core(how, '/applications/a-1/execution', { claimId: 'c-1' })

/** Kinds in the order in which they were told, each with the channels by which it goes out. */
async function told({ database }: TestService): Promise<string[]> {
  const rows = await database.owner`
    select m.kind, m.facts, coalesce(string_agg(d.channel, ' ' order by d.channel), '') as channels
      from message m left join delivery d on d.iin = m.iin and d.message = m.id
     where m.iin = ${AIGERIM.iin} group by m.iin, m.id, m.kind, m.facts, m.at order by m.at, m.kind`
  for (const { facts } of rows) expect(facts).toEqual({ id: 'a-1', number: '1114647-ИБР' })
  return rows.map(({ kind, channels }) => `${kind} ${channels}`.trim())
}

const later = (service: TestService, hours = 1) => {
  service.clock.at = new Date(service.clock.at.getTime() + hours * 3_600_000)
}

describe('what the core does with an application', () => {
  it('is told at each step, once, though the core says everything twice and in two ways', async () => {
    const service = await registered()
    const id = randomUUID()
    for (const step of [
      () => put(service),
      () => claim(service),
      () => claim(service, 'DELETE'),
      () => claim(service),
      () => event(service, EXECUTED, id),
    ]) {
      for (let i = 0; i < 2; i++) expect((await step()).status).toBeLessThan(300)
      later(service)
    }
    await event(service, EXECUTED) // under another id
    await put(service, { status: EXECUTED })
    expect(await told(service)).toEqual([
      'bank-details-filed mail sms',
      'execution-started mail sms',
      'execution-released mail sms',
      'execution-started mail sms',
      'application-executed mail sms',
    ])
  })

  it('is told when it comes as a whole application again, and not when only facts were mended', async () => {
    const service = await registered()
    await put(service)
    later(service)
    await put(service, { filedOn: '2026-06-15' })
    await put(service, { status: REFUSED, filedOn: '2026-06-15' })
    expect(await told(service)).toEqual(['bank-details-filed mail sms', 'application-refused mail sms'])
  })
})

describe('what changes when an application has ended already', () => {
  const ended = { receivedAt: '2026-06-10T10:00:00+05:00', number: '1114647-ИБР', status: EXECUTED } as const
  const [first] = lumpSum().operations
  if (!first) throw new Error('the lump sum of the tests has an operation')
  const operations = [first, { ...first, on: '2026-06-16' }]
  const send = (service: TestService, over: object) =>
    service.core('PUT', '/applications/a-1', lumpSum({ ...ended, ...over }))

  async function executed(): Promise<TestService> {
    const service = await registered(12)
    await send(service, { status: { is: 'accepted' }, receivedAt: '2026-06-16T10:00:00+05:00' })
    later(service)
    await send(service, {})
    later(service)
    return service
  }

  it('is told when the operator gave the lump sum out, and when one more operation came; each once', async () => {
    const service = await executed()
    await Promise.all(Array.from({ length: 10 }, () => send(service, { operatorRelease: 'yes' })))
    later(service)
    for (let i = 0; i < 2; i++) await send(service, { operatorRelease: 'yes', operations })
    expect(await told(service)).toEqual([
      'application-received mail',
      'application-executed mail sms',
      'sum-released mail sms',
      'operation-added mail sms',
    ])
  })

  it('is not told again beside the end that brings it, nor when facts were only mended', async () => {
    const service = await registered()
    await send(service, { status: { is: 'accepted' }, receivedAt: '2026-06-16T10:00:00+05:00' })
    later(service)
    await send(service, { operatorRelease: 'yes', operations })
    const amount = { value: '1.00', currency: 'KZT' }
    for (const mended of [
      { amount },
      { operations: [first] },
      { operations: [{ ...first, amount }] },
      { purpose: null },
    ])
      expect((await send(service, { operatorRelease: 'yes', ...mended })).status).toBe(200)
    expect(await told(service)).toEqual(['application-received mail', 'application-executed mail sms'])
  })

  it('goes by what the person chose of what was carried out', async () => {
    const service = await executed()
    await service.database.owner`update account set choices = '{"executed": []}'`
    await send(service, { operatorRelease: 'yes', operations })
    expect((await told(service)).slice(2).toSorted()).toEqual(['operation-added', 'sum-released'])
  })
})

describe('what did not happen just now', () => {
  it('is not told when it is of the past: loading everything writes to nobody', async () => {
    const service = await registered()
    await service.core('PUT', '/applications/old-0', lumpSum())
    for (let i = 1; i < 40; i++)
      await service.core('PUT', `/applications/old-${i}`, lumpSum({ number: `${i}`, status: { is: 'accepted' } }))
    for (let i = 1; i < 40; i++) await service.core('PUT', `/applications/old-${i}`, lumpSum({ number: `${i}` })) // the ends in a second run
    expect(await told(service)).toEqual([])
  })

  it('is told once by many senders at the same moment', async () => {
    const service = await registered(12)
    await Promise.all(Array.from({ length: 10 }, () => put(service)))
    later(service)
    await Promise.all(Array.from({ length: 10 }, () => claim(service)))
    later(service)
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? event(service, REFUSED) : put(service, { status: REFUSED }))),
    )
    expect(await told(service)).toEqual([
      'bank-details-filed mail sms',
      'execution-started mail sms',
      'application-refused mail sms',
    ])
  })

  it('is not told when it did not happen after all', async () => {
    const service = await registered()
    await service.core(
      'PUT',
      '/applications/a-1',
      lumpSum({ receivedAt: '2026-06-16T10:00:00+05:00', number: '1114647-ИБР', status: { is: 'accepted' } }),
    )
    await service.database.owner`revoke insert on processed_status_event from otinish_service` // the last thing it writes
    expect((await event(service, EXECUTED)).status).toBe(500)
    expect(await told(service)).toEqual(['application-received mail'])
    expect(await service.database.owner`select state from application`).toEqual([{ state: 'accepted' }])
    expect((await put(service, {}, 'a-2')).status).toBe(201)
    expect((await put(service, {}, 'a-3')).json.code).toBe('number-taken')
    expect(await service.database.owner`select 1 from message`).toHaveLength(2)
  })

  it('waits for nobody to have an account: the message is in the cabinet', async () => {
    const service = await testService()
    await put(service)
    expect(await told(service)).toEqual(['bank-details-filed'])
  })
})

describe('a status that is unclear', () => {
  const unclear = (service: TestService) => put(service, { status: null })
  const due = async ({ database, clock }: TestService) =>
    (await database.owner`select 1 from delivery where next_try_at <= ${clock.at}`).length

  it('for less than a day is written to nobody; the cabinet shows both', async () => {
    const service = await registered()
    await put(service, { receivedAt: '2026-06-01T10:00:00+05:00' })
    await put(service, { receivedAt: '2026-06-01T10:00:00+05:00', status: null })
    later(service, 23)
    expect(await due(service)).toBe(0)
    await put(service, { receivedAt: '2026-06-01T10:00:00+05:00' })
    expect(await told(service)).toEqual(['status-unclear', 'status-clear'])
  })

  it('for a day is written, and that it is clear again too', async () => {
    const service = await registered()
    await put(service)
    await service.database.owner`delete from delivery` // sent
    await unclear(service)
    later(service, 24)
    expect(await due(service)).toBe(1)
    await service.database.owner`delete from delivery` // sent
    await put(service)
    expect(await told(service)).toEqual(['bank-details-filed', 'status-unclear', 'status-clear mail'])
  })

  it('that ends is not written of any more: the end is', async () => {
    const service = await registered()
    await put(service)
    later(service)
    await unclear(service)
    later(service)
    await put(service, { status: REFUSED })
    expect(await told(service)).toEqual([
      'bank-details-filed mail sms',
      'status-unclear',
      'application-refused mail sms',
    ])
  })

  it('and is being written of just then is written of, and so is what follows', async () => {
    const service = await registered()
    await put(service)
    await service.database.owner`delete from delivery`
    await unclear(service)
    later(service, 24)
    await service.database.owner`update delivery set tries = 1` // taken up by a courier
    await put(service)
    expect(await told(service)).toEqual(['bank-details-filed', 'status-unclear mail', 'status-clear mail'])
  })
})

it('a link leads from each of them, of 65 random bits', async () => {
  const service = await registered()
  await put(service)
  await claim(service)
  const codes = await service.database.owner`select code from message`
  expect(new Set(codes.map(({ code }) => code)).size).toBe(2)
  for (const { code } of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{13}$/)
})
