// The address in a letter: it leads its person to the page, by each way in; nobody else learns from it whether it leads anywhere.
import { describe, expect, it } from 'vitest'
import { addAccount } from '../accounts/add-account.ts'
import { begunByPage, phoneFor, signedWith } from '../qr-signing/test-phone.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign, testAuthority } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { readable } from '../web/test-frame.ts'
import { makeCode, parseCode, shortLink } from './short-link.ts'

const LOST = '/kk/messages?link=unknown'
const PAGE = '/kk/applications/a-1?from=messages'

const HOSTILE = [
  ['0123456789ab', 'too short'],
  ['0123456789abcd', 'too long'],
  ['0123456789abu', 'a letter that no code has'],
  ['٠١٢٣٤٥٦٧٨٩١٢٣', 'digits of another alphabet'],
  ["0123456789'--", 'SQL'],
  ['%00123456789a', 'a zero octet'],
  ['0123456789%0d%0aX', 'a line break for a header'],
  ['..%2F..%2Fadmin', 'a way up'],
  ['%2F%2Fevil.example', 'another site'],
  ['https:%2F%2Fevil', 'another site'],
  ['%3Cscript%3E12345', 'a script'],
  ['%E0%A4%A', 'no UTF-8'],
  ['a'.repeat(5_000), '5,000 letters'],
] as const

/** An application of Aigerim's that arrived, and the code that leads to it. */
async function told(): Promise<{ service: TestService; code: string }> {
  const service = await testService()
  await service.core('PUT', '/applications/a-1', bankDetails())
  const [row] = await service.database.owner`select code from message`
  return { service, code: row?.['code'] }
}

const to = async (browser: Browser, path: string) => {
  const { status, headers } = await browser.get(path)
  expect(status).toBe(303)
  return headers.get('Location')
}

describe('a code', () => {
  it('is of 65 bits, without letters that are read as others, and is understood as somebody types it', () => {
    for (let i = 0; i < 200; i++) expect(parseCode(makeCode())).toMatch(/^[0-9a-hjkmnp-tv-z]{13}$/)
    expect(parseCode('7K3F9Q2MOXW8I')).toBe('7k3f9q2m0xw81')
    expect(shortLink('https://otinish.example.kz/', 'ru', '7k3f9q2m0xw8z')).toBe(
      'https://otinish.example.kz/ru/m/7k3f9q2m0xw8z',
    )
  })
})

describe('a link', () => {
  it('leads its person to the application, and the language of the letter is the language of the page', async () => {
    const { service, code } = await told()
    const { browser } = await signedIn(service)
    for (const language of LANGUAGES)
      expect(await to(browser, `/${language}/m/${code.toUpperCase()}`)).toBe(PAGE.replace('kk', language))
    const page = readable((await browser.get(PAGE)).json)
    expect(page).toContain('1114647-ИБР')
    expect((await service.database.owner`select 1 from message where read_at is not null`).length).toBe(0)
  })

  it('to whoever has another session, an old one and one that never was are the same: the inbox with a note', async () => {
    const { service, code } = await told()
    const { browser: serik } = await signedIn(service, SERIK)
    expect([await to(serik, `/kk/m/${code}`), await to(serik, '/kk/m/0123456789abc')]).toEqual([LOST, LOST])
    const note = (await serik.get(LOST)).json
    expect(readable(note)).toContain('Ашқан сілтемеңіз сіздің хабарламаларыңыздың ешқайсысына апармайды')
    expect(note).toContain('role="status"')
    expect(note).not.toContain('1114647')
    expect(note).toContain('href="/ru/messages"')

    service.clock.at = new Date(service.clock.at.getTime() + 90 * 86_400_000)
    const { browser } = await signedIn(service)
    expect(await to(browser, `/kk/m/${code}`)).toBe(LOST)
  })

  it('asks whoever is not signed in to sign in, whatever it is, and leaves no code in the log', async () => {
    const { service, code } = await told()
    for (const any of [code, '0123456789abc', 'x'])
      expect(await to(service.browser(), `/kk/m/${any}`)).toBe(`/kk/sign-in?next=%2Fkk%2Fm%2F${any}`)
    await service.browser().get(`/kk/sign-in?next=%2Fkk%2Fm%2F${code}`)
    const { browser } = await signedIn(service)
    await browser.get(`/kk/m/${code}`)
    const log = JSON.stringify(service.log)
    expect(log).toContain('/m/:code')
    expect(log).not.toContain(code)
  })

  it('that is no code of ours leads to the inbox, or first to signing in, and nowhere else', async () => {
    const { service } = await told()
    const { browser } = await signedIn(service)
    for (const [hostile, because] of HOSTILE) {
      const { status, headers } = await browser.get(`/kk/m/${hostile}`)
      expect([status, headers.get('Location')], because).toEqual([303, LOST])
      const outside = await to(service.browser(), `/kk/m/${hostile}`)
      expect(outside, because).toMatch(/^\/kk\/sign-in\?next=%2Fkk%2Fm%2F[\w%.+-]+$/)
    }
  })
})

describe('signing in on the way', () => {
  it('by EDS, by password and with eGov Mobile goes on to where the link leads', async () => {
    const { service, code } = await told()
    const store = (await testAuthority()).signing(AIGERIM)
    const password = 'Жеті қазына 2026!'
    await addAccount(service.database.sql, {
      ...{ mode: 'test', iin: AIGERIM.iin, mail: 'a@example.kz', phone: '+77010000001', language: 'kk' },
      ...{ password, now: service.clock.at },
    })
    const link = `/kk/m/${code}`
    const next = `next=${encodeURIComponent(link)}`
    const ways: readonly ((browser: Browser) => Promise<string | null>)[] = [
      async browser => {
        const { json: challenge } = await browser.post('/api/v1/sign-in/challenges')
        const cms = sign(store, Buffer.from(challenge.bytes, 'base64'))
        return (await browser.form(`/kk/sign-in?${next}`, { challenge: challenge.id, cms })).headers.get('Location')
      },
      async browser =>
        (await browser.form(`/kk/sign-in/password?${next}`, { iin: AIGERIM.iin, password })).headers.get('Location'),
      async browser => {
        const id = await begunByPage(browser, { purpose: 'sign-in', next: link })
        const phone = phoneFor(service)
        const scanned = await phone.scan(id)
        await phone.put(id, scanned.token, signedWith(store, scanned))
        return (await browser.form(`/kk/qr/${id}/completion`)).headers.get('Location')
      },
    ]
    for (const way of ways) {
      const browser = service.browser()
      expect((await browser.get(link)).headers.get('Location')).toBe(`/kk/sign-in?${next}`)
      const signInPage = (await browser.get(`/kk/sign-in?${next}`)).json
      expect(signInPage).toContain(`action="/kk/sign-in?${next}"`)
      expect(signInPage).toContain(`action="/kk/sign-in/password?${next}"`)
      expect(signInPage).toContain(`name="next" value="${link}"`)
      expect(await way(browser)).toBe(link)
      expect(await to(browser, link)).toBe(PAGE)
    }
  })
})
