// The phone in a person's hand: paste or show the code, read what is asked, sign or decline, hear the answer.
import { PNG } from 'pngjs'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, MEMO } from '../demo/persons.ts'
import { readHolder } from '../pki/holder.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { readCms } from '../testing/read-cms.ts'
import { loginDocument, type SigningService, startSigningService } from '../testing/signing-service.ts'
import { readQrPicture } from './read-qr-picture.ts'
import { type EgovMobile, startEgovMobile } from './server.ts'

let demo: DemoDir
let service: SigningService
let phone: EgovMobile
beforeAll(async () => {
  demo = await makeDemoDir()
  service = await startSigningService()
  phone = await startEgovMobile({ port: 0, domains: [service.origin], keys: [demo.keysDir], now: () => NOW })
})
afterEach(() => service.reset())
afterAll(async () => {
  await Promise.all([phone.close(), service.close()])
  demo.remove()
})

async function page(path: string, form?: FormData | URLSearchParams) {
  const headers = { Connection: 'close' } // a busy machine outlives the server's patience with an idle connection
  const init = form ? { method: 'POST', body: form, headers } : { headers }
  const answer = await fetch(new URL(path, phone.pageUrl), init)
  return {
    status: answer.status,
    text: await answer.text(),
    path: new URL(answer.url).pathname,
    headers: answer.headers,
  }
}

function scanForm(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ person: MAIN.iin, how: 'sign', text: '', ...fields }))
    form.set(name, value)
  return form
}

const scan = (fields: Record<string, string | Blob> = {}, language = 'kk') =>
  page(`/?lang=${language}`, scanForm({ text: service.qr, ...fields }))
const decide = (path: string, act: string) => page(path, new URLSearchParams({ act }))
const puts = () => service.asked().filter(({ call }) => call.startsWith('PUT'))

/** The code as black and white squares, as a screenshot of the page shows it. */
function pictureOf(text: string, { scale = 4, margin = 40 } = {}): Blob {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const side = size * scale + 2 * margin
  const png = new PNG({ width: side, height: side })
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isDark = data[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)] === true
      png.data.set([...Array.from({ length: 3 }, () => (isDark ? 20 : 250)), 255], (y * side + x) * 4)
    }
  }
  return new Blob([Buffer.from(PNG.sync.write(png))], { type: 'image/png' })
}

describe('the phone', () => {
  it('offers the persons who have a key, and asks for the code', async () => {
    const { status, text, headers } = await page('/')
    expect(status).toBe(200)
    expect(text).toContain('<html lang="kk">')
    expect(text).toContain('ҮЛГІБАЕВА АЙГЕРІМ')
    expect(text).toContain('QR кодты сканерлеу')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it.each([
    ['kk', 'Қол қою', '«Тест» АҚ'],
    ['ru', 'Подписать', 'АО «Тест»'],
    ['en', 'Sign', 'Test JSC'],
  ])('shows the request in its language: %s', async (language, sign, organisation) => {
    const { text } = await scan({}, language)
    for (const shown of [sign, organisation, '123456789021', 'Код 47', new URL(service.origin).host])
      expect(text).toContain(shown)
    expect(text).toContain('cabinet.example.kz\nКод: 47') // the document itself
    expect(text).toMatch(/<time datetime="2026-12-01T07:49:56.000Z">[^<]*12:49:56/) // by Kazakhstan's clocks
    expect(service.asked().map(({ headers }) => headers['accept-language'])).toEqual([language, language])
  })

  it('signs with the key of the person whose it is, and tells what the service answered', async () => {
    const { path } = await scan({ person: MEMO.iin })
    const { text } = await decide(path, 'sign')
    expect(text).toContain('Құжатқа қол қойылды')
    expect(text).toContain('200, 200, 200')
    const [document] = JSON.parse(puts()[0]?.body ?? '').documentsToSign
    expect(readHolder(readCms(document.document.file.data).certificate).iin).toBe(MEMO.iin)
  })

  it('declines', async () => {
    const { path } = await scan()
    expect((await decide(path, 'decline')).text).toContain('Қол қоюдан бас тартылды')
    expect(JSON.parse(puts()[0]?.body ?? '')).toMatchObject({ status: 'CANCELED' })
  })

  it('sends once, however often the button is pressed', async () => {
    const { path } = await scan()
    await Promise.all([decide(path, 'sign'), decide(path, 'sign')])
    expect((await decide(path, 'decline')).text).toContain('Құжатқа қол қойылды')
    expect(puts()).toHaveLength(1)
  })

  it('repeats the words of a refusal', async () => {
    const { path } = await scan()
    service.reply('put', right => ({ ...right, status: 403, body: { message: 'Басқа адам қол қоюы керек.' } }))
    expect((await decide(path, 'sign')).text).toContain('Басқа адам қол қоюы керек.')
  })

  it('says what is wrong with a service, and of which part of the protocol', async () => {
    service.reply('api1', right => ({ ...right, body: { ...(right.body as object), expiry_date: '<b>' } }))
    const { text } = await scan()
    expect(text).toContain('Сұрауды ашу мүмкін емес')
    expect(text).toContain('API №1 expiry_date')
    expect(text).toContain('&quot;&lt;b&gt;&quot; is not like 2026-08-14T15:52:24.138+0500')
    expect(text).toContain('§2 API №1')
  })

  it('knows no other addresses', async () => {
    for (const path of ['/scans/x', '/scans/00000000-0000-4000-8000-000000000000', '/etc']) {
      expect((await page(path)).status).toBe(404)
    }
  })
})

describe('what comes with a request', () => {
  it('is a way back to the site only when the site opened the app by a link', async () => {
    service.reply('put', right => ({ ...right, body: { status: 'success', backUrl: `${service.origin}/kk/qr` } }))
    const byQr = await decide((await scan()).path, 'sign')
    const byLink = await decide((await scan({ text: service.link })).path, 'sign')
    expect(byQr.text).not.toContain('Сайтқа оралу')
    expect(byLink.text).toContain(`href="${service.origin}/kk/qr"`)
  })

  it('is a PDF that opens, and what is no PDF is not shown as a page', async () => {
    const pdf = Buffer.from('%PDF-1.7 mock')
    const file = { mime: 'application/pdf', data: pdf.toString('base64') }
    const documentsToSign = [{ ...loginDocument(1), document: { file } }, loginDocument(2)]
    service.reply('api2', right => ({ ...right, body: { signMethod: 'CMS_WITH_DATA', version: 1, documentsToSign } }))
    const { path, text } = await scan()
    expect(text).toContain(`href="${path}/documents/0"`)
    expect(await page(`${path}/documents/0`)).toMatchObject({ status: 200, text: pdf.toString() })
    expect((await page(`${path}/documents/1`)).headers.get('content-type')).toBe('application/octet-stream')
    expect((await page(`${path}/documents/2`)).status).toBe(404)
  })
})

describe('a picture', () => {
  it('of the code is as good as its text', async () => {
    const { text } = await scan({ text: '', picture: pictureOf(service.qr) })
    expect(text).toContain('Код 47')
  })

  it.each([
    ['large', { scale: 9, margin: 300 }],
    ['small, in a corner', { scale: 3, margin: 12 }],
  ])('is read when it is %s', async (_, how) => {
    const text = 'mobileSign:https://cabinet.example.kz/qr/v1/mgovSign/3f6c2c1e9a7b4d0d8b1a5e2f7c6d4b3a'
    expect(readQrPicture(new Uint8Array(await pictureOf(text, how).arrayBuffer()))).toBe(text)
  })

  it.each([
    ['without a code', new Blob([Buffer.from(PNG.sync.write(new PNG({ width: 50, height: 50 })))])],
    ['that is none', new Blob(['<svg/>'])],
    ['that is cut off', new Blob([Buffer.from(PNG.sync.write(new PNG({ width: 50, height: 50 }))).subarray(0, 40)])],
  ])('%s gets a sentence, and the form back', async (_, picture) => {
    const { status, text } = await scan({ text: '', picture, how: 'twice' })
    expect(status).toBe(422)
    expect(text).toContain('Суреттен QR код табылмады')
    expect(text).toContain('<option value="twice" selected>')
  })

  it('and no text either: the person is asked for one of them', async () => {
    expect((await scan({ text: ' ' })).text).toContain('Мәтінді қойыңыз немесе суретті таңдаңыз.')
  })
})
