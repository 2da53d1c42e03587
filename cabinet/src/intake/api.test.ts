import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { SERIK, TODAY } from '../test-authority.ts'
import { type TestService, testService } from '../test-service.ts'
import { addCoreKey, makeCoreKey } from './core-key.ts'

const EVENT = 'a3b1f0de-0000-4000-8000-000000000001'
const executed = (application: string, id = EVENT) => ({
  id,
  application,
  status: { is: 'executed', on: '2026-06-16' },
})
const refusal = { code: 'details-differ', text: { kk: 'Сәйкес емес.', ru: 'Не совпадает.', en: 'They differ.' } }

async function rowOf({ database }: TestService, id: string) {
  const [row] = await database.owner`select * from application where id = ${id}`
  return row
}

describe('intake', () => {
  it('takes an application once; a repeat changes nothing but the time of the last word', async () => {
    const service = await testService()
    expect((await service.core('PUT', '/applications/a-1', lumpSum())).status).toBe(201)
    const before = await rowOf(service, 'a-1')
    service.clock.at = new Date(TODAY.getTime() + 60_000)
    const again = await service.core('PUT', '/applications/a-1', lumpSum())
    expect([again.status, again.json]).toEqual([200, { state: 'executed' }])
    expect(await rowOf(service, 'a-1')).toEqual({ ...before, synced_at: service.clock.at })
  })

  it('takes the same new application from many senders at once as one', async () => {
    const service = await testService({ connections: 10 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.core('PUT', '/applications/a-1', bankDetails())),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([...Array(9).fill(200), 201])
    expect(await service.database.owner`select 1 from timeline_event`).toHaveLength(1)
  })

  it('takes new facts, and counts them as a change', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', lumpSum())
    const later = await service.core('PUT', '/applications/a-1', lumpSum({ operatorRelease: 'yes', operations: [] }))
    expect(later.status).toBe(200)
    expect(await rowOf(service, 'a-1')).toMatchObject({ operator_release: 'yes', state: 'executed', version: 3 })
    expect(await service.database.owner`select 1 from operation`).toHaveLength(0)
  })

  it('refuses another person, series, number or kind under a known id, and a number that is taken', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    for (const other of [{ iin: SERIK.iin }, { series: 'payment' }, { number: '7' }, { kind: 'vpc-refund' as const }]) {
      const { status, json } = await service.core('PUT', '/applications/a-1', bankDetails(other))
      expect([status, json.code], JSON.stringify(other)).toEqual([409, 'identity-changed'])
    }
    const taken = await service.core('PUT', '/applications/a-2', bankDetails())
    expect([taken.status, taken.json.code]).toEqual([409, 'number-taken'])
    expect((await service.core('PUT', '/applications/a-2', bankDetails({ series: 'ipm' }))).status).toBe(201)
  })

  it('shows a status that it does not know, or that the core does not know, as unclear', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails({ status: null }))
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '2', status: { is: 'on-hold' } }))
    expect([(await rowOf(service, 'a-1'))?.['state'], (await rowOf(service, 'a-2'))?.['state']]).toEqual([
      'unclear',
      'unclear',
    ])
    await service.core('PUT', '/applications/a-1', bankDetails())
    expect((await rowOf(service, 'a-1'))?.['state']).toBe('accepted')
  })

  it('does not step back from an end, whatever stale message comes', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', lumpSum())
    const stale = await service.core('PUT', '/applications/a-1', lumpSum({ status: { is: 'accepted' } }))
    expect([stale.status, stale.json]).toEqual([200, { state: 'executed' }])
    const other = await service.core(
      'PUT',
      '/applications/a-1',
      lumpSum({ status: { is: 'refused', on: '2025-11-21', refusal } }),
    )
    expect([other.status, other.json.code, other.json.state]).toEqual([409, 'state-final', 'executed'])
  })

  it('keeps the reason of a refusal, and gives three months to appeal when the core names no day', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', lumpSum({ status: { is: 'refused', on: '2025-11-21', refusal } }))
    expect((await rowOf(service, 'a-1'))?.['refusal']).toEqual({ ...refusal, next: null, appealUntil: '2026-02-21' })
  })
})

describe('a message that is not as the schema says is refused, with the field', () => {
  const cases: readonly [string, object, string][] = [
    ['an unknown field', { colour: 'red' }, ''],
    ['an IIN of eleven digits', { iin: '85131540010' }, 'iin'],
    ['a kind that the catalogue does not know', { kind: 'ls-car' }, 'kind'],
    ['money with one decimal', { amount: { value: '1.0', currency: 'KZT' } }, 'amount.value'],
    ['money below nothing', { amount: { value: '-1.00', currency: 'KZT' } }, 'amount.value'],
    ['a currency of others', { amount: { value: '1.00', currency: 'USD' } }, 'amount.currency'],
    ['a date that is none', { filedOn: '2026-02-30' }, 'filedOn'],
    ['a moment without a zone', { receivedAt: '2026-06-16T10:52:27' }, 'receivedAt'],
    ['an end without a day', { status: { is: 'executed' } }, 'status.is'],
    ['a number that turns the line', { number: '1\u202e2' }, 'number'],
    ['no contract type', { contractTypes: [] }, 'contractTypes'],
    ['a name with a NUL', { counterparty: { name: { kk: 'a\u0000', ru: 'a', en: 'a' } } }, 'counterparty.name.kk'],
    [
      'a name that turns the line',
      { counterparty: { name: { kk: 'a', ru: '\u202ea', en: 'a' } } },
      'counterparty.name.ru',
    ],
    ['half a letter', { number: '1\ud800' }, 'number'],
    ['a year before all years', { filedOn: '0000-01-01' }, 'filedOn'],
    ['a moment after all years', { receivedAt: '9999-12-31T23:59:59-10:00' }, 'receivedAt'],
  ]
  it.each(cases)('%s', async (_, difference, field) => {
    const service = await testService()
    const { status, json } = await service.core('PUT', '/applications/a-1', { ...bankDetails(), ...difference })
    expect([status, json.code]).toEqual([400, 'bad-request'])
    expect(json.errors.map((error: { path: string }) => error.path)).toContain(field)
  })
})

describe('a claim', () => {
  it('is taken once, repeated freely, released, and taken again', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const claim = (claimId: string) => service.core('POST', '/applications/a-1/execution', { claimId })
    const release = (claimId: string) => service.core('DELETE', '/applications/a-1/execution', { claimId })
    expect((await claim('c-1')).status).toBe(201)
    expect((await claim('c-1')).status).toBe(200)
    expect((await claim('c-2')).json).toMatchObject({ code: 'claim-held', state: 'executing' })
    expect((await release('c-2')).json.code).toBe('claim-unknown')
    expect([(await release('c-1')).status, (await release('c-1')).status]).toEqual([200, 200])
    expect((await claim('c-2')).status).toBe(201)
  })

  it('is what the execution of a withdrawable kind needs; without it the message is refused and somebody is called', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const early = await service.core('POST', '/status-events', executed('a-1'))
    expect([early.status, early.json.code, early.json.state]).toEqual([409, 'claim-needed', 'accepted'])
    expect(service.log).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'core-contradiction', problem: 'claim-needed' }),
    )
    expect(await service.database.owner`select 1 from audit_event where act = 'core-contradiction'`).toHaveLength(1)
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    const now = await service.core('POST', '/status-events', executed('a-1'))
    expect([now.status, now.json]).toEqual([201, { state: 'executed' }])
    expect((await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })).json).toEqual({
      state: 'executed',
    })
  })

  it('is not touched by a repeated intake', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    for (const status of [{ is: 'accepted' }, null] as const)
      expect((await service.core('PUT', '/applications/a-1', bankDetails({ status }))).json).toEqual({
        state: 'executing',
      })
    const end = await service.core(
      'PUT',
      '/applications/a-1',
      bankDetails({ status: { is: 'executed', on: '2026-06-16' } }),
    )
    expect([end.status, end.json.code]).toEqual([409, 'claim-held'])
  })
})

describe('a status event', () => {
  it('is taken once by its id, and another under the same id is refused', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', lumpSum({ status: { is: 'accepted' } }))
    expect((await service.core('POST', '/status-events', executed('a-1'))).status).toBe(201)
    expect((await service.core('POST', '/status-events', executed('a-1'))).status).toBe(200)
    const other = { ...executed('a-1'), status: { is: 'executed', on: '2026-06-15' } }
    expect((await service.core('POST', '/status-events', other)).json.code).toBe('event-mismatch')
    expect((await service.core('POST', '/status-events', executed('nowhere', EVENT.replace('1', '2')))).status).toBe(
      404,
    )
  })
})

describe('the keys of the core', () => {
  it('are asked for, scoped and recorded, and what they may not do leaves no trace but the record', async () => {
    const service = await testService()
    const key = makeCoreKey()
    await addCoreKey(service.database.owner, key, { name: 'reader', scopes: ['status'] }, TODAY)
    const attempts = [undefined, 'otk_wrong', makeCoreKey(), key]
    const codes = []
    for (const one of attempts)
      codes.push((await service.core('PUT', '/applications/a-1', bankDetails(), one ?? '')).json.code)
    expect(codes).toEqual(['key-unknown', 'key-unknown', 'key-unknown', 'scope-missing'])
    expect(await rowOf(service, 'a-1')).toBeUndefined()
    const calls = await service.database
      .owner`select actor, outcome, application from audit_event where act = 'core-call' order by position`
    expect(calls.map(row => [row['actor'], row['outcome'], row['application']])).toEqual([
      ['unknown', 'PUT intake 401', 'a-1'],
      ['unknown', 'PUT intake 401', 'a-1'],
      ['unknown', 'PUT intake 401', 'a-1'],
      ['reader', 'PUT intake 403', 'a-1'],
    ])
  })

  it('are kept as hashes, end when revoked, and are replaced under their name', async () => {
    const service = await testService()
    const stored = await service.database.owner`select encode(hash, 'escape') as hash from core_key`
    expect(JSON.stringify(stored)).not.toContain(service.coreKey)
    const next = makeCoreKey()
    await addCoreKey(service.database.owner, next, { name: 'core', scopes: ['intake'] }, TODAY)
    expect((await service.core('PUT', '/applications/a-1', bankDetails())).status).toBe(401)
    expect((await service.core('PUT', '/applications/a-1', bankDetails(), next)).status).toBe(201)
    await service.database.owner`update core_key set revoked_at = now()`
    expect((await service.core('PUT', '/applications/a-1', bankDetails(), next)).status).toBe(401)
  })
})
