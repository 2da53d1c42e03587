import { revocationOf } from '@otinish/simulators/pki/revocation'
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { sign, TODAY } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { finishUndecided } from './finish-undecided.ts'
import type { Judgement } from './settle.ts'
import { signDraft } from './sign-draft.ts'
import { aCompletion, HOLD_HOURS } from './test-bench.ts'
import { GOOD } from './test-judgements.ts'

/** When the job takes up what was left: the request that brought it had half a minute for itself. */
const LATER = new Date(TODAY.getTime() + 30_000)
const hoursLater = (hours: number) => new Date(TODAY.getTime() + hours * 3_600_000)

/** The server dies after it received the signature and before it decided; half a minute later another is there. */
async function crashAfterReceipt({ database: { sql }, clock }: TestService, draftId: string, cms: string) {
  const judge = () => Promise.reject(new Error('the power is gone'))
  const sign = signDraft({ ...aCompletion(sql), judge, now: () => TODAY, holdHours: HOLD_HOURS })
  await expect(sign({ draftId, cms, by: 'api' })).rejects.toThrow('power')
  clock.at = LATER
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

    expect(await service.jobs.finishUndecided()).toBe(1)
    expect(await service.jobs.finishUndecided()).toBe(0)
    const { json } = await browser.get('/api/v1/applications/a-1')
    expect(json).toMatchObject({ status: 'withdrawn', withdrawal: { registration: '1-ОЖ' } })
  })

  it('is given back when its certificate was revoked before the authority could be asked', async () => {
    const service = await testService()
    const { store, draft, pdf } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, pdf))
    service.clock.at = hoursLater(48)
    service.pki.control({ revoked: [revocationOf(store.certificate, hoursLater(1))] }) // after it had signed
    await service.jobs.finishUndecided()
    const { owner } = service.database
    expect([...(await owner`select state, refusal from withdrawal_signature`)]).toEqual([
      { state: 'rejected', refusal: 'signature-certificate-revoked' },
    ])
    expect([...(await owner`select state from application where id = 'a-1'`)]).toEqual([{ state: 'accepted' }])
    expect(await owner`select from withdrawal`).toHaveLength(0)
  })

  it('counts from the moment of its receipt, however late the job comes', async () => {
    const service = await testService()
    const { store, draft, pdf } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, pdf))
    service.clock.at = hoursLater(48)
    await service.jobs.finishUndecided()
    const [row] = await service.database.owner`select received_at, registered_at from withdrawal`
    expect(row).toEqual({ received_at: TODAY, registered_at: service.clock.at })
  })

  it('gives the application back when it does not count; the timeline tells that, and not that the person has signed', async () => {
    const service = await testService()
    const { browser, store, draft } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, Buffer.from('another document')))
    await service.jobs.finishUndecided()
    const { json } = await browser.get('/api/v1/applications/a-1')
    const signature = { state: 'rejected', code: 'signature-other-document' }
    expect(json).toMatchObject({ status: 'accepted', withdrawal: { allowed: true, signature } })
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json).toMatchObject({
      state: 'open',
      signature,
    })
    expect(json.timeline.map((one: { event: string }) => one.event)).toEqual(['received', 'withdrawal-rejected'])
    const told = await service.database.owner`select kind, facts ->> 'id' as id from message where kind ~ 'withdrawn'`
    expect(told).toEqual([{ kind: 'not-withdrawn', id: 'a-1' }]) // nobody was at the screen to see it
  })

  it('is finished at once when the same signature is sent again', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = sign(store, pdf)
    await crashAfterReceipt(service, draft.id, cms)
    expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  })
})

describe('a message of the core while a signature is undecided', () => {
  it('that names another day of filing is to be sent again later; other facts are taken and the signature still counts', async () => {
    const service = await testService()
    const { store, draft, pdf } = await withDraft(service)
    await crashAfterReceipt(service, draft.id, sign(store, pdf))
    const put = (difference: object) => service.core('PUT', '/applications/a-1', bankDetails(difference))
    const otherDay = await put({ filedOn: '2026-06-15' })
    expect([otherDay.status, otherDay.json.code, otherDay.headers.get('Retry-After')]).toEqual([
      409,
      'withdrawal-being-checked',
      '5',
    ])
    expect((await put({ operatorRelease: 'yes' })).json).toEqual({ state: 'withdrawing' })
    await service.jobs.finishUndecided()
    expect((await put({ filedOn: '2026-06-15' })).json.code).toBe('identity-changed')
    expect((await put({ operatorRelease: 'yes' })).json).toEqual({ state: 'withdrawn' })
  })
})

describe('a signature that several decide at the same moment', () => {
  it('counts as the job decided it, also when a slow request finds it good after the core has claimed', async () => {
    const service = await testService({ connections: 8 })
    const { store, draft, pdf } = await withDraft(service)
    const { sql } = service.database
    let tell = (_: Judgement) => {}
    const judge = () => new Promise<Judgement>(resolve => (tell = resolve))
    const slow = signDraft({ ...aCompletion(sql), judge, now: () => TODAY, holdHours: HOLD_HOURS })
    const answer = slow({ draftId: draft.id, cms: sign(store, pdf), by: 'api' })
    const bad = async (): Promise<Judgement> => ({ kind: 'bad', code: 'signature-invalid' })
    const report = () => {}
    await expect.poll(finishUndecided({ ...aCompletion(sql), judge: bad, now: () => LATER, report })).toBe(1)
    expect((await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })).status).toBe(201)
    tell(GOOD)
    expect(await answer).toMatchObject({ kind: 'refusal', code: 'signature-invalid' })
    expect(await sql`select state, claim from application`).toEqual([{ state: 'executing', claim: 'c-1' }])
    expect(await sql`select 1 from withdrawal union all select 1 from outbox`).toHaveLength(0)
  })

  it('is decided once though two instances and the person come at the same moment', async () => {
    const service = await testService({ connections: 8 })
    const { browser, store, draft, pdf } = await withDraft(service)
    const cms = sign(store, pdf)
    await crashAfterReceipt(service, draft.id, cms)
    const finish = () => service.jobs.finishUndecided()
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
