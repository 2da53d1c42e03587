import { describe, expect, it } from 'vitest'
import { SERIK, sign } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
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
})

describe('a signature in another’s way', () => {
  it('that came while the fund had claimed stays refused after the release; a new statement can be signed', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const send = (id: string, cms: string) => browser.post(`/api/v1/withdrawal-drafts/${id}/signature`, { cms })
    const cms = sign(store, pdf)
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    expect((await send(draft.id, cms)).json.code).toBe('execution-started')
    await service.core('DELETE', '/applications/a-1/execution', { claimId: 'c-1' })
    expect((await send(draft.id, cms)).json.code).toBe('execution-started')
    expect((await send(draft.id, sign(store, pdf))).json.code).toBe('draft-overtaken')
    const { json: next } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    expect((await send(next.id, sign(store, Buffer.from(next.document.bytes, 'base64')))).status).toBe(201)
  })

  it('of one person, posted where another is signed in, is told as done, and the other sees nothing else', async () => {
    const service = await testService()
    const { draft, store, pdf } = await withDraft(service)
    const { browser: other } = await signedIn(service, SERIK)
    const { status, json } = await other.form(`/kk/withdrawal-drafts/${draft.id}`, {
      agree: 'yes',
      cms: sign(store, pdf),
    })
    expect([status, json.includes('1-ОЖ')]).toEqual([200, true])
    expect((await other.get(`/kk/withdrawals/${encodeURIComponent('1-ОЖ')}`)).status).toBe(404)
    expect((await other.get(`/kk/withdrawal-drafts/${draft.id}`)).status).toBe(404)
    expect((await other.get(`/api/v1/withdrawals/${encodeURIComponent('1-ОЖ')}/statement`)).status).toBe(404)
  })
})

describe('a signature that is sent more than once at the same moment', () => {
  it('by two tabs withdraws once; the other is told the true state', async () => {
    const service = await testService({ connections: 8 })
    const { browser, store, draft, pdf } = await withDraft(service)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.post(address, { cms: sign(store, pdf) })))
    const codes = answers.map(answer => answer.json.code ?? answer.status).filter(code => code !== 201)
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(1)
    for (const code of codes) expect(['withdrawal-being-checked', 'already-closed']).toContain(code)
  })

  it('by a double click withdraws once, and both see it', async () => {
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
