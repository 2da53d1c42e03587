// The certificate of status: issued once while nothing changes, to its owner alone, and kept as a hash of its code.
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { SERIK } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { CERTIFICATES_A_DAY } from './decide.ts'

async function withApplication(connections = 4) {
  const service = await testService({ connections })
  await service.core('PUT', '/applications/a-1', bankDetails())
  const { browser } = await signedIn(service)
  return { service, browser }
}

const ask = async (browser: Browser, language = 'kk', id = 'a-1') => {
  const { status, headers } = await browser.form(`/${language}/applications/${id}/certificate`)
  return { status, at: headers.get('location') ?? '' }
}
const codeOn = (page: string) => /paper-code">([0-9A-Z-]{24})</.exec(page)?.[1] ?? ''

describe('a certificate of status', () => {
  it('is issued, told with its code, saved as PDF, and the same again while nothing changes that day', async () => {
    const { service, browser } = await withApplication()
    const first = await ask(browser)
    expect(first).toEqual({ status: 303, at: `/kk/applications/a-1/certificates/${encodeURIComponent('1-МА')}` })
    expect(await ask(browser)).toEqual(first)
    const page = await browser.get(first.at)
    expect(readable(page.json)).toContain('№ 1114647-ИБР өтініштің мәртебесі туралы анықтама')
    expect(readable(page.json)).toContain('14.09.2026 күнін қоса алғанда')
    const pdf = await browser.get(`${first.at}/pdf`)
    expect([pdf.status, pdf.json.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(pdf.headers.get('content-disposition')).toContain('filename="certificate-1-.pdf"')
    const rows = JSON.stringify(await service.database.owner`select encode(code, 'hex') as code, facts from paper`)
    expect(rows).not.toContain(codeOn(page.json))
    expect(rows).not.toContain(codeOn(page.json).replaceAll('-', ''))
    const acts = await service.database.owner`select outcome from audit_event where act = 'certificate-issued'`
    expect(acts.map(act => act['outcome'])).toEqual(['1-МА'])
  })

  it('is another one in another language, on another day, and after the status changed', async () => {
    const { service, browser } = await withApplication()
    const issued = [await ask(browser), await ask(browser, 'ru')]
    service.clock.at = new Date('2026-06-17T07:00:00Z')
    const { browser: again } = await signedIn(service)
    issued.push(await ask(again))
    await service.core('POST', '/applications/a-1/execution', { claimId: 'c-1' })
    expect(await ask(again)).toEqual(issued[2]) // a person is shown the same status
    await service.core('DELETE', '/applications/a-1/execution', { claimId: 'c-1' })
    await service.core('PUT', '/applications/a-1', bankDetails({ status: null }))
    issued.push(await ask(again))
    expect(new Set(issued.map(one => one.at)).size).toBe(4)
  })
})

describe('certificates', () => {
  it('asked for many times at once are one', async () => {
    const { service, browser } = await withApplication(10)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(browser)))
    expect(new Set(answers.map(answer => answer.at)).size).toBe(1)
    expect(await service.database.owner`select 1 from paper`).toHaveLength(1)
  })

  it('are refused when too many were issued on a day, with the way back, and issued again the next day', async () => {
    const { service, browser } = await withApplication()
    for (let i = 0; i < CERTIFICATES_A_DAY; i++) {
      await service.core('PUT', '/applications/a-1', bankDetails({ status: i % 2 === 0 ? null : { is: 'accepted' } }))
      expect((await ask(browser)).status).toBe(303)
    }
    await service.core('PUT', '/applications/a-1', bankDetails({ status: null }))
    const { status, json } = await browser.form('/ru/applications/a-1/certificate')
    expect([status, readable(json)]).toEqual([429, expect.stringContaining('новую можно получить завтра')])
    expect(json).toContain('href="/ru/applications/a-1"')
    service.clock.at = new Date('2026-06-17T07:00:00Z')
    expect((await ask((await signedIn(service)).browser)).status).toBe(303)
  })

  it('are nobody else’s to get or to see, and no form of another site gets one', async () => {
    const { service, browser } = await withApplication()
    const { at } = await ask(browser)
    const { browser: other } = await signedIn(service, SERIK)
    expect((await ask(other)).status).toBe(404)
    for (const address of [
      at,
      `${at}/pdf`,
      at.replace('1-', '2-'),
      at.replace('a-1', 'a-2'),
      '/kk/applications/a-1/certificates/x',
    ])
      expect((await other.get(address)).status, address).toBe(404)
    expect((await browser.get(at.replace('1-', '0-'))).status).toBe(404)
    const stranger = await service.app.request('/kk/applications/a-1/certificate', { method: 'POST' })
    expect([stranger.status, stranger.headers.get('location')?.startsWith('/kk/sign-in')]).toEqual([303, true])
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await browser.post('/kk/applications/a-1/certificate', '', headers)).status).toBe(403)
    expect(await service.database.owner`select 1 from paper`).toHaveLength(1)
  })
})
