// A kind that the catalogue does not know, in the whole service: how intake answers it, and how a row that a newer instance wrote
// is shown while instances of two versions run.
import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { readable } from '../web/test-frame.ts'

const PROMISES = [/<table class="strip">/, /href="[^"]*\/withdrawal"/] // by when, and that it can be withdrawn

/** As a newer instance wrote it, with a term of which its own catalogue knows. */
async function withBoth(): Promise<TestService> {
  const service = await testService()
  const received = { receivedAt: '2026-06-15T10:00:00+05:00', filedOn: '2026-06-15' }
  await service.core('PUT', '/applications/a-1', bankDetails())
  await service.core('PUT', '/applications/a-2', lumpSum({ ...received, status: { is: 'accepted' } }))
  await service.database.owner`update application set kind = 'ls-car' where id = 'a-2'`
  return service
}

describe('a row whose kind the catalogue does not know', () => {
  it('is in the list by its code, and is found by it', async () => {
    const { browser } = await signedIn(await withBoth())
    for (const language of LANGUAGES) {
      const all = readable((await browser.get(`/${language}/applications`)).json)
      expect(all).toContain('ls-car (1)')
      expect(all).toMatch(/1 ls-car .*5155344/)
      const some = await browser.get(`/${language}/applications?kind=ls-car`)
      expect(some.json).toContain('<option value="ls-car" selected="">')
      expect(readable(some.json)).toContain('5155344')
      expect(readable(some.json)).not.toContain('1114647-ИБР')
    }
  })

  it('has its page, which promises nothing and offers nothing', async () => {
    const { browser } = await signedIn(await withBoth())
    for (const language of LANGUAGES) {
      const { status, json } = await browser.get(`/${language}/applications/a-2`)
      const { details, road } = messagesFor(language)
      expect(status).toBe(200)
      for (const words of [details.unknownKind, road.next.decide, 'ls-car']) expect(readable(json)).toContain(words)
      for (const promise of PROMISES) expect(json).not.toMatch(promise)
      const known = (await browser.get(`/${language}/applications/a-1`)).json
      for (const promise of PROMISES) expect(known).toMatch(promise)
    }
    const draft = await browser.post('/api/v1/applications/a-2/withdrawal-drafts')
    expect([draft.status, draft.json.code]).toEqual([409, 'kind-is-final'])
  })

  it('is told by the API, which takes its code for a filter and no words that are no code', async () => {
    const { browser } = await signedIn(await withBoth())
    const all = await browser.get('/api/v1/applications')
    expect(all.status).toBe(200)
    expect(all.json.kinds).toContainEqual({ kind: 'ls-car', count: 1 })
    const some = await browser.get('/api/v1/applications?kind=ls-car')
    expect(some.json).toMatchObject({ total: 1, items: [{ id: 'a-2', kind: 'ls-car', kindName: 'ls-car' }] })
    expect((await browser.get('/api/v1/applications/a-2')).json).toMatchObject({ kind: 'ls-car', deadline: null })
    expect((await browser.get('/api/v1/applications?kind=Ls%20car')).status).toBe(400)
  })
})

it('a kind that the catalogue does not know is refused to the core, by the name of the field', async () => {
  const service = await testService()
  const refused = await service.core('PUT', '/applications/a-2', { ...bankDetails(), kind: 'ls-car' })
  expect(refused.status).toBe(400)
  expect(JSON.stringify(refused.json)).toContain('"kind"')
  expect(await service.database.owner`select 1 from application`).toEqual([])
})
