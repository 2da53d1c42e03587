// Anybody checks a withdrawal by its number and its code: what they see, what they never learn, and what every wrong pair is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grouped } from '../documents/readable-code.ts'
import { completeEvidence } from '../evidence/complete-evidence.ts'
import { aVault } from '../evidence/test-vault.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { AIGERIM, sign } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { registrationCodes, verificationPath } from '../withdrawal/registration-code.ts'
import { keepCodes } from './number-store.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let owner: Browser
let number: string
let code: string

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  const { browser, store, draft, pdf } = await withDraft(service)
  const signed = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
  owner = browser
  number = signed.json.registration.number
  code = codeUnder('00')
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

/** By a key of one octet, again and again; that of the service under test is 00. */
function codeUnder(octet: string): string {
  const receivedAt = service.clock.at
  return grouped(registrationCodes({ number, receivedAt }, keyedHash([octet.repeat(32)]))[0])
}

let somebody = 0
/** Everybody from an address of their own, so that no test holds back another. */
const from = () => ({ 'X-Forwarded-For': `198.51.100.${++somebody}` })
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const visit = (path: string) => service.browser().get(path, from())
const type = (typedNumber: string, typedCode: string, { language = 'ru', headers = from() } = {}) =>
  service
    .browser()
    .post(
      `/${language}/verify/withdrawal`,
      new URLSearchParams({ number: typedNumber, 'withdrawal-code': typedCode }).toString(),
      { ...FORM, ...headers },
    )

describe('a withdrawal that is checked by its number and code', () => {
  it('shows that it was withdrawn, when, how and by whose certificate; and of the person the initials', async () => {
    for (const { status, json } of [
      await visit(verificationPath('ru', { number, code })),
      await type(number, code),
      await type(` ${number.replace(/\D/g, '')} `, code.toLowerCase().replaceAll('-', ' ')),
    ]) {
      expect(status).toBe(200)
      const words = readable(json)
      for (const said of [number, 'Ү. А. Ү.', '…4647-ИБР', '16.06.2026 12:00:00', 'ЭЦП', 'Это заявление отозвано'])
        expect(words).toContain(said)
      for (const kept of [AIGERIM.iin, '0107', 'ҮЛГІБАЕВА', 'АЙГЕРІМ', '1114647', 'a-1'])
        expect(json).not.toContain(kept)
    }
  })

  it('is told to the person, and not when they look at it themselves', async () => {
    const looks = async () =>
      (await owner.get('/ru/profile/history')).json.match(/проверил отзыв заявления/g)?.length ?? 0
    const before = await looks()
    await visit(verificationPath('ru', { number, code }))
    expect(await looks()).toBe(before + 1)
    await owner.get(verificationPath('ru', { number, code }))
    expect(await looks()).toBe(before + 1)
  })

  it('leaves the code in no log, in no link to elsewhere, in no copy and in no search', async () => {
    const { headers, json } = await visit(verificationPath('ru', { number, code }))
    expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'no-store'])
    expect(json).toContain('<meta name="robots" content="noindex"')
    for (const secret of [code, code.replaceAll('-', ''), '198.51.100.'])
      expect(JSON.stringify(service.log)).not.toContain(secret)
    for (const [href] of json.matchAll(/href="[^"]*"/g))
      if (href.includes(code)) expect(href).toMatch(/^href="\/(kk|ru|en)\/verify\//)
  })

  it('shows whoever is signed in no form of the session: where the address holds a code, old browsers could not send it', async () => {
    for (const path of ['/ru/verify', verificationPath('ru', { number, code }), `/ru/verify/${code}`]) {
      const { json } = await owner.get(path)
      expect(json).toContain('href="/ru/profile"')
      expect(json).not.toMatch(/action="[^"]*(sign-out|session)/)
    }
    expect((await owner.get('/ru/profile')).json).toContain('action="/ru/sign-out"')
  })
})

describe('a number and a code that open nothing', () => {
  it('are answered alike, whichever of the two is wrong', async () => {
    const last = code.at(-1) === '0' ? '1' : '0'
    const wrong = [
      [number, `${code.slice(0, -1)}${last}`],
      [number, '0000-0000-0000-0000-0000'],
      [number, "' or true --"],
      ['999999', code],
      ['9999999999999999999999', code],
      ['1042-ИБР', code],
      ["1' or '1'='1", code],
      ['<script>alert(1)</script>', '\u202e'.repeat(20)],
      ['\0', '\0'],
      ['__proto__', 'constructor'],
      ['Ж'.repeat(300), 'Ж'.repeat(300)],
    ] as const
    const typed = await Promise.all(wrong.map(([typedNumber, typedCode]) => type(typedNumber, typedCode)))
    const visited = await Promise.all(wrong.map(pair => visit(`/ru/verify/${pair.map(encodeURIComponent).join('/')}`)))
    const shown = [...typed, ...visited].map(({ status, json }) =>
      [status, readable(json.replace(/ value="[^"]*"/g, ''))].join(' '),
    )
    expect(new Set(shown).size).toBe(1)
    expect(shown[0]).toMatch(/^404 .*Таких номера и кода нет/)
    for (const { json, headers } of [...typed, ...visited]) {
      expect(json).not.toMatch(/<script>alert/)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('that one forgot to type are asked for, and nothing is looked up', async () => {
    expect(readable((await type(' ', code)).json)).toContain('Наберите регистрационный номер с расписки.')
    const { status, json } = await type(number, '')
    expect([status, readable(json)]).toEqual([422, expect.stringContaining('Наберите код с расписки.')])
    expect(json).toContain(`value="${number}"`)
  })

  it('are typed sixty times from one address, and then there is a wait, for right ones too; others are not held back', async () => {
    const headers = from()
    const answers = await Promise.all(Array.from({ length: 70 }, () => type(number, '0'.repeat(20), { headers })))
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(60)
    const held = await type(number, code, { headers })
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '2'])
    expect((await type(number, code)).status).toBe(200)
  })
})

/** As it was before: without a code beside its number, and without its papers. */
async function asRegistered() {
  const { owner: database } = service.database
  await database`delete from registration_directory`
  await database`
    insert into registration_directory (registration, ordinal, iin, received_at)
      select registration, 1, iin, received_at from withdrawal`
  const later = ['registration', 'receipt', 'seal']
  await database`delete from withdrawal_evidence where piece = any(${later}) or piece = 'report' and position = 1`
  await database`
    insert into evidence_due select iin, registration, registered_at from withdrawal on conflict do nothing`
}

const keepUnder = (octet: string) =>
  keepCodes(service.database.sql, of => registrationCodes(of, keyedHash([octet.repeat(32)])))()

/** By an instance that has these keys; answers the codes that it printed. */
async function completeUnder(...octets: string[]) {
  const printed = new Set<string>()
  const print = async (_: unknown, given: string) => {
    printed.add(grouped(given))
    return Buffer.from('%PDF')
  }
  const complete = completeEvidence({
    ...{ sql: service.database.sql, vault: aVault(), now: () => service.clock.at },
    ...{ seal: async () => Buffer.from('seal'), renderReceipt: print, renderReport: print },
    hash: keyedHash(octets.map(octet => octet.repeat(32))),
  })
  await complete({ iin: AIGERIM.iin, registration: number })
  return [...printed]
}

describe('the code on the receipt', () => {
  it('is the one that is kept, whichever of the keys it was made with, and stays good when they are forgotten', async () => {
    await asRegistered()
    expect(await keepUnder('11')).toBe(1)
    expect(await completeUnder('22', '11'), 'kept by the older key').toEqual([codeUnder('11')])
    expect((await type(number, codeUnder('11'))).status).toBe(200)
    await asRegistered()
    expect(await completeUnder('22', '11'), 'none was kept').toEqual([codeUnder('22')])
    expect(await keepUnder('11')).toBe(0)
    expect((await type(number, codeUnder('22'))).status).toBe(200)
  })

  it('is none that nobody could check: where the kept one is of an unknown key, the receipt waits', async () => {
    await asRegistered()
    await keepUnder('11')
    await expect(completeUnder('33')).rejects.toThrow('under a SESSION_KEY that is not set here')
    expect(await service.database.owner`select from evidence_due`).toHaveLength(1)
    expect(await completeUnder('33', '11')).toEqual([codeUnder('11')])
    await asRegistered()
  })
})

describe('the code that was given first', () => {
  it('stays good when its key is forgotten, and is never replaced by another', async () => {
    const { sql } = service.database
    expect(await keepUnder('22')).toBe(1)
    expect(await keepUnder('00')).toBe(0)
    expect((await type(number, codeUnder('22'))).status).toBe(200)
    expect((await type(number, code)).status).toBe(200)
    expect((await type(number, codeUnder('33'))).status).toBe(404)
    await expect(sql`update registration_directory set code = sha256('x')`).rejects.toThrow('was given already')
  })
})
