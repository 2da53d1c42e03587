// A signature counts for the very statement it is under, and a statement for the application as it is now. Everything else that a
// person, or somebody with a person's old signature, may send is refused, and nothing changes.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { sign, TODAY } from '../test-authority.ts'
import { signedIn, signIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { PROBLEMS } from '../web/problems.ts'

const HOUR = 3_600_000

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let browser: Browser
let store: KeyStore
let filed = 0

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  ;({ browser, store } = await signedIn(service))
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

async function anApplication(): Promise<string> {
  const id = `a-${++filed}`
  await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
  return id
}
async function draw(application: string): Promise<{ readonly id: string; readonly pdf: Buffer }> {
  const { json } = await browser.post(`/api/v1/applications/${application}/withdrawal-drafts`)
  return { id: json.id, pdf: Buffer.from(json.document.bytes, 'base64') }
}
const send = (draft: { readonly id: string }, cms: string) =>
  browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
async function refused(draft: { readonly id: string }, pdf: Buffer, application: string) {
  const { status, json } = await send(draft, sign(store, pdf))
  expect((await browser.get(`/api/v1/applications/${application}`)).json).toMatchObject({ status: 'accepted' })
  return [status, json.code]
}

describe('a signature under another statement', () => {
  it('of yesterday is refused under today’s, and under its own it comes too late', async () => {
    const application = await anApplication()
    const yesterday = await draw(application)
    service.clock.at = new Date(TODAY.getTime() + 24 * HOUR)
    await signIn(browser, store)
    const today = await draw(application)
    const answers = [
      await refused(today, yesterday.pdf, application),
      await refused(yesterday, yesterday.pdf, application),
      await refused(yesterday, today.pdf, application),
    ]
    service.clock.at = TODAY
    await signIn(browser, store)
    expect(answers).toEqual([
      [422, 'signature-other-document'],
      [410, 'draft-expired'],
      [410, 'draft-expired'],
    ])
  })

  it('of another application of the same person is refused; so is the signature that withdrew that one', async () => {
    const [one, other] = [await anApplication(), await anApplication()]
    const [draft, otherDraft] = [await draw(one), await draw(other)]
    expect(await refused(draft, otherDraft.pdf, one)).toEqual([422, 'signature-other-document'])
    const cms = sign(store, otherDraft.pdf)
    expect((await send(otherDraft, cms)).status).toBe(201)
    expect((await send(draft, cms)).json.code).toBe('signature-other-document')
    expect((await browser.get(`/api/v1/applications/${one}`)).json.status).toBe('accepted')
  })

  it('of a page saved to disk is told that the application has changed since, and by its own address alone', async () => {
    const application = await anApplication()
    const saved = await draw(application)
    const { json: page } = await browser.get(`/kk/withdrawal-drafts/${saved.id}`)
    const [, action = ''] = /<form method="post" action="([^"]+)"[^>]* data-island="sign"/.exec(page) ?? []
    await service.core('POST', `/applications/${application}/execution`, { claimId: 'c-1' })
    await service.core('DELETE', `/applications/${application}/execution`, { claimId: 'c-1' })
    const current = await draw(application)
    expect(current.id).not.toBe(saved.id)
    expect(await refused(saved, saved.pdf, application)).toEqual([410, 'draft-overtaken'])
    expect(await refused(current, saved.pdf, application)).toEqual([422, 'signature-other-document'])
    const sent = await browser.form(action, { agree: 'yes', cms: sign(store, saved.pdf) }) // as the page on the disk sends it
    expect([sent.status, sent.json]).toEqual([410, expect.stringContaining(PROBLEMS['draft-overtaken'].text.kk)])
  })

  it('over an edited PDF is refused, wherever a byte of it was changed', async () => {
    const application = await anApplication()
    const draft = await draw(application)
    for (const where of [0, 0.5, 0.999]) {
      const edited = Buffer.from(draft.pdf)
      const at = Math.floor(edited.length * where)
      edited[at] = (edited[at] ?? 0) ^ 1
      expect(await refused(draft, edited, application)).toEqual([422, 'signature-other-document'])
    }
    expect(await refused(draft, Buffer.concat([draft.pdf, Buffer.from('\n')]), application)).toEqual([
      422,
      'signature-other-document',
    ])
    expect((await send(draft, sign(store, draft.pdf))).status).toBe(201)
  })
})
