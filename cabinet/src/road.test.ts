import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from './test-applications.ts'
import { AIGERIM, SERIK, sign, testAuthority } from './test-authority.ts'
import { signedIn, withDraft } from './test-journeys.ts'
import { testService } from './test-service.ts'

describe('the whole road by /api/v1 alone', () => {
  it('signs in, lists, shows, withdraws and downloads', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    await service.core('PUT', '/applications/a-2', lumpSum())
    const { browser, store } = await signedIn(service)

    const { json: list } = await browser.get('/api/v1/applications')
    expect(list.items.map((item: { number: string }) => item.number)).toEqual(['1114647-ИБР', '5155344'])
    const { json: details } = await browser.get('/api/v1/applications/a-1', { 'Accept-Language': 'ru' })
    expect(details).toMatchObject({
      ordinal: 2,
      statusName: 'Принято в обработку',
      deadline: { date: '2026-06-29', state: 'running', workingDaysLeft: 9 },
      withdrawal: { allowed: true, reason: null, methods: ['eds', 'qr'] },
    })

    const { status, json: draft } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
    expect(status).toBe(201)
    const cms = sign(store, Buffer.from(draft.document.bytes, 'base64'))
    const signed = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })
    expect(signed.json).toMatchObject({
      registration: { number: '1-ОЖ', receivedAt: '2026-06-16T12:00:00+05:00' },
      application: { id: 'a-1', number: '1114647-ИБР', status: 'withdrawn' },
      revocation: { source: 'ocsp', at: expect.stringMatching(/^2026-06-16T1[12]:\d\d:\d\d\+05:00$/) },
    })
    expect(signed.status).toBe(201)

    const { json: after } = await browser.get('/api/v1/applications/a-1', { 'Accept-Language': 'kk' })
    expect(after).toMatchObject({
      statusName: 'Күші жойылды',
      withdrawal: { allowed: false, reason: 'already-withdrawn', registration: '1-ОЖ' },
    })
    expect(after.timeline.map((one: { event: string }) => one.event)).toEqual([
      'received',
      'withdrawal-signed',
      'withdrawn',
    ])
    const number = encodeURIComponent('1-ОЖ')
    const statement = await browser.get(`/api/v1/withdrawals/${number}/statement`)
    const signature = await browser.get(`/api/v1/withdrawals/${number}/signature`)
    expect([statement.headers.get('Content-Type'), signature.headers.get('Content-Type')]).toEqual([
      'application/pdf',
      'application/cms',
    ])
    const stranger = await signedIn(service, SERIK)
    expect((await stranger.browser.get(`/api/v1/withdrawals/${number}/statement`)).status).toBe(404)
  })

  it('leaves one outbox line, one registration, the whole evidence and the acts in the audit', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    const { owner } = service.database
    const outbox = await owner`select topic, application, payload from outbox`
    expect(outbox).toMatchObject([
      { topic: 'application.withdrawn', application: 'a-1', payload: { registration: '1-ОЖ' } },
    ])
    const pieces = await owner`select piece, position, content from withdrawal_evidence order by piece, position`
    expect(pieces.map(row => `${row['piece']} ${row['position']}`).join(', ')).toBe(
      'certificate 0, certificate 1, extended 0, report 0, revocation 0, signature 0, statement 0, timestamp 0',
    )
    expect(pieces.filter(row => row['content'].includes(pdf.subarray(0, 8)))).toEqual([]) // encrypted
    const acts = await owner`select act from audit_event where actor_kind <> 'core' order by position`
    expect(acts.map(row => row['act'])).toEqual(['signed-in', 'draft-made', 'withdrawal-signed', 'withdrawn'])
    expect(JSON.stringify(service.log)).not.toMatch(/851315400107|ҮЛГІБАЕВА/)
  })
})

describe('the whole road by the pages', () => {
  it('signs in by the form, reads, withdraws and sees «Күші жойылды»', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const browser = service.browser()
    const store = (await testAuthority()).signing(AIGERIM)
    const { json: challenge } = await browser.post('/api/v1/sign-in/challenges')
    const cms = sign(store, Buffer.from(challenge.bytes, 'base64'))
    const entered = await browser.form('/kk/sign-in?next=/kk/applications', { challenge: challenge.id, cms })
    expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/kk/applications'])
    expect((await browser.get('/kk/applications')).json).toContain('1114647-ИБР')
    expect((await browser.get('/kk/applications/a-1')).json).toContain('29.06.2026')

    const started = await browser.form('/kk/applications/a-1/withdrawal')
    const draft = started.headers.get('Location') ?? ''
    expect([started.status, draft]).toEqual([303, expect.stringMatching(/^\/kk\/withdrawal-drafts\//)])
    const { json } = await browser.get(draft.replace('/kk/', '/api/v1/'))
    const signature = sign(store, Buffer.from(json.document.bytes, 'base64'))
    expect((await browser.form(draft, { cms: signature })).status).toBe(422) // not agreed
    const signed = await browser.form(draft, { agree: 'yes', cms: signature })
    const result = signed.headers.get('Location') ?? ''
    expect([signed.status, decodeURIComponent(result)]).toEqual([303, '/kk/withdrawals/1-ОЖ'])
    expect((await browser.get(result)).json).toContain('1-ОЖ')
    expect((await browser.get('/kk/applications')).json).toContain('Күші жойылды')
  })
})
