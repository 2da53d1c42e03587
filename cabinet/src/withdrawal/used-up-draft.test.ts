// Whoever knows the id of a draft may send signatures for it. What a stranger can do with that is bounded.
import { describe, expect, it } from 'vitest'
import { SERIK, sign, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { MAX_DRAFTS_AN_HOUR, MAX_REFUSED } from './decide.ts'

/** Bytes that begin like a CMS, each other bytes. */
const junk = (n: number) => Buffer.from([0x30, 0x02, 0x05, n]).toString('base64')

async function sendJunk(service: TestService, draft: string, count: number, from = 0): Promise<string[]> {
  const stranger = service.browser()
  const codes: string[] = []
  for (let n = from; n < from + count; n++)
    codes.push((await stranger.post(`/api/v1/withdrawal-drafts/${draft}/signature`, { cms: junk(n) })).json.code)
  return codes
}

const kept = ({ database: { owner } }: TestService) => owner`select state from withdrawal_signature`

describe('a draft under which strangers send signatures', () => {
  it('is used up after twenty; the next touch neither the application nor the tables', async () => {
    const service = await testService()
    const { browser, draft } = await withDraft(service)
    expect(new Set(await sendJunk(service, draft.id, MAX_REFUSED))).toEqual(new Set(['signature-unreadable']))
    expect(new Set(await sendJunk(service, draft.id, 5, MAX_REFUSED))).toEqual(new Set(['draft-used-up']))
    expect(await kept(service)).toHaveLength(MAX_REFUSED)
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json.state).toBe('used-up')
    expect((await browser.get(`/kk/withdrawal-drafts/${draft.id}`)).status).toBe(410)
  })

  it('is replaced by a new one at the next start, which its person signs', async () => {
    const service = await testService()
    const { browser, store, draft } = await withDraft(service)
    await sendJunk(service, draft.id, MAX_REFUSED)
    const { json: next } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    expect(next.id).not.toBe(draft.id)
    const cms = sign(store, Buffer.from(next.document.bytes, 'base64'))
    expect((await browser.post(`/api/v1/withdrawal-drafts/${next.id}/signature`, { cms })).status).toBe(201)
  })

  it('keeps no more than twenty of those that come too late, and tells every one of them the true state', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    const cms = sign(store, pdf)
    const done = await browser.post(address, { cms })
    expect(new Set(await sendJunk(service, draft.id, MAX_REFUSED + 5))).toEqual(new Set(['already-closed']))
    expect(await kept(service)).toHaveLength(MAX_REFUSED + 1)
    expect((await browser.post(address, { cms })).json).toEqual(done.json)
  })

  it('counts a signature once, however often it is sent', async () => {
    const service = await testService()
    const { store, browser, draft, pdf } = await withDraft(service)
    for (let i = 0; i <= MAX_REFUSED; i++) await sendJunk(service, draft.id, 1)
    const { status } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect(status).toBe(201)
  })

  it('does not say whose it is', async () => {
    const service = await testService()
    const { draft, pdf } = await withDraft(service)
    const stranger = service.browser()
    const cms = sign((await testAuthority()).signing(SERIK), pdf)
    for (const answer of [
      await stranger.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms }),
      await stranger.form(`/kk/withdrawal-drafts/${draft.id}`, { agree: 'yes', cms }),
    ]) {
      expect(answer.status).toBe(422)
      expect(JSON.stringify(answer.json)).not.toMatch(/8513154|ҮЛГІБАЕВ|1114647|a-1/)
    }
  })
})

it('a statement is drawn up anew no more than five times an hour: each is told by every way there is, and that may not become a flood', async () => {
  const service = await testService()
  const { browser, draft } = await withDraft(service)
  const { owner } = service.database
  const drawUp = () => browser.post('/api/v1/applications/a-1/withdrawal-drafts')
  let { id } = draft
  for (let n = 1; n < MAX_DRAFTS_AN_HOUR; n++) {
    await sendJunk(service, id, MAX_REFUSED)
    id = (await drawUp()).json.id
  }
  await sendJunk(service, id, MAX_REFUSED)
  const refused = await drawUp()
  expect([refused.status, refused.json.code, refused.headers.get('Retry-After')]).toEqual([
    429,
    'drafts-too-often',
    '3600',
  ])
  const page = await browser.form('/kk/applications/a-1/withdrawal', {})
  expect([page.status, page.json]).toEqual([429, expect.stringContaining('Бір сағаттан кейін қайталаңыз')])
  const told = await owner`select 1 from message where kind = 'withdrawal-drafted'`
  expect(told).toHaveLength(MAX_DRAFTS_AN_HOUR)
  await owner`update withdrawal_draft set made_at = made_at - interval '1 hour'`
  expect((await drawUp()).status).toBe(201)
})
