import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { SERIK, sign } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'

describe('a draft', () => {
  it('is the same while it lives and nothing changed', async () => {
    const service = await testService()
    const { browser, draft } = await withDraft(service)
    service.clock.at = new Date(service.clock.at.getTime() + 29 * 60_000)
    // The session is idle by then, so the person signs in again.
    const later = await signedIn(service)
    expect((await later.browser.post('/api/v1/applications/a-1/withdrawal-drafts')).json.id).toBe(draft.id)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('is made once, with one line in the audit, though several tabs ask at the same moment', async () => {
    const service = await testService({ connections: 8 })
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    const ask = () => browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    const ids = (await Promise.all([ask(), ask(), ask(), ask()])).map(answer => answer.json.id)
    expect(new Set(ids).size).toBe(1)
    const { owner } = service.database
    expect(await owner`select outcome from audit_event where act = 'draft-made'`).toEqual([{ outcome: ids[0] }])
    expect(await owner`select 1 from withdrawal_draft`).toHaveLength(1)
  })
})

describe('a draft that was made', () => {
  it('cannot be signed after thirty minutes', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    service.clock.at = new Date(service.clock.at.getTime() + 30 * 60_000)
    const answer = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect([answer.status, answer.json.code]).toEqual([410, 'draft-expired'])
  })

  it('dies when the application changes', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await service.core('PUT', '/applications/a-1', bankDetails({ filedOn: '2026-06-15' }))
    const answer = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect([answer.status, answer.json.code]).toEqual([410, 'draft-overtaken'])
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json.state).toBe('overtaken')
    expect((await browser.post('/api/v1/applications/a-1/withdrawal-drafts')).json.id).not.toBe(draft.id)
  })

  it('of another application, however valid its signature, withdraws nothing here', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '1114648-ИБР' }))
    const { json: other } = await browser.post('/api/v1/applications/a-2/withdrawal-drafts')
    const answer = await browser.post(`/api/v1/withdrawal-drafts/${other.id}/signature`, { cms: sign(store, pdf) })
    expect([answer.status, answer.json.code]).toEqual([422, 'signature-other-document'])
    expect(draft.id).not.toBe(other.id)
  })
})

describe('a new draft', () => {
  it('is not made for what is not one’s own, not there, or cannot be withdrawn', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/other', bankDetails({ iin: SERIK.iin }))
    await service.core('PUT', '/applications/housing', lumpSum())
    await service.core('PUT', '/applications/claimed', bankDetails({ number: '2' }))
    await service.core('POST', '/applications/claimed/execution', { claimId: 'c-1' })
    const { browser } = await signedIn(service)
    const codes = await Promise.all(
      ['other', 'nowhere', 'housing', 'claimed'].map(
        async id => (await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)).json.code,
      ),
    )
    expect(codes).toEqual(['not-found', 'not-found', 'kind-is-final', 'execution-started'])
  })

  it('waits when the state database is silent and its record is older than a day; a made one goes on', async () => {
    const service = await testService()
    const { draft } = await withDraft(service)
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '1114648-ИБР' }))
    service.gbdfl.configure({ mode: 'fail' })
    service.clock.at = new Date(service.clock.at.getTime() + 25 * 3_600_000)
    const { browser } = await signedIn(service) // known to us, so they come in
    const answer = await browser.post('/api/v1/applications/a-2/withdrawal-drafts')
    expect([answer.status, answer.json.code, answer.headers.get('Retry-After')]).toEqual([
      503,
      'person-data-unavailable',
      '60',
    ])
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).status).toBe(200)
  })
})
