// The pages of signing with eGov Mobile, as the person whose statement it is gets them (memo items S-90, S-91, S-99 … S-110).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signWithPhone } from '../qr-signing/test-phone.ts'
import { AIGERIM } from '../test-authority.ts'
import { type TestService, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { readable } from '../web/test-frame.ts'
import { type Draft, draftFor, type PhoneRoad, phoneRoad } from './test-phone-road.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let road: PhoneRoad
let draft: Draft
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  road = await phoneRoad(service)
  draft = await draftFor(road, 'a-1')
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const begin = (fields: Record<string, string> = { agree: 'yes' }) =>
  road.browser.form(`/kk/withdrawal-drafts/${draft.id}/qr`, fields)

async function begun(): Promise<string> {
  return /^\/kk\/qr\/([A-Za-z0-9_-]{22})$/.exec((await begin()).headers.get('Location') ?? '')?.[1] ?? ''
}

describe('«QR-мен қол қою»', () => {
  it('without the agreement is refused in words, and the form is kept', async () => {
    const { status, json } = await begin({})
    expect([status, json]).toEqual([422, expect.stringContaining('«Келісемін» деген белгіні қойыңыз')])
    expect(json).toContain(`formaction="/kk/withdrawal-drafts/${draft.id}/qr"`)
    expect(await service.database.owner`select 1 from qr_operation`).toHaveLength(0)
  })

  it.each(LANGUAGES)(
    'in %s shows the steps of the memo, where the app is had, the code and its end, and names nobody',
    async language => {
      const id = await begun()
      const html = (await road.browser.get(`/${language}/qr/${id}`)).json as string
      const page = readable(html)
      const { phoneSigning: t, qrSigning } = messagesFor(language)
      for (const text of [t.lead, ...t.steps, t.install, t.byEds, qrSigning.cancel, qrSigning.link.button])
        expect(page).toContain(readable(text))
      expect(html).toContain('https://apps.apple.com/kz/app/egov-mobile/id1476128386')
      expect(html).toContain('https://play.google.com/store/apps/details?id=kz.mobile.mgov')
      expect(html).toMatch(/<svg class="qr-code"[^>]*><path[^>]*><\/path><path fill="#000" d="[^"]{500,}"/) // the code itself, drawn on the page (S-99)
      expect(html).toContain('data-left="900"')
      expect(html).toContain(`data-qr="/api/v1/qr-operations/${id}"`)
      expect(html).toContain('<noscript><meta http-equiv="refresh" content="5" /></noscript>')
      expect(html.slice(html.indexOf('<main'), html.indexOf('</main>'))).not.toMatch(
        new RegExp(`${AIGERIM.iin}|${AIGERIM.surname}`),
      )
    },
  )

  it('is headed as in the memo (S-100), and after the scan has no code but the digits and what to do on the phone', async () => {
    const id = await begun()
    expect((await road.browser.get(`/kk/qr/${id}`)).json).toContain('<h1>QR қол қою</h1>')
    await road.phone.scan(id)
    const html = (await road.browser.get(`/kk/qr/${id}`)).json as string
    expect(html).not.toContain('class="qr-code"')
    expect(readable(html)).toContain('«Қол қою» батырмасын басыңыз')
    expect(readable(html)).toMatch(/Салыстыратын екі цифр: \d\d/)
  })

  it('leaves EDS as it was: the page of the statement can still be signed, and cancelling leads there', async () => {
    const id = await begun()
    const sign = (await road.browser.get(`/kk/withdrawal-drafts/${draft.id}`)).json
    expect(sign).toContain('data-island="sign"')
    const { status, headers } = await road.browser.form(`/kk/qr/${id}/cancellation`)
    expect([status, headers.get('Location')]).toEqual([303, `/kk/withdrawal-drafts/${draft.id}`])
    expect((await road.browser.get(`/kk/qr/${id}`)).json).toContain('Қол қою тоқтатылды')
  })

  it('once signed says «Қол қою сәтті аяқталды» and moves on by itself to the result; the next draft offers it first', async () => {
    const id = await begun()
    const inner = new URL((await road.state(id)).link).searchParams.get('link') ?? ''
    await road.phone.call('GET', inner, {})
    const answer = await signWithPhone(service, id, road.store)
    expect(answer.json.backUrl).toMatch(new RegExp(`/kk/qr/${id}$`)) // the app was opened by the link
    const { headers, json } = await road.browser.get(`/kk/qr/${id}`)
    expect(headers.get('Refresh')).toBe(`3; url=/kk/withdrawal-drafts/${draft.id}`)
    expect(readable(json)).toContain('Қол қою сәтті аяқталды')
    const next = await road.browser.get(`/kk/withdrawal-drafts/${draft.id}`)
    expect(next.headers.get('Location')).toBe('/kk/withdrawals/1-%D0%9E%D0%96')
    const result = await road.browser.get('/kk/withdrawals/1-%D0%9E%D0%96')
    expect(readable(result.json)).toContain('eGov Mobile, QR-код арқылы')
    const another = await draftFor(road, 'a-2')
    expect((await road.browser.get(`/kk/withdrawal-drafts/${another.id}`)).json).toMatch(
      /class="primary"[^>]*>QR-мен қол қою<.*class="secondary"[^>]*>ЭЦҚ-мен қол қою</s,
    )
  })
})
