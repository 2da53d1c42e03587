// Anybody has files checked: what is told of a good signature, an edited document, an unsure one; and what hostile files get.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { readPieces } from '../evidence/pieces.ts'
import { aVault } from '../evidence/test-vault.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { formOf, from, type Parts, type Uploads, uploadsTo } from './test-uploads.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let uploads: Uploads
let pdf: Buffer
let cms: Buffer // as the person downloads it
let extended: Buffer // with time stamp and the authority's answer inside

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  uploads = uploadsTo(service)
  const { browser, store, draft, pdf: statement } = await withDraft(service)
  const signed = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, statement) })
  pdf = statement
  cms = Buffer.from(sign(store, statement), 'base64')
  const registration = signed.json.registration.number
  const of = { iin: AIGERIM.iin, registration, names: ['extended'] as const }
  const pieces = await readPieces(service.database.sql, aVault(), of)
  if (pieces === 'erased' || !pieces[0]) throw new Error('no evidence')
  extended = Buffer.from(pieces[0].content)
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const post = (...sent: Parameters<Uploads['post']>) => uploads.post(...sent)
const page = (...sent: Parameters<Uploads['page']>) => uploads.page(...sent)
const report = (parts: Parts) => uploads.report(parts)

describe('a signature that is uploaded', () => {
  it('with the document is valid, in words of each language, and names who signed, when, and by whose certificate', async () => {
    for (const [language, ...words] of [
      ['kk', 'Қолтаңба жарамды', 'Сіз таңдаған құжатқа қол қойылған', 'кері қайтарып алынбаған'],
      ['ru', 'Подпись действительна', 'Подписан именно тот документ', 'не отозван'],
      ['en', 'The signature is valid', 'is the one that was signed', 'not revoked'],
    ] as const) {
      const { status, json } = await page({ cms, content: pdf }, language)
      expect(status).toBe(200)
      for (const said of [...words, 'ҮЛГІБАЕВА АЙГЕРІМ ҮЛГІБАЙҚЫЗЫ', AIGERIM.iin, '16.06.2026'].slice(
        0,
        language === 'en' ? -1 : undefined,
      ))
        expect(readable(json)).toContain(said)
    }
  })

  it('with the document edited is not valid, and says so first', async () => {
    const { json } = await page({ cms, content: Buffer.concat([pdf, Buffer.from(' ')]) })
    expect(readable(json)).toMatch(/Подпись недействительна.*Этим файлам нельзя доверять.*Подписан не тот документ/)
  })

  it('may come as PEM or base64, attached or not, and with proof inside needs no authority', async () => {
    const { signing } = await testAuthority()
    const detached = Buffer.from(sign(signing(AIGERIM), pdf, { detached: true }), 'base64')
    const pem = `-----BEGIN CMS-----\n${cms.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CMS-----\n`
    for (const parts of [
      { cms: cms.toString('base64') },
      { cms: pem },
      { cms: detached, content: pdf },
      { cms: extended, content: pdf },
    ])
      expect(await report(parts)).toMatchObject({ outcome: 'valid', reasons: [] })
    service.pki.control({ ocsp: 'down' })
    expect(await report({ cms: extended, content: pdf })).toMatchObject({
      outcome: 'valid',
      signers: [{ timestamp: { outcome: 'valid' }, revocation: { status: 'good', source: 'ocsp' } }],
    })
    const unsure = await page({ cms, content: pdf })
    expect(readable(unsure.json)).toMatch(/Нельзя сказать, действительна ли подпись.*неизвестно, отозван ли сертификат/)
    service.pki.control({ ocsp: 'good' })
    expect(await report({ cms: detached })).toMatchObject({ outcome: 'indeterminate', reasons: ['content-missing'] })
  })
})

describe('what is told', () => {
  it('of a revoked, an expired, a foreign certificate is told as that', async () => {
    const { signing, expired, foreign } = await testAuthority()
    const by = (store: ReturnType<typeof signing>) => ({ cms: Buffer.from(sign(store, pdf), 'base64') })
    service.pki.control({ ocsp: 'revoked' })
    expect(await report({ cms })).toMatchObject({ outcome: 'invalid', reasons: ['certificate-revoked'] })
    service.pki.control({ ocsp: 'good' })
    expect((await report(by(expired(AIGERIM)))).reasons).toContain('certificate-expired')
    expect((await report(by(foreign(AIGERIM)))).reasons).toContain('path-not-found')
  })

  it('leaves nothing: no copy, no line of it in the log, no trace in the record of acts', async () => {
    const [{ acts } = { acts: 0 }] = await service.database.owner`select count(*)::int as acts from audit_event`
    const { headers } = await page({ cms, content: pdf })
    expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store'])
    expect((await post('/api/v1/verifications', formOf({ cms }))).headers.get('cache-control')).toBe('no-store')
    const [after] = await service.database.owner`select count(*)::int as acts from audit_event`
    expect(after?.['acts']).toBe(acts)
    for (const secret of [AIGERIM.iin, AIGERIM.surname, '203.0.113.'])
      expect(JSON.stringify(service.log)).not.toContain(secret)
  })
})

const BOUNDARY = '----otinish7MA4YWxkTrZu0gW'
const part = (name: string, body: Uint8Array | string, file = ' filename="a"') =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}";${file}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ])
const END = Buffer.from(`--${BOUNDARY}--\r\n`)
const multipart = (body: Buffer, type = `multipart/form-data; boundary=${BOUNDARY}`) => ({ body, type })

describe('what is no signature', () => {
  it('is told as a report: whatever the bytes are', async () => {
    for (const [bytes, reason] of [
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 'der-invalid'],
      [randomBytes(1_000), 'der-invalid'],
      [pdf, 'der-invalid'],
      [Buffer.from('3080'.repeat(20_000), 'hex'), 'der-invalid'],
      [Buffer.concat([Buffer.from('30831fffff', 'hex'), Buffer.alloc(0x1f_0000 - 5)]), 'der-invalid'],
    ] as const) {
      const told = await report({ cms: bytes })
      expect(told.outcome).toBe('invalid')
      expect([reason, 'limit-exceeded', 'not-signed-data']).toContain(told.reasons[0])
    }
    const { status, json } = await page({ cms: Buffer.from('<script>alert(1)</script>') })
    expect([status, json.includes('<script>alert')]).toEqual([200, false])
    expect(readable(json)).toContain('Подпись недействительна')
  })
})

describe('an upload', () => {
  it('is refused in words when it is not what was asked for, and the page is there to try again', async () => {
    const many = Buffer.concat([...Array.from({ length: 50_000 }, () => part('cms', '')), END])
    for (const [what, { body, type }, status, code] of [
      ['nothing', multipart(END), 400, undefined],
      [
        'no file chosen',
        multipart(Buffer.concat([part('cms', '', ' filename=""'), END])),
        422,
        'signature-file-missing',
      ],
      ['an empty file', multipart(Buffer.concat([part('cms', ''), END])), 422, 'signature-file-missing'],
      ['a document alone', multipart(Buffer.concat([part('content', pdf), END])), 422, 'signature-file-missing'],
      [
        'other names',
        multipart(Buffer.concat([part('cms', cms), part('__proto__', 'x'), END])),
        422,
        'files-not-as-asked',
      ],
      [
        'two of one name',
        multipart(Buffer.concat([part('cms', cms), part('cms', cms), END])),
        422,
        'files-not-as-asked',
      ],
      ['50,000 parts', multipart(many.subarray(0, 2_000_000)), 422, 'files-not-as-asked'],
      [
        '2 MB and more',
        multipart(Buffer.concat([part('cms', Buffer.alloc(2 * 1024 * 1024 + 1, 48)), END])),
        413,
        'files-too-large',
      ],
      ['20 MB', multipart(Buffer.alloc(20 * 1024 * 1024)), 413, 'files-too-large'],
      ['no end', multipart(part('cms', cms)), 400, 'bad-request'],
      ['no boundary', multipart(Buffer.concat([part('cms', cms), END]), 'multipart/form-data'), 400, 'bad-request'],
      ['a boundary of nothing', multipart(END, 'multipart/form-data; boundary=""'), 400, 'bad-request'],
      ['JSON', multipart(Buffer.from('{"cms":"AA=="}'), 'application/json'), 400, 'bad-request'],
      ['an ordinary form', multipart(Buffer.from('cms=AA'), 'application/x-www-form-urlencoded'), 400, 'bad-request'],
    ] as const) {
      const headers = { 'Content-Type': type }
      const told = await post('/api/v1/verifications', new Uint8Array(body), headers)
      const shown = await post('/kk/verify/files', new Uint8Array(body), headers)
      const statuses = [what, told.status, shown.status]
      expect(statuses).toEqual([what, ...(code ? [status, status] : statuses.slice(1))])
      if (code) expect([what, told.json.code]).toEqual([what, code])
      expect(readable(shown.json), what).toContain('Файлдар тексерілген жоқ')
    }
  })
})

describe('an upload that wants to be dear', () => {
  it('is taken apart at the boundary by which its parts were counted, or not at all', async () => {
    const apart = vi.spyOn(Response.prototype, 'formData')
    onTestFinished(() => apart.mockRestore())
    const thousand = Buffer.concat([...Array.from({ length: 1_000 }, () => part('cms', '')), END])
    const few = Buffer.concat([part('cms', cms), END])
    const seen: unknown[] = []
    for (const [body, parameters] of [
      [thousand, `xboundary=AAAA; boundary=${BOUNDARY}`],
      [thousand, `x="; boundary=AAAA"; boundary=${BOUNDARY}`],
      [thousand, `boundary=AAAA; boundary=${BOUNDARY}`],
      [thousand, `boundary="${BOUNDARY.replace('otinish', 'otin\\ish')}"`],
      [few, `charset=utf-8; Boundary="${BOUNDARY}"`],
    ] as const) {
      const headers = { 'Content-Type': `multipart/form-data; ${parameters}` }
      const { status, json } = await post('/api/v1/verifications', new Uint8Array(body), headers)
      const forms = await Promise.allSettled(apart.mock.results.map(({ value }) => value as Promise<FormData>))
      const parts = forms.map(form => (form.status === 'fulfilled' ? [...form.value.keys()].length : 0))
      seen.push([status, json.code ?? json.outcome, Math.max(0, ...parts)])
      apart.mockClear()
    }
    expect(seen).toEqual([
      [422, 'files-not-as-asked', 0],
      [400, 'bad-request', 0],
      [422, 'files-not-as-asked', 0],
      [400, 'bad-request', 0],
      [200, 'valid', 1],
    ])
  })

  it('is counted: twenty from one address, and then there is a wait, told to programs too', async () => {
    const headers = from()
    const answers = await Promise.all(
      Array.from({ length: 23 }, () =>
        service.app.request('/api/v1/verifications', { method: 'POST', headers, body: formOf({ cms: 'x' }) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3)
    const form = formOf({ cms: 'x' })
    const held = await service.app.request('/ru/verify/files', { method: 'POST', headers, body: form })
    expect([held.status, held.headers.get('retry-after') !== null]).toEqual([429, true])
  })
})

it('a name in a certificate neither hides nor turns what stands around it', async () => {
  const { signing } = await testAuthority()
  const store = signing({ ...AIGERIM, surname: 'ҮЛ\u202eГІ\u0007БАЕВА', name: '\u200bАЙГЕРІМ' })
  const told = await report({ cms: Buffer.from(sign(store, pdf, { at: TODAY }), 'base64') })
  expect(JSON.stringify(told)).not.toMatch(/[\u202e\u200b]|\\u0007/)
  expect(told.signers[0].person.commonName).toContain('ҮЛ ГІ БАЕВА')
})

it('the forms are taken from browsers that do not say where they come from', async () => {
  const headers = { Origin: 'null' }
  expect((await post('/ru/verify/files', formOf({ cms }), headers)).status).toBe(200)
  expect((await post('/api/v1/verifications', formOf({ cms }), { Origin: 'https://elsewhere.example' })).status).toBe(
    200,
  )
})
