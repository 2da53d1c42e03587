// What the fund has not sent is made here from its record, carries a code, and can be checked by anybody (O-10).
import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, SERIK } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { aPdf, sendDocument } from './test-documents.ts'
import { wordsOf } from './test-papers.ts'

/** A file as bytes; the browser of the other tests reads text. */
async function file(service: TestService, path: string, cookies: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await service.app.request(path, { headers: { Cookie } })
  return new Uint8Array(await answer.arrayBuffer())
}

describe('an application of which the fund sent nothing', () => {
  it('offers both documents with their sizes, made here, each the same to the byte until the record changes', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', lumpSum())
    const { browser } = await signedIn(service)
    const { json } = await browser.get('/api/v1/applications/a-1')
    const get = (kind: string) => file(service, `/kk/applications/a-1/documents/${kind}`, browser.cookies)
    const [receipt, application] = [await get('receipt'), await get('application')]
    const told = { mediaType: 'application/pdf', madeBy: 'service', at: '2026-06-16T12:00:00+05:00', reason: null }
    const href = '/api/v1/applications/a-1/documents'
    expect(json.documents).toEqual([
      { kind: 'receipt', size: receipt.length, href: `${href}/receipt`, ...told },
      { kind: 'application', size: application.length, href: `${href}/application`, ...told },
    ])
    service.clock.at = new Date(service.clock.at.getTime() + 60_000)
    expect(Buffer.compare(await get('application'), application)).toBe(0)
    expect(await service.database.owner`select kind from paper order by kind`).toHaveLength(2)
    await service.core('PUT', '/applications/a-1', lumpSum({ operatorRelease: 'yes' }))
    expect(Buffer.compare(await get('application'), application)).not.toBe(0)
    expect(await service.database.owner`select kind from paper order by kind`).toHaveLength(3)
  })

  it('says on the page which is whose: made here, and no copy of what was signed; or sent by the fund', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    await sendDocument(service, 'a-1/documents/receipt', { body: aPdf() })
    const { browser } = await signedIn(service)
    const { json: page } = await browser.get('/kk/applications/a-1')
    expect(page).toContain('БЖЗҚ 16.06.2026 күні жіберген.')
    expect(page).toMatch(/href="\/kk\/applications\/a-1\/documents\/application" download/)
    expect(page).toContain('Қол қойылған түпнұсқаның көшірмесі емес.')
    expect(
      (await browser.get('/ru/applications/a-1/documents/application')).headers.get('content-disposition'),
    ).toContain(encodeURIComponent('Сведения о заявлении 1114647-ИБР.pdf'))
  })

  it('names on it the phone and the site of the settings', async () => {
    const service = await testService({ settings: { ORGANISATION_PHONE: '1400', ORGANISATION_SITE: 'fund.example' } })
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    const words = wordsOf(await file(service, '/kk/applications/a-1/documents/receipt', browser.cookies))
    expect(words).toContain(': 1400 · fund.example')
    expect(words).not.toContain('1418')
  })

  it('is not made for anybody else; what is made has the code under which it is found', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser: other } = await signedIn(service, SERIK)
    expect((await other.get('/kk/applications/a-1/documents/receipt')).status).toBe(404)
    expect(await service.database.owner`select 1 from paper`).toHaveLength(0)
    const { browser } = await signedIn(service)
    const words = wordsOf(await file(service, '/kk/applications/a-1/documents/receipt', browser.cookies))
    const [, code = ''] = /Тексеру коды: ([0-9A-Z-]{24})/.exec(words) ?? []
    const checked = await service.browser().get(`/ru/verify/${code}`)
    expect([checked.status, checked.json.includes('Расписка о приёме документов')]).toEqual([200, true])
    expect(checked.json).not.toContain(AIGERIM.iin)
  })
})
