import { describe, expect, it } from 'vitest'
import { sign, TODAY } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { signDraft } from './sign-draft.ts'

/** The server dies after it received the signature and before it decided. */
async function crashAfterReceipt({ database: { sql } }: TestService, draftId: string, cms: string): Promise<void> {
  const judge = () => Promise.reject(new Error('the power is gone'))
  await expect(signDraft({ sql, judge, now: () => TODAY })({ draftId, cms, by: 'api' })).rejects.toThrow('power')
}

describe('a signature that a crash left undecided', () => {
  it('bars a claim, is shown as being checked, and is finished by the job', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, pdf))
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json.state).toBe('checking')
    const claim = await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    expect([claim.status, claim.json.code, claim.json.state, claim.headers.get('Retry-After')]).toEqual([
      409,
      'withdrawal-being-checked',
      'withdrawing',
      '5',
    ])

    expect(await service.jobs.finishUndecided(TODAY)).toBe(1)
    expect(await service.jobs.finishUndecided(TODAY)).toBe(0)
    const { json } = await browser.get('/api/v1/applications/a-1')
    expect(json).toMatchObject({ status: 'withdrawn', withdrawal: { registration: '1-ОЖ' } })
  })

  it('is judged at the moment of its receipt, however late the job comes', async () => {
    const service = await testService()
    const { store, draft, pdf } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, pdf))
    service.clock.at = new Date('2028-01-01T00:00:00Z') // the certificate has long expired
    await service.jobs.finishUndecided(service.clock.at)
    const [row] = await service.database.owner`select received_at, registered_at from withdrawal`
    expect(row).toEqual({ received_at: TODAY, registered_at: service.clock.at })
  })

  it('gives the application back when it does not count, and the timeline tells of it', async () => {
    const service = await testService()
    const { browser, store, draft } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, Buffer.from('another document')))
    await service.jobs.finishUndecided(TODAY)
    const { json } = await browser.get('/api/v1/applications/a-1')
    expect(json).toMatchObject({ status: 'accepted', withdrawal: { allowed: true } })
    expect(json.timeline.map((one: { event: string }) => one.event)).toEqual([
      'received',
      'withdrawal-signed',
      'withdrawal-rejected',
    ])
  })

  it('is finished at once when the same signature is sent again', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = sign(store, pdf)
    await crashAfterReceipt(service, draft.id, cms)
    expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  })

  it('is decided once though two instances and the person come at the same moment', async () => {
    const service = await testService({ connections: 8 })
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = sign(store, pdf)
    await crashAfterReceipt(service, draft.id, cms)
    const finish = () => service.jobs.finishUndecided(TODAY)
    const [answer] = await Promise.all([
      browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms }),
      finish(),
      finish(),
    ])
    expect([answer.status, answer.json.registration.number]).toEqual([201, '1-ОЖ'])
    expect(await service.database.owner`select 1 from withdrawal`).toHaveLength(1)
    expect(await service.database.owner`select 1 from outbox`).toHaveLength(1)
  })
})
