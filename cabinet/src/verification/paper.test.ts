// Anybody checks a paper by its code: what they see, what they never learn, and what is said to every wrong code alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApplication } from '../applications/read-application.ts'
import { aPerson } from '../applications/test-applications.ts'
import { receiptFacts, recordedFacts } from '../documents/facts-of.ts'
import { codesOf, hashOfCode } from '../documents/paper-code.ts'
import { keepOnce } from '../documents/paper-store.ts'
import { aVault } from '../evidence/test-vault.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let owner: Browser
let code: string // as printed

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  await service.core('PUT', '/applications/a-1', bankDetails())
  owner = (await signedIn(service)).browser
  const { headers } = await owner.form('/ru/applications/a-1/certificate')
  const page = await owner.get(headers.get('location') ?? '')
  code = /paper-code">([0-9A-Z-]{24})</.exec(page.json)?.[1] ?? ''
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

let somebody = 0
/** Everybody from an address of their own, so that no test holds back another. */
const from = () => ({ 'X-Forwarded-For': `192.0.2.${++somebody}` })
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const visit = (typed: string, language = 'ru') =>
  service.browser().get(`/${language}/verify/${encodeURIComponent(typed)}`, from())
const type = (typed: string, language = 'ru', headers = from()) =>
  service
    .browser()
    .post(`/${language}/verify`, new URLSearchParams({ code: typed }).toString(), { ...FORM, ...headers })

describe('a certificate that is checked', () => {
  it('shows initials, the application, the status then, and that it still stands; and nothing more of the person', async () => {
    for (const { status, json } of [
      await visit(code),
      await type(code),
      await type(` ${code.toLowerCase().replaceAll('-', ' ')}`),
    ]) {
      expect(status).toBe(200)
      const words = readable(json)
      for (const said of ['Ү. А. Ү.', '1114647-ИБР', 'Принято в обработку', '1-МА', 'Статус с тех пор не изменился'])
        expect(words).toContain(said)
      for (const kept of [AIGERIM.iin, '0107', 'ҮЛГІБАЕВА', 'АЙГЕРІМ', 'Үлгібаева']) expect(json).not.toContain(kept)
    }
  })

  it('says in every language that the status has changed since, and not what it is now', async () => {
    await service.core('PUT', '/applications/a-1', bankDetails({ status: null }))
    for (const [language, changed, now] of [
      ['kk', 'Мәртебе содан бері өзгерген', 'мәртебесі нақтылануда'],
      ['ru', 'Статус с тех пор изменился', 'уточняется'],
      ['en', 'The status has changed since', 'being clarified'],
    ] as const) {
      const words = readable((await visit(code, language)).json)
      expect(words).toContain(changed)
      expect(words).not.toContain(now)
    }
    await service.core('PUT', '/applications/a-1', bankDetails())
  })

  it('is told to the person, and not when they look at it themselves', async () => {
    const looks = async () =>
      (await owner.get('/ru/profile/history')).json.match(/проверил по коду документ/g)?.length ?? 0
    const before = await looks()
    await visit(code)
    expect(await looks()).toBe(before + 1)
    await owner.get(`/ru/verify/${code}`)
    expect(await looks()).toBe(before + 1)
  })

  it('leaves the code in no log, in no link to elsewhere and in no copy of the page', async () => {
    const { headers, json } = await visit(code)
    expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store'])
    expect(json).toContain('<meta name="robots" content="noindex"')
    const log = JSON.stringify(service.log)
    expect(log).toContain('/:language{kk|ru|en}/verify/:code')
    for (const secret of [code, code.replaceAll('-', ''), '192.0.2.', AIGERIM.iin]) expect(log).not.toContain(secret)
    for (const [href] of json.matchAll(/href="[^"]*"/g))
      if (href.includes(code)) expect(href).toMatch(/^href="\/(kk|ru|en)\/verify\//)
  })
})

describe('a receipt and a record of an application that are checked', () => {
  const SAID = [
    ['kk', 'мәлімет содан бері өзгермеген', 'Өтініштің әлі күшінде екені не емес екені мұнда айтылмайды'],
    ['ru', 'с тех пор не изменились', 'Здесь не сказано, действует ли ещё само заявление'],
    ['en', 'has not changed since', 'Whether the application itself still stands is not said here'],
  ] as const
  const text = { kk: 'а', ru: 'б', en: 'c' }
  const refused = { is: 'refused' as const, on: '2026-06-16', refusal: { code: 'x', text } }
  const filed = { open: {}, refused: { status: refused } }

  it('bear no tick, whether it is open or refused; beside the result is said whom to ask, and no present status', async () => {
    for (const [id, over] of Object.entries(filed)) {
      const told = await service.core('PUT', `/applications/${id}`, bankDetails({ number: id, ...over }))
      expect(told.status).toBe(201)
      const { sql } = service.database
      const row = await readApplication(sql, AIGERIM.iin, id)
      if (!row) throw new Error('it was not taken')
      for (const factsOf of [receiptFacts, recordedFacts]) {
        const facts = factsOf(row.application, aPerson())
        const known = codesOf({ application: row.application.id, facts }, keyedHash(['11'.repeat(32)]))[0]
        const place = { iin: AIGERIM.iin, application: row.application.id }
        await keepOnce(sql, aVault())({ code: hashOfCode(known), ...place, facts, at: TODAY })
        for (const [language, same, ask] of SAID) {
          const { status: found, json } = await visit(known, language)
          expect(found).toBe(200)
          const beforeFacts = /<h1>.*?<dl/s.exec(json)?.[0] ?? ''
          expect(readable(beforeFacts)).toContain(same)
          expect(readable(beforeFacts)).toContain(ask)
          expect(beforeFacts).not.toMatch(/executed|<svg/)
          for (const kept of ['Бас тартылды', 'Отказано', 'Refused']) expect(json).not.toContain(kept)
        }
      }
    }
    expect(/<h1>.*?<dl/s.exec((await visit(code)).json)?.[0]).toMatch(/status executed/) // of a certificate
  })
})

describe('a code that opens nothing', () => {
  it('is answered alike whether mistyped, unknown, run out, or no code at all', async () => {
    const last = code.at(-1) === '0' ? '1' : '0'
    const wrong = [
      `${code.slice(0, -1)}${last}`,
      '0000-0000-0000-0000-0000',
      code.slice(1),
      `${code}0`,
      'Z'.repeat(20),
      "' or true --",
      '<script>alert(1)</script>',
      '%00',
      '../../../etc/passwd',
      '\u202e'.repeat(20),
      'Ж'.repeat(300),
      '__proto__',
      '1-МА',
    ]
    const answers = [
      ...(await Promise.all(wrong.map(typed => visit(typed)))),
      ...(await Promise.all(wrong.map(typed => type(typed)))),
    ]
    service.clock.at = new Date('2026-09-14T18:59:59Z')
    expect((await visit(code)).status).toBe(200)
    service.clock.at = new Date('2026-09-14T19:00:00Z')
    answers.push(await visit(code), await type(code))
    service.clock.at = TODAY
    const shown = answers.map(({ status, json }) => [status, readable(json.replace(/ value="[^"]*"/, ''))].join(' '))
    expect(new Set(shown).size).toBe(1)
    expect(shown[0]).toMatch(/^404 .*Такого документа нет.*Сверьте код знак за знаком/)
    for (const { json, headers } of answers) {
      expect(json).not.toMatch(/<script>alert/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('that was forgotten to type is asked for, and nothing is looked up', async () => {
    for (const typed of ['', '   ']) {
      const { status, json } = await type(typed)
      expect([status, readable(json)]).toEqual([422, expect.stringContaining('Наберите код с документа.')])
    }
  })

  it('is typed sixty times from one address, and then there is a wait, for right codes too; others are not held back', async () => {
    const headers = from()
    const answers = await Promise.all(Array.from({ length: 70 }, () => type('0'.repeat(20), 'ru', headers)))
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(60)
    const held = await type(code, 'ru', headers)
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '2'])
    expect(held.json).toContain(`value="${code}"`)
    expect((await type(code)).status).toBe(200)
  })
})

describe('the page for checking', () => {
  it('is public, is for search engines, and works in three languages without a script or a cookie', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      const { status, json } = await service.browser().get(`/${language}/verify`)
      expect([status, /<meta name="description" content="[^"]{20,}"/.test(json), /noindex/.test(json)]).toEqual([
        200,
        true,
        false,
      ])
      for (const way of ['', '/withdrawal', '/files'])
        expect(json).toContain(`<form class="step" method="post" action="/${language}/verify${way}"`)
    }
  })

  it('takes the form of an older browser that says nothing of where it comes from', async () => {
    const headers = { ...FORM, Origin: 'null', ...from() }
    const body = new URLSearchParams({ code }).toString()
    expect((await service.app.request('/ru/verify', { method: 'POST', headers, body })).status).toBe(200)
    expect(
      (
        await service.app.request('/ru/verify', {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'multipart/form-data' },
          body,
        })
      ).status,
    ).toBe(400)
  })
})
