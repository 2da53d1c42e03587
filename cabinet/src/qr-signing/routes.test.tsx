// The pages, state by state, as the browser that began gets them.
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { AIGERIM, testAuthority } from '../test-authority.ts'
import { type Browser, SITE, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { readable } from '../web/test-frame.ts'
import { begunByPage, phoneFor, signedWith, signWithPhone } from './test-phone.ts'

async function ready(fields: Record<string, string> = {}) {
  const service = await testService()
  const browser = service.browser()
  const id = await begunByPage(browser, { purpose: 'sign-in', ...fields })
  const page = async (language = 'kk') => (await browser.get(`/${language}/qr/${id}`)).json as string
  return { service, browser, id, page, phone: phoneFor(service), authority: await testAuthority() }
}

/** The modules as the picture in the page draws them, without the quiet zone: '#' is dark. */
function drawn(page: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(page)?.[1])
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'))
  const path = /fill="#000" d="([^"]+)"/.exec(page)?.[1] ?? ''
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(length))
  expect(rows.filter(row => !row.includes('#'))).toHaveLength(8) // four modules of quiet above and below
  return rows.slice(4, -4).map(row => row.slice(4, -4).join(''))
}

describe('the page that waits', () => {
  it('shows the code as a picture, the digits, until when, and the way into the app on the same device', async () => {
    const { browser, id, page } = await ready()
    const html = await page()
    const { json } = await browser.get(`/api/v1/sign-in/qr-operations/${id}`)
    const { data } = encode(`mobileSign:${SITE}/qr/v1/mgovSign/${id}`, { ecc: 'M', border: 0 })
    expect(drawn(html)).toEqual(data.map(row => row.map(isDark => (isDark ? '#' : '.')).join('')))
    expect(readable(html)).toContain(`Салыстыратын екі цифр: ${json.code}`)
    expect(readable(html)).toContain('QR-код сағат 12:05 болғанша жарамды.')
    expect(html).toContain(`href="${json.link}"`)
    expect(html).toContain('data-left="300"')
  })

  it('asks again by itself without a script, and not with one', async () => {
    const { page } = await ready()
    const html = await page()
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="5" /></noscript>')
    expect(html.replace(/<noscript>.*?<\/noscript>/, '')).not.toContain('http-equiv')
  })

  it('is small: no more than 14 KB as it is sent', async () => {
    const { page } = await ready()
    const compressed = new Response(await page()).body?.pipeThrough(new CompressionStream('gzip'))
    expect((await new Response(compressed).arrayBuffer()).byteLength).toBeLessThan(14 * 1024)
  })

  it('keeps where one wanted to go through a new code and through cancelling', async () => {
    const { browser, id, page } = await ready({ next: '/kk/applications?status=accepted' })
    expect(await page()).toContain('<input type="hidden" name="next" value="/kk/applications?status=accepted"/>')
    const { headers } = await browser.form(`/kk/qr/${id}/cancellation`)
    expect(headers.get('Location')).toBe('/kk/sign-in?next=%2Fkk%2Fapplications%3Fstatus%3Daccepted')
  })

  it.each([
    ['registration', '/kk/register'],
    ['recovery', '/kk/forgotten-password'],
    ['rehearsal', '/kk/rehearsal'],
  ])('for %s goes back to %s', async (purpose, address) => {
    const { browser, id } = await ready({ purpose })
    expect((await browser.form(`/kk/qr/${id}/cancellation`)).headers.get('Location')).toBe(address)
  })
})

describe('the page after the phone', () => {
  it('has scanned: the picture is gone, the digits stay', async () => {
    const { id, page, phone } = await ready()
    await phone.scan(id)
    const html = await page()
    expect(html).not.toContain('class="qr-code"')
    expect(readable(html)).toContain('Енді телефонда қол қойыңыз')
    expect(readable(html)).toMatch(/Салыстыратын екі цифр: \d\d/)
  })

  it('has signed: a form goes on, by a button where there is no script', async () => {
    const { service, id, page, authority } = await ready()
    await signWithPhone(service, id, authority.signing(AIGERIM))
    const html = await page()
    expect(html).toContain(`<form method="post" action="/kk/qr/${id}/completion" data-completion="true">`)
    expect(html).not.toContain('http-equiv="refresh"')
  })

  it('has declined, was refused, came too late: what happened and what to do, in each language', async () => {
    const { service, browser, id, page, phone, authority } = await ready()
    const titles = async (state: 'declined' | 'cancelled' | 'failed' | 'expired' | 'completed', html = page) => {
      for (const language of LANGUAGES) {
        const t = messagesFor(language).qrSigning
        const text = readable(await html(language))
        for (const said of [t[state].title, t[state].lead, t.newCode, t.otherWay])
          expect(text).toContain(readable(said))
      }
    }
    const pageOf = (one: string) => async (language?: string) =>
      (await browser.get(`/${language}/qr/${one}`)).json as string
    const scanned = await phone.scan(id)
    await phone.put(id, scanned.token, { ...scanned.served, status: 'CANCELED' })
    await titles('declined')

    const second = await begunByPage(browser, { purpose: 'sign-in' })
    const again = await phone.scan(second)
    await phone.put(second, again.token, signedWith(authority.companyHead(AIGERIM), again))
    await titles('failed', pageOf(second))
    expect(readable(await pageOf(second)('kk'))).toContain('Бұл — заңды тұлғаның ЭЦҚ-сы.')

    const third = await begunByPage(browser, { purpose: 'sign-in' })
    await browser.form(`/kk/qr/${third}/cancellation`)
    await titles('cancelled', pageOf(third))

    const fourth = await begunByPage(browser, { purpose: 'rehearsal' })
    await signWithPhone(service, fourth, authority.signing(AIGERIM))
    await browser.form(`/kk/qr/${fourth}/completion`)
    await titles('completed', pageOf(fourth))

    const fifth = await begunByPage(browser, { purpose: 'sign-in' })
    service.clock.at = new Date(service.clock.at.getTime() + 5 * 60_000)
    await titles('expired', pageOf(fifth))
  })

  it('could not be checked: the page says that it may be sent again', async () => {
    const { service, id, page, phone, authority } = await ready()
    service.pki.control({ ocsp: 'down' })
    const scanned = await phone.scan(id)
    await phone.put(id, scanned.token, signedWith(authority.signing(AIGERIM), scanned))
    const html = await page()
    expect(html).toContain('data-problem="signature-not-checkable"')
    expect(readable(html)).toContain('Куәландырушы орталық қазір жауап бермейді')
  })
})

describe('the page of somebody else', () => {
  it('says that the code is of another browser, and where to begin', async () => {
    const { service, id } = await ready()
    const stranger: Browser = service.browser()
    await stranger.get('/kk/sign-in')
    const { status, json } = await stranger.get(`/kk/qr/${id}`)
    expect(status).toBe(404)
    expect(readable(json)).toContain('Бұл код осы браузерде алынбаған')
    expect(json).toContain('href="/kk/sign-in"')
  })
})
