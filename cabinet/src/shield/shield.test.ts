// «Бұл мен емес», on the whole service: an alert that leads there, what pressing does, once, and how it is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../accounts/add-account.ts'
import type { StoredChoices } from '../notifications/choices.ts'
import { EVENTS } from '../notifications/event.ts'
import { MAIL, PHONE } from '../notifications/test-post.ts'
import { begun, signWithPhone } from '../qr-signing/test-phone.ts'
import { withCodes } from '../registration/test-registering.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign } from '../test-authority.ts'
import { signedIn, signIn } from '../test-journeys.ts'
import { type Browser, type TestOptions, type TestService, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { PROBLEMS } from '../web/problems.ts'
import { readable } from '../web/test-frame.ts'

const PASSWORD = 'Жеті қазына 2026!'
const NEW_PASSWORD = 'Тоғыз жолдың торабы 9'
const NEW_MAIL = 'thief@example.kz'
const later = (service: TestService, minutes: number) => {
  service.clock.at = new Date(service.clock.at.getTime() + minutes * 60_000)
}

/** Switched off for everything, and were it possible for alarms too: what must reach a person would still go by SMS alone. */
const NO_MAIL: StoredChoices = Object.fromEntries([...EVENTS, 'alarm'].map(event => [event, ['sms']]))

/** A person with mail and phone, a statement that is drawn up, and the code of the alert about it. */
async function alerted(connections = 4, until?: TestOptions['until'], choices: StoredChoices = {}) {
  const service = await testService({ connections, ...(until ? { until } : {}) })
  const contacts = { mail: MAIL, phone: PHONE, language: 'kk' } as const
  await addAccount(service.database.sql, {
    mode: 'test',
    iin: AIGERIM.iin,
    ...contacts,
    password: PASSWORD,
    now: service.clock.at,
  })
  await service.database.sql`update account set choices = ${service.database.sql.json(choices)}`
  await service.core('PUT', '/applications/a-1', bankDetails())
  const { browser, store } = await signedIn(service)
  const { json: draft } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
  const pdf = Buffer.from(draft.document.bytes, 'base64')
  const code = await codeOf(service, browser, 'withdrawal-drafted')
  return { service, browser, store, draft, pdf, code }
}

/** By the way from the message in the cabinet. */
async function codeOf({ database }: TestService, browser: Browser, kind: string): Promise<string> {
  const [row] = await database.owner`select id from message where kind = ${kind} order by at desc limit 1`
  const { headers } = await browser.get(`/kk/messages/${row?.['id']}/not-me`)
  return headers.get('Location')?.replace('/kk/n/', '') ?? ''
}

/** As somebody who is signed in nowhere. */
const press = (service: TestService, code: string, headers: Record<string, string> = {}) =>
  service.browser().post('/kk/n', new URLSearchParams({ code }).toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...headers,
  })

const signature = (service: TestService, draft: string, cms: string) =>
  service.browser().post(`/api/v1/withdrawal-drafts/${draft}/signature`, { cms })

const alarms = ({ database }: TestService) => database.owner`select iin from alarm`

describe('an alert', () => {
  const cleanups: (() => Promise<unknown>)[] = []
  let shared: Awaited<ReturnType<typeof alerted>>
  beforeAll(async () => {
    shared = await alerted(4, clean => cleanups.push(clean), NO_MAIL)
  })
  afterAll(() => Promise.all(cleanups.map(clean => clean())))

  it('of changed bank details and of a drawn-up withdrawal goes by mail, by SMS and into the cabinet, whatever was chosen', async () => {
    const { service, draft } = shared
    expect(draft.state).toBe('open')
    const rows = await service.database.owner`
      select m.kind, string_agg(d.channel, ' ' order by d.channel) as channels
        from message m join delivery d on d.message = m.id where m.kind in ('bank-details-filed', 'withdrawal-drafted')
       group by m.kind order by m.kind`
    expect(rows).toEqual([
      { kind: 'bank-details-filed', channels: 'mail sms' },
      { kind: 'withdrawal-drafted', channels: 'mail sms' },
    ])
  })

  it('that is opened, by a person or by a program that follows links, says what it is about and what pressing does, and changes nothing', async () => {
    const { service, browser, code } = shared
    for (const language of LANGUAGES)
      for (let i = 0; i < 3; i++) {
        const answer = await service.browser().get(`/${language}/n/${code}`)
        expect([answer.status, answer.headers.get('Referrer-Policy')]).toEqual([200, 'no-referrer'])
        expect(answer.headers.get('Cache-Control')).toBe('no-store')
        expect(answer.json).toContain('noindex')
        expect(readable(answer.json)).toContain('1114647-ИБР')
        expect(answer.json).not.toMatch(/ҮЛГІБАЕВА|АЙГЕРІМ|\d{12}|@example|7701/)
      }
    expect((await service.browser().send('HEAD', `/kk/n/${code}`)).status).toBe(200)
    expect(await alarms(service)).toEqual([])
    expect((await browser.get('/api/v1/me')).status).toBe(200)
    expect(JSON.stringify(service.log)).not.toContain(code)
  })

  it('leads from the message of its own person alone', async () => {
    const { service } = shared
    const [row] = await service.database.owner`select id from message where kind = 'withdrawal-drafted'`
    const serik = await signedIn(service, SERIK)
    for (const id of [row?.['id'], 'x', '00000000-0000-4000-8000-000000000000'])
      expect((await serik.browser.get(`/kk/messages/${id}/not-me`)).status).toBe(404)
    expect((await service.browser().get(`/kk/messages/${row?.['id']}/not-me`)).status).toBe(303)
  })

  it('is looked at and answered sixty times from one address, and then there is a wait', async () => {
    const { service, code } = shared
    const here = { 'X-Forwarded-For': '192.0.2.7' }
    for (let i = 0; i < 60; i++) await service.browser().get('/kk/n/00000000000000000000', here)
    const [looked, pressed] = [await service.browser().get(`/kk/n/${code}`, here), await press(service, code, here)]
    expect([looked.status, pressed.status]).toEqual([429, 429])
    expect(await alarms(service)).toEqual([])
    expect((await service.browser().get(`/kk/n/${code}`, { 'X-Forwarded-For': '192.0.2.8' })).status).toBe(200)
  })

  it('that is not answerable is one and the same: unknown, mistyped, used, eight days old', async () => {
    const { service, browser, code } = shared
    const older = await codeOf(service, browser, 'bank-details-filed')
    const answers: string[] = []
    const ask = async (typed: string) => {
      for (const answer of [
        await service.browser().get(`/kk/n/${encodeURIComponent(typed)}`),
        await press(service, typed),
      ])
        answers.push(`${answer.status} ${readable(answer.json)}`)
    }
    for (const typed of ['0'.repeat(20), code.slice(1), `${code}0`, "' or true --", '%00', 'Ж'.repeat(300)])
      await ask(typed)
    expect((await press(service, code)).status).toBe(200)
    await ask(code)
    later(service, 7 * 24 * 60)
    await ask(older)
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^404 /)
    expect(answers[0]).toContain(PROBLEMS['alert-unknown'].text.kk)
  })
})

describe('«бұл мен емес»', () => {
  it('ends every session, stops what was drawn up, tells the fund and the person, and says how it is taken back', async () => {
    const { service, browser, store, draft, pdf, code } = await alerted()
    const other = await signedIn(service)
    const answer = await press(service, code)
    expect([answer.status, readable(answer.json)]).toEqual([
      200,
      expect.stringContaining('Кабинетіңіз қорғауға алынды'),
    ])
    for (const one of [browser, other.browser]) expect((await one.get('/api/v1/me')).status).toBe(401)

    const refused = await signature(service, draft.id, sign(store, pdf))
    expect([refused.status, refused.json.code]).toEqual([410, 'draft-stopped'])
    const { owner } = service.database
    expect(await owner`select topic, application, payload ->> 'because' as because from outbox`).toEqual([
      { topic: 'application.disputed', application: 'a-1', because: 'withdrawal-drafted' },
    ])
    expect(await owner`select act, outcome from audit_event where act like 'alarm%'`).toEqual([
      { act: 'alarm-raised', outcome: 'withdrawal-drafted' },
    ])
    const told = await owner`
      select d.channel from message m join delivery d on d.message = m.id where m.kind = 'alarm-raised' order by 1`
    expect(told.map(({ channel }) => channel)).toEqual(['mail', 'sms'])
  })

  it('leaves the cabinet to be read, with a word on every page; nothing is drawn up, by page or by API', async () => {
    const { service, store, draft, code } = await alerted()
    await press(service, code)
    const browser = service.browser()
    await signIn(browser, store)
    for (const language of LANGUAGES) {
      const drafting = await browser.post(
        '/api/v1/applications/a-1/withdrawal-drafts',
        {},
        { 'Accept-Language': language },
      )
      expect([drafting.status, drafting.json.code]).toEqual([403, 'withdrawals-stopped'])
      expect(drafting.json.title).toBe(PROBLEMS['withdrawals-stopped'].text[language])
      for (const page of [
        'applications',
        'applications/a-1',
        'applications/a-1/withdrawal',
        'messages',
        'protection',
      ]) {
        const { status, json } = await browser.get(`/${language}/${page}`)
        expect([page, status]).toEqual([page, 200])
        expect(json, page).toMatch(
          /aria-label="(Кабинетіңіз қорғауда|Ваш кабинет под защитой|Your cabinet is protected)\."/,
        )
      }
    }
    expect((await browser.get('/kk/applications/a-1/withdrawal')).json).not.toContain(
      'action="/kk/applications/a-1/withdrawal"',
    )
    const started = await browser.form('/kk/applications/a-1/withdrawal')
    expect([started.status, started.headers.get('Location')]).toEqual([303, '/kk/protection'])
    const over = await browser.get(`/kk/withdrawal-drafts/${draft.id}`)
    expect([over.status, readable(over.json)]).toEqual([
      410,
      expect.stringContaining(PROBLEMS['draft-stopped'].text.kk),
    ])
    expect((await browser.get(`/api/v1/withdrawal-drafts/${draft.id}`)).json.state).toBe('stopped')
  })
})

describe('«бұл мен емес», while something else happens', () => {
  it('does not stop a signature that is being checked already, and says so', async () => {
    const { service, store, draft, pdf, code } = await alerted()
    service.pki.control({ ocsp: 'down' })
    expect((await signature(service, draft.id, sign(store, pdf))).status).toBe(202)
    const page = readable((await press(service, code)).json)
    expect(page).toContain('қолтаңба тексеріліп жатыр, оны бұл жерден тоқтату мүмкін емес')
    expect(page).toContain('№ 1114647-ИБР')
    const [row] = await service.database.owner`select facts from message where kind = 'alarm-raised'`
    expect(row?.['facts']).toEqual({ checking: ['1114647-ИБР'] })
    service.pki.control({ ocsp: 'good' })
    later(service, 10)
    await service.jobs.finishUndecided()
    expect(await service.database.owner`select state from application`).toEqual([{ state: 'withdrawn' }])
  })

  it('pressed ten times at once acts once', async () => {
    const { service, code } = await alerted(12)
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => press(service, code)))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 404)])
    const { owner } = service.database
    expect(await owner`select 1 from outbox`).toHaveLength(1)
    expect(await owner`select 1 from message where kind = 'alarm-raised'`).toHaveLength(1)
  })

  it('races with drawing up and with a signature: never is a statement open while the alarm stands, nor one signed unseen', async () => {
    const { service, browser, store, draft, pdf, code } = await alerted(12)
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '2-ИБР' }))
    const cms = sign(store, pdf)
    const [, signed, pressed] = await Promise.all([
      browser.post('/api/v1/applications/a-2/withdrawal-drafts'),
      signature(service, draft.id, cms),
      press(service, code),
    ])
    const { owner } = service.database
    expect(pressed.status).toBe(200)
    expect(await owner`select 1 from withdrawal_draft where stopped_at is null and application = 'a-2'`).toEqual([])
    const [row] = await owner`select state from application where id = 'a-1'`
    expect(row?.['state']).toBe(signed.status === 201 ? 'withdrawn' : 'accepted')
    if (signed.status !== 201) expect([signed.status, signed.json.code]).toEqual([410, 'draft-stopped'])
  })
})

describe('taking it back', () => {
  it('is refused to whoever completes afterwards what was signed before: a challenge, a code of eGov Mobile, a recovery', async () => {
    const { service, store, code } = await alerted()
    const [byChallenge, byPhone, byRecovery] = [service.browser(), service.browser(), service.browser()]
    const signed = async (browser: Browser, purpose: string) => {
      const { json } = await browser.post(`/api/v1/sign-in/challenges?purpose=${purpose}`)
      return { challenge: json.id, cms: sign(store, Buffer.from(json.bytes, 'base64')) }
    }
    const keptChallenge = await signed(byChallenge, 'sign-in')
    const keptRecovery = await signed(byRecovery, 'recovery')
    const operation = await begun(byPhone)
    expect((await signWithPhone(service, operation.id, store)).status).toBe(200)
    later(service, 1)
    expect((await press(service, code)).status).toBe(200)
    later(service, 1)

    await byRecovery.form('/kk/forgotten-password', keptRecovery)
    const recovered = await byRecovery.form('/kk/forgotten-password/password', { password: NEW_PASSWORD })
    expect([recovered.status, readable(recovered.json)]).toEqual([
      403,
      expect.stringContaining(PROBLEMS['changes-stopped'].text.kk),
    ])
    expect((await byRecovery.get('/api/v1/me')).status).toBe(401)
    expect((await byChallenge.post('/api/v1/sign-in/eds', keptChallenge)).status).toBe(200)
    expect((await byPhone.post(`/api/v1/sign-in/qr-operations/${operation.id}/completion`)).status).toBe(200)
    for (const browser of [byChallenge, byPhone]) {
      expect((await browser.get('/api/v1/me')).status).toBe(200)
      expect((await browser.get('/kk/protection')).json).not.toContain('/kk/protection/lifting')
      expect((await browser.form('/kk/protection/lifting')).status).toBe(403)
    }
    expect(await alarms(service)).toHaveLength(1)
  })

  it('is refused to whoever came by a password, confirmed by whoever signed in by EDS, told by every way, and opens withdrawing again', async () => {
    const { service, store, code } = await alerted()
    await press(service, code)
    later(service, 5)
    await isRefusedByPassword(service)
    const browser = service.browser()
    await signIn(browser, store)
    expect(await alarms(service)).toHaveLength(1) // signing in alone lifts nothing
    expect((await browser.get('/kk/protection')).json).toContain('Бұл мен едім, қорғауды алу')
    const { status, headers } = await browser.form('/kk/protection/lifting')
    expect([status, headers.get('Location')]).toEqual([303, '/kk/protection?lifted=yes'])
    expect(await alarms(service)).toEqual([])
    expect((await browser.post('/api/v1/applications/a-1/withdrawal-drafts')).status).toBe(201)
    const { owner } = service.database
    expect(await owner`select act, outcome from audit_event where act = 'alarm-lifted'`).toEqual([
      { act: 'alarm-lifted', outcome: 'eds' },
    ])
    const told = await owner`
      select d.channel from message m join delivery d on d.message = m.id where m.kind = 'alarm-lifted' order by 1`
    expect(told.map(({ channel }) => channel)).toEqual(['mail', 'sms'])
    expect((await browser.form('/kk/protection/lifting')).status).toBe(303) // again: nothing to lift, nothing said
    expect(await owner`select 1 from message where kind = 'alarm-lifted'`).toHaveLength(1)

    const stranger = await service.browser().get('/kk/protection')
    expect(stranger.headers.get('Location')).toBe('/kk/sign-in?next=%2Fkk%2Fprotection')
  })
})

describe('taking it back by a phone, and what the fund hears', () => {
  it('is confirmed by whoever signed with eGov Mobile since then, step by step as a phone does', async () => {
    const { service, store, code } = await alerted()
    await press(service, code)
    later(service, 5)
    const browser = service.browser()
    const operation = await begun(browser)
    expect((await signWithPhone(service, operation.id, store)).status).toBe(200)
    expect((await browser.post(`/api/v1/sign-in/qr-operations/${operation.id}/completion`)).status).toBe(200)
    expect((await browser.get('/kk/protection')).json).toContain('/kk/protection/lifting')
    const { status, headers } = await browser.form('/kk/protection/lifting')
    expect([status, headers.get('Location')]).toEqual([303, '/kk/protection?lifted=yes'])
    expect(await alarms(service)).toEqual([])
    const { owner } = service.database
    expect(await owner`select outcome from audit_event where act = 'alarm-lifted'`).toEqual([
      { outcome: 'egov-mobile' },
    ])
  })

  it('is told to the fund for each application of which it was told, once', async () => {
    const { service, store, browser, code } = await alerted()
    const filed = await codeOf(service, browser, 'bank-details-filed')
    later(service, 1)
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '2-ИБР' }))
    const another = await codeOf(service, browser, 'bank-details-filed')
    for (const one of [code, filed, another]) expect((await press(service, one)).status).toBe(200)
    later(service, 5)
    const anew = service.browser()
    await signIn(anew, store)
    for (let i = 0; i < 2; i++) await anew.form('/kk/protection/lifting')
    const told = await service.database.owner`select application, payload from outbox
      where topic = 'application.dispute-lifted' order by id`
    const lifted = { way: 'eds', at: '2026-06-16T12:06:00+05:00' }
    expect(told.map(row => row['payload'])).toEqual([
      { application: 'a-1', series: expect.any(String), number: '1114647-ИБР', ...lifted },
      { application: 'a-2', series: expect.any(String), number: '2-ИБР', ...lifted },
    ])
  })
})

type Attempt = readonly [what: string, address: string, fields: Record<string, string>]

/** Everything by which messages could be led away, or the account taken. */
const CHANGES: readonly Attempt[] = [
  ['the mail', '/profile/contacts/mail', { address: NEW_MAIL, current: PASSWORD }],
  ['the phone', '/profile/contacts/phone', { address: '8 701 999 88 77', current: PASSWORD }],
  ['the password', '/profile/password', { current: PASSWORD, password: NEW_PASSWORD }],
  ['what is sent', '/profile/notifications', { shown: 'executed.mail executed.sms', 'executed.sms': 'on' }],
]

describe('while an alarm stands', () => {
  it('nothing that leads messages away is changed, in words of each language; nor by whoever signed before it', async () => {
    const { service, code } = await alerted()
    const { owner } = service.database
    const account = () => owner`select mail, phone, password_hash, choices from account`
    const before = await account()
    await press(service, code)
    later(service, 5)
    const browser = service.browser()
    await browser.post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password: PASSWORD })
    for (const language of LANGUAGES)
      for (const [what, address, fields] of CHANGES) {
        const { status, json } = await browser.form(`/${language}${address}`, fields)
        expect([what, status], language).toEqual([what, 403])
        expect(readable(json), what).toContain(PROBLEMS['changes-stopped'].text[language])
        expect(json, what).toContain(`href="/${language}/protection"`)
      }
    expect(await account()).toEqual(before)
    expect(await owner`select 1 from contact_change`).toEqual([])
  })

  it('an account is not made anew either', async () => {
    const service = await testService()
    const { owner } = service.database
    const browser = await withCodes(service, SERIK)
    await owner`insert into alarm (iin, raised_at) values (${SERIK.iin}, ${service.clock.at})`
    const refused = await browser.form('/kk/register/password', { password: NEW_PASSWORD })
    expect([refused.status, readable(refused.json)]).toEqual([
      403,
      expect.stringContaining(PROBLEMS['changes-stopped'].text.kk),
    ])
    expect(await owner`select 1 from account where iin = ${SERIK.iin}`).toEqual([])
  })

  it('whoever has signed since then changes all of it, without taking the alarm back', async () => {
    const { service, store, code } = await alerted()
    await press(service, code)
    later(service, 5)
    const browser = service.browser()
    await signIn(browser, store)
    for (const [what, address, fields] of CHANGES)
      expect([what, (await browser.form(`/kk${address}`, fields)).status]).toEqual([what, 303])
    expect(await alarms(service)).toHaveLength(1)
  })
})

async function isRefusedByPassword(service: TestService) {
  const browser = service.browser()
  expect((await browser.post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password: PASSWORD })).status).toBe(200)
  expect((await browser.get('/kk/protection')).json).not.toContain('/kk/protection/lifting')
  const refused = await browser.form('/kk/protection/lifting')
  expect(refused.status).toBe(403)
  expect(readable(refused.json)).toContain(PROBLEMS['alarm-needs-signature'].text.kk)
  expect(await alarms(service)).toHaveLength(1)
}
