// Withdrawing with eGov Mobile: from the draft to the record, with a page and without one (memo items S-99 … S-110).
import { revocationOf } from '@otinish/simulators/pki/revocation'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../applications/kinds.ts'
import { signedWith, signWithPhone } from '../qr-signing/test-phone.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, sign } from '../test-authority.ts'
import { SITE, testService } from '../test-service.ts'
import { PROBLEMS } from '../web/problems.ts'
import { codeFor, draftFor, phoneRoad } from './test-phone-road.ts'

const MINUTE = 60_000

async function ready() {
  const service = await testService()
  const road = await phoneRoad(service)
  const draft = await draftFor(road, 'a-1')
  const draftNow = async () => (await road.browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json
  const application = async () => (await road.browser.get('/api/v1/applications/a-1')).json
  const wait = (minutes: number) => {
    service.clock.at = new Date(service.clock.at.getTime() + minutes * MINUTE)
  }
  return { ...road, draft, draftNow, application, wait }
}

describe('withdrawing with eGov Mobile', () => {
  it('goes from the code over the very bytes of the draft to the same record as EDS does, with the way told', async () => {
    const { service, browser, store, phone, state, draft, draftNow, application } = await ready()
    const code = await codeFor(browser, draft)
    expect(code).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      draft: draft.id,
      qr: `mobileSign:${SITE}/qr/v1/mgovSign/${code.id}`,
      link: expect.stringMatching(/^https:\/\/m\.egov\.kz\/mobileSign\/\?link=/),
      code: expect.stringMatching(/^[1-9]\d$/),
      expiresAt: '2026-06-16T12:15:00+05:00',
      state: 'waiting',
      problem: null,
    })
    const first = (await phone.api1(code.id)).json
    expect(first.description).toBe(`Заявление об отзыве заявления. Две цифры на экране: ${code.code}`)
    expect(JSON.stringify(first)).not.toMatch(new RegExp(`${AIGERIM.iin}|${AIGERIM.surname}|a-1`))
    const scanned = await phone.scan(code.id)
    expect(scanned.text.equals(draft.pdf)).toBe(true)
    const { json: page } = await browser.get(`/kk/withdrawal-drafts/${draft.id}`)
    const [, forNcalayer = ''] = /data-document="([^"]+)"/.exec(page) ?? []
    const [, download = ''] = /<a href="([^"]+\.pdf)"/.exec(page) ?? []
    for (const address of [forNcalayer, download])
      expect(draft.pdf.equals(await browser.bytes(address)), `${address}, to the octet`).toBe(true)
    expect(scanned.served).toMatchObject({
      signMethod: 'CMS_WITH_DATA',
      version: 1,
      documentsToSign: [
        {
          nameRu: 'ЗАЯВЛЕНИЕ об отзыве заявления',
          nameKz: 'Өтініштің күшін жою туралы ӨТІНІШ',
          nameEn: 'STATEMENT on withdrawal of an application',
          meta: [
            { name: 'Отзываемое заявление', value: KINDS['bank-details'].name.ru },
            { name: '№ заявления', value: 'a-1' },
            { name: 'Дата подачи', value: '16.06.2026' },
            { name: 'Две цифры на экране', value: code.code },
          ],
          document: { file: { mime: 'application/pdf' } },
        },
      ],
    })
    expect((await state(code.id)).state).toBe('scanned')

    const body = signedWith(store, scanned)
    const put = async (sent: unknown) => {
      const { status, json } = await phone.put(code.id, scanned.token, sent)
      return [status, json]
    }
    for (const sent of [body, body, '']) expect(await put(sent)).toEqual([200, { status: 'success' }])
    expect((await state(code.id)).state).toBe('signed')
    expect([(await draftNow()).state, (await application()).status]).toEqual(['withdrawn', 'withdrawn'])
    const { owner } = service.database
    expect(
      await owner`select method, way from withdrawal v
        join withdrawal_signature s on s.iin = v.iin and s.id = v.signature`,
    ).toEqual([{ method: 'qr', way: 'qr' }])
    const { iin } = AIGERIM
    expect(
      await owner`select act, outcome, iin from audit_event
        where act like 'qr-%' or act = 'withdrawn' order by position`,
    ).toEqual([
      { act: 'qr-document-given', outcome: 'withdrawal', iin },
      { act: 'withdrawn', outcome: '1-ОЖ', iin },
      { act: 'qr-signed', outcome: 'withdrawal', iin },
    ])
  })
})

describe('a signature from the phone', () => {
  it('needs no page: whoever is signed out by then has withdrawn all the same', async () => {
    const { service, browser, store, phone, draft } = await ready()
    const code = await codeFor(browser, draft)
    const scanned = await phone.scan(code.id)
    await browser.post('/api/v1/sign-out')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await phone.put(code.id, scanned.token, signedWith(store, scanned))).status).toBe(200)
    expect(await service.database.owner`select state from application where id = 'a-1'`).toEqual([
      { state: 'withdrawn' },
    ])
  })

  it('while the certifying authority is silent is signed and held: the phone is told 200, the page what is awaited', async () => {
    const { service, browser, store, state, draft, draftNow } = await ready()
    service.pki.control({ ocsp: 'down' })
    const code = await codeFor(browser, draft)
    expect((await signWithPhone(service, code.id, store)).json).toEqual({ status: 'success' })
    expect([(await state(code.id)).state, (await draftNow()).state]).toEqual(['signed', 'checking'])
    const signed = await browser.get(`/kk/qr/${code.id}`)
    expect(signed.headers.get('Refresh')).toBe(`3; url=/kk/withdrawal-drafts/${draft.id}`)
    const { headers, json } = await browser.get(`/kk/withdrawal-drafts/${draft.id}`)
    expect([headers.get('Refresh'), json]).toEqual(['30', expect.stringContaining('Қолтаңба тексерілуде')])
    service.pki.control({ ocsp: 'good' })
    service.clock.at = new Date(service.clock.at.getTime() + 30_000)
    expect(await service.jobs.finishUndecided()).toBe(1)
    expect(await service.database.owner`select method from withdrawal`).toEqual([{ method: 'qr' }])
  })

  it('is offered for every kind that can be withdrawn (O-18), and never lives longer than the draft', async () => {
    const { browser, draft, service, wait, ...road } = await ready()
    for (const [id, { withdrawal }] of Object.entries(KINDS))
      if (withdrawal.possible) expect([id, withdrawal.methods]).toEqual([id, ['eds', 'qr']])
    wait(14)
    await browser.get('/api/v1/me') // somebody is there
    wait(6)
    expect((await codeFor(browser, draft)).expiresAt).toBe('2026-06-16T12:30:00+05:00')
    wait(10)
    const late = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/qr-operations`)
    expect([late.status, late.json.code]).toEqual([410, 'draft-expired'])
    const other = await draftFor(
      { browser, service, ...road },
      'a-2',
      bankDetails({ kind: 'tr-ipm-choose', series: 'ipm' }),
    )
    expect((await codeFor(browser, other)).state).toBe('waiting')
  })
})

describe('two ways at once', () => {
  it('EDS first: the code ends, and its page leads to the result', async () => {
    const { browser, store, phone, state, draft } = await ready()
    const code = await codeFor(browser, draft)
    const scanned = await phone.scan(code.id)
    const form = { agree: 'yes', cms: sign(store, draft.pdf) }
    const signed = await browser.form(`/kk/withdrawal-drafts/${draft.id}`, form)
    expect([signed.status, signed.headers.get('Location')]).toEqual([303, '/kk/withdrawals/1-%D0%9E%D0%96'])
    expect(await state(code.id)).toMatchObject({ state: 'expired', problem: 'draft-overtaken' })
    const page = await browser.get(`/kk/qr/${code.id}`)
    expect([page.status, page.headers.get('Location')]).toEqual([303, `/kk/withdrawal-drafts/${draft.id}`])
    expect((await phone.api1(code.id)).status).toBe(403)
    const late = await phone.put(code.id, scanned.token, signedWith(store, scanned))
    expect([late.status, late.json.message]).toEqual([403, 'Заявление уже отозвано.'])
  })

  it('the phone first: the form that is sent afterwards shows the result', async () => {
    const { service, browser, store, draft } = await ready()
    await signWithPhone(service, (await codeFor(browser, draft)).id, store)
    const form = { agree: 'yes', cms: sign(store, draft.pdf) }
    const late = await browser.form(`/kk/withdrawal-drafts/${draft.id}`, form)
    expect([late.status, late.headers.get('Location')]).toEqual([303, '/kk/withdrawals/1-%D0%9E%D0%96'])
    expect(await service.database.owner`select 1 from withdrawal`).toHaveLength(1)
  })

  it('a signature that arrives while the page cancels counts: what was signed is told, not what was pressed', async () => {
    const { service, browser, store, state, draft } = await ready()
    const code = await codeFor(browser, draft)
    service.pki.control({ ocsp: 'down' }) // the check takes a while
    const signing = signWithPhone(service, code.id, store)
    await expect.poll(async () => (await service.database.owner`select 1 from withdrawal_signature`).length).toBe(1)
    const cancelled = await browser.form(`/kk/qr/${code.id}/cancellation`)
    expect(cancelled.headers.get('Location')).toBe(`/kk/withdrawal-drafts/${draft.id}`)
    expect((await signing).status).toBe(200)
    expect((await state(code.id)).state).toBe('signed')
  })
})

describe('a phone whose signature comes while another one is being checked', () => {
  it('is told to send it again, and withdraws when the other turns out not to count', async () => {
    const { service, browser, store, phone, state, draft, application, authority, wait } = await ready()
    const code = await codeFor(browser, draft)
    const scanned = await phone.scan(code.id)
    const other = authority.signing(AIGERIM)
    service.pki.control({ ocsp: 'down' })
    const address = `/api/v1/withdrawal-drafts/${draft.id}/signature`
    expect((await browser.post(address, { cms: sign(other, draft.pdf) })).status).toBe(202)
    const body = signedWith(store, scanned)
    const early = await phone.put(code.id, scanned.token, body)
    expect([early.status, early.json, early.headers.get('Retry-After')]).toEqual([
      503,
      { message: PROBLEMS['withdrawal-being-checked'].text.ru },
      '5',
    ])

    wait(1)
    service.pki.control({
      ocsp: 'good',
      revoked: [revocationOf(other.certificate, new Date(service.clock.at.getTime() - 90_000))],
    })
    await service.jobs.finishUndecided()
    expect((await application()).status).toBe('accepted')
    expect((await phone.put(code.id, scanned.token, body)).status).toBe(200)
    expect([(await state(code.id)).state, (await application()).status]).toEqual(['signed', 'withdrawn'])
  })
})
