import { describe, expect, it } from 'vitest'
import { sign } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'

describe('a signature', () => {
  it('completes after the session ended: the signature authorises, not the cookie', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await browser.post('/api/v1/sign-out')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    const { status } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect(status).toBe(201)
  })

  it('may be detached, and in PEM', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = `-----BEGIN CMS-----\n${sign(store, pdf, { detached: true })}\n-----END CMS-----\n`
    expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  })

  it('sent twice gets the same answer; another one is told that the application is closed, with the registration', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const cms = sign(store, pdf)
    const [first, second] = [await browser.post(address, { cms }), await browser.post(address, { cms })]
    expect([first.status, second.status, second.json]).toEqual([201, 201, first.json])
    const other = await browser.post(address, { cms: sign(store, pdf) })
    expect([other.status, other.json.code, other.json.registration]).toEqual([409, 'already-closed', '1-ОЖ'])
  })

  it('with an Idempotency-Key gets the same answer again, and another body under it is refused', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const key = { 'Idempotency-Key': 'k-1' }
    const cms = sign(store, pdf)
    const first = await browser.post(address, { cms }, key)
    expect((await browser.post(address, { cms }, key)).json).toEqual(first.json)
    const other = await browser.post(address, { cms: sign(store, pdf) }, key)
    expect([other.status, other.json.code]).toEqual([409, 'idempotency-mismatch'])
  })

  it('sent by two tabs at once withdraws once; the other is told the true state', async () => {
    const service = await testService({ connections: 8 })
    const { browser, store, draft, pdf } = await withDraft(service)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.post(address, { cms: sign(store, pdf) })))
    const codes = answers.map(answer => answer.json.code ?? answer.status).filter(code => code !== 201)
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(1)
    for (const code of codes) expect(['withdrawal-being-checked', 'already-closed']).toContain(code)
  })

  it('sent twice at once by a double click withdraws once, and both see it', async () => {
    const service = await testService({ connections: 8 })
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = sign(store, pdf)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(address, { cms })))
    expect(answers.map(answer => [answer.status, answer.json.registration?.number])).toEqual(
      Array(3).fill([201, '1-ОЖ']),
    )
    expect(await service.database.owner`select 1 from withdrawal`).toHaveLength(1)
  })
})
