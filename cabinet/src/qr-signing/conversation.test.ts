// The conversation between the page, the service and eGov Mobile, message by message.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { SITE, testService } from '../test-service.ts'
import { PROBLEMS } from '../web/problems.ts'
import { begun, begunByPage, phoneFor, signedWith, signWithPhone } from './test-phone.ts'

const OPERATIONS = '/api/v1/sign-in/qr-operations'
const MINUTE = 60_000

async function ready() {
  const service = await testService()
  const browser = service.browser()
  const operation = await begun(browser)
  const store = (await testAuthority()).signing(AIGERIM)
  const state = async () => (await browser.get(`${OPERATIONS}/${operation.id}`)).json.state
  const wait = (minutes: number) => {
    service.clock.at = new Date(service.clock.at.getTime() + minutes * MINUTE)
  }
  return { service, browser, operation, store, state, wait, phone: phoneFor(service) }
}

describe('signing in with eGov Mobile', () => {
  it('goes from waiting over scanned and signed to a session of that person', async () => {
    const { service, browser, operation, store, state } = await ready()
    expect(await state()).toBe('waiting')
    const phone = phoneFor(service)
    const scanned = await phone.scan(operation.id)
    expect(await state()).toBe('scanned')
    const accepted = await phone.put(operation.id, scanned.token, signedWith(store, scanned))
    expect([accepted.status, accepted.json]).toEqual([200, { status: 'success' }])
    expect(await state()).toBe('signed')
    const { status, json } = await browser.post(`${OPERATIONS}/${operation.id}/completion`)
    expect([status, json.person.iin]).toEqual([200, AIGERIM.iin])
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ iin: AIGERIM.iin, signedInBy: 'egov-mobile' })
    expect(await state()).toBe('completed')
    expect(await service.database.owner`select act, outcome, iin from audit_event where act like 'qr-%'`).toEqual([
      { act: 'qr-signed', outcome: 'sign-in', iin: AIGERIM.iin },
    ])
  })

  it('by the page leads to where the person wanted to go', async () => {
    const { service, browser, store } = await ready()
    const id = await begunByPage(browser, { purpose: 'sign-in', next: '/kk/applications?status=accepted' })
    await signWithPhone(service, id, store)
    const { status, headers } = await browser.form(`/kk/qr/${id}/completion`)
    expect([status, headers.get('Location')]).toEqual([303, '/kk/applications?status=accepted'])
    expect((await browser.get('/api/v1/me')).json.signedInBy).toBe('egov-mobile')
  })

  it('by the page never leads to another site', async () => {
    const { service, browser, store } = await ready()
    const id = await begunByPage(browser, { purpose: 'sign-in', next: 'https://example.org/kk/' })
    await signWithPhone(service, id, store)
    expect((await browser.form(`/kk/qr/${id}/completion`)).headers.get('Location')).toBe('/kk/services')
  })

  it('gives a new session, and ends the one that the browser had', async () => {
    const { service, browser, store } = await ready()
    const [first, second] = [await begun(browser), await begun(browser)]
    for (const { id } of [first, second]) {
      await signWithPhone(service, id, store)
      await browser.post(`${OPERATIONS}/${id}/completion`)
    }
    expect(await service.database.owner`select 1 from session`).toHaveLength(1)
  })

  it('says when the state database of persons is silent, and no session begins', async () => {
    const { service, browser, operation } = await ready()
    await signWithPhone(service, operation.id, (await testAuthority()).signing(SERIK))
    service.gbdfl.configure({ mode: 'fail' })
    const { status, json } = await browser.post(`${OPERATIONS}/${operation.id}/completion`)
    expect([status, json.code]).toEqual([503, 'person-data-unavailable'])
    expect(await service.database.owner`select 1 from session`).toHaveLength(0)
  })
})

describe('a program that shows the code itself', () => {
  it('is given its text, the link, the digits and the end, and can end it', async () => {
    const { browser, operation } = await ready()
    const address = `${OPERATIONS}/${operation.id}`
    expect((await browser.get(address)).json).toEqual({
      id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      qr: `mobileSign:${SITE}/qr/v1/mgovSign/${operation.id}`,
      link: expect.stringMatching(/^https:\/\/m\.egov\.kz\/mobileSign\/\?link=/),
      code: expect.stringMatching(/^[1-9]\d$/),
      expiresAt: '2026-06-16T12:05:00+05:00',
      state: 'waiting',
      problem: null,
    })
    for (let i = 0; i < 2; i++) expect((await browser.send('DELETE', address)).status).toBe(204)
    expect((await browser.get(address)).json.state).toBe('cancelled')
  })

  it('signs in by it and nothing else: other purposes have pages of their own', async () => {
    const { browser } = await ready()
    for (const body of [{ purpose: 'rehearsal' }, { purpose: 'recovery' }, { next: '/' }, []])
      expect((await browser.post(OPERATIONS, body)).status).toBe(400)
    for (const id of ['1', '%00', 'A'.repeat(23)]) expect((await browser.get(`${OPERATIONS}/${id}`)).status).toBe(400)
  })
})

describe('other purposes', () => {
  it('a rehearsal ends at its result and signs nobody in', async () => {
    const { service, browser, store } = await ready()
    const id = await begunByPage(browser, { purpose: 'rehearsal' })
    await signWithPhone(service, id, store)
    expect((await browser.form(`/kk/qr/${id}/completion`)).headers.get('Location')).toBe('/kk/rehearsal/result')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('registering goes on with the person who signed, in that browser and in no other', async () => {
    const { service, browser, store } = await ready()
    const id = await begunByPage(browser, { purpose: 'registration' })
    await signWithPhone(service, id, store)
    const before = browser.cookies.get('starter')
    expect((await browser.form(`/kk/qr/${id}/completion`)).headers.get('Location')).toBe('/kk/register/person')
    expect(browser.cookies.get('starter')).not.toBe(before)
    expect((await browser.get('/kk/register/person')).json).toContain(AIGERIM.surname)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('a new password for somebody who never registered is refused in words, with the way back', async () => {
    const { service, browser, store } = await ready()
    const id = await begunByPage(browser, { purpose: 'recovery' })
    await signWithPhone(service, id, store)
    const { status, json } = await browser.form(`/kk/qr/${id}/completion`)
    expect([status, json]).toEqual([
      PROBLEMS['not-registered'].status,
      expect.stringContaining('/kk/forgotten-password'),
    ])
  })

  it('are named in what is signed, so that a signature for one never serves another', async () => {
    const { browser, phone } = await ready()
    const texts = []
    for (const purpose of ['sign-in', 'registration', 'recovery', 'rehearsal']) {
      const { text } = await phone.scan(await begunByPage(browser, { purpose }))
      texts.push(text.toString().split('\n')[0])
    }
    expect(texts).toEqual([
      'ӨТІНІШ, EGOV MOBILE: ЖЕКЕ КАБИНЕТКЕ КІРУ / ВХОД В ЛИЧНЫЙ КАБИНЕТ / SIGN IN TO THE CABINET',
      'ӨТІНІШ, EGOV MOBILE: ЖЕКЕ КАБИНЕТКЕ ТІРКЕЛУ / РЕГИСТРАЦИЯ В ЛИЧНОМ КАБИНЕТЕ / REGISTER IN THE CABINET',
      'ӨТІНІШ, EGOV MOBILE: ЖАҢА ҚҰПИЯСӨЗ ҚОЮ / ЗАДАТЬ НОВЫЙ ПАРОЛЬ / SET A NEW PASSWORD',
      'ӨТІНІШ, EGOV MOBILE: КІЛТТІ СЫНАП КӨРУ / ПРОВЕРКА КЛЮЧА / TRY A KEY',
    ])
  })

  it('that nobody knows begin nothing', async () => {
    const { browser } = await ready()
    for (const purpose of ['withdraw-everything', '__proto__', 'constructor', ''])
      expect((await browser.form('/kk/qr', { purpose })).status).toBe(400)
  })
})

describe('what the phone is told', () => {
  it('is who asks, until when and where, with the digits of the page', async () => {
    const { operation, phone } = await ready()
    const { status, headers, json } = await phone.api1(operation.id)
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control'), headers.get('Set-Cookie')]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
      null,
    ])
    expect(json).toEqual({
      description: `Вход в личный кабинет. Две цифры на экране: ${operation.code}`,
      expiry_date: '2026-06-16T12:05:00.000+0500',
      organisation: { nameRu: 'АО «ЕНПФ»', nameKz: '«БЖЗҚ» АҚ', nameEn: 'UAPF JSC', bin: '000000000000' },
      document: {
        uri: `${SITE}/qr/v1/mgovSign/${operation.id}/documents`,
        auth_type: 'Token',
        auth_token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      },
    })
  })

  it('is what to sign: a text with purpose, site, time, digits and a number used once', async () => {
    const { operation, phone } = await ready()
    const { served, text } = await phone.scan(operation.id)
    expect(served).toMatchObject({
      signMethod: 'CMS_WITH_DATA',
      version: 1,
      documentsToSign: [
        {
          id: 1,
          nameRu: 'Вход в личный кабинет',
          nameKz: 'Жеке кабинетке кіру',
          nameEn: 'Sign in to the cabinet',
          meta: [
            { name: 'Две цифры на экране', value: operation.code },
            { name: 'Адрес сайта', value: '127.0.0.1:8080' },
            { name: 'Начато', value: '16.06.2026 12:00:00' },
          ],
          document: { file: { mime: 'text/plain' } },
        },
      ],
    })
    expect(text.toString()).toMatch(/\nsite: http:\/\/127\.0\.0\.1:8080\ntime: 2026-06-16T12:00:00\+05:00\n/)
    expect(text.toString()).toMatch(new RegExp(`\ndigits: ${operation.code}\nonce: [A-Za-z0-9_-]{43}\n$`))
  })

  it.each([
    ['kk', 'Жеке кабинетке кіру. Экрандағы екі цифр:', 'Экрандағы екі цифр'],
    ['ru', 'Вход в личный кабинет. Две цифры на экране:', 'Две цифры на экране'],
    ['en', 'Sign in to the cabinet. Two digits on the screen:', 'Two digits on the screen'],
  ])('is in the language that it names (%s)', async (language, description, row) => {
    const { operation, phone } = await ready()
    const asked = { 'Accept-Language': language }
    const { json, headers } = await phone.api1(operation.id, asked)
    expect([json.description, headers.get('Content-Language')]).toEqual([`${description} ${operation.code}`, language])
    const { json: served } = await phone.api2(operation.id, json.document.auth_token, asked)
    expect(served.documentsToSign[0].meta[0].name).toBe(row)
  })

  it('is in the language of the page when an older app names none', async () => {
    const { service, phone } = await ready()
    const browser = service.browser()
    await browser.get('/ru/sign-in')
    const { headers } = await browser.form('/ru/qr', { purpose: 'sign-in' })
    const id = headers.get('Location')?.split('/').at(-1) ?? ''
    const { json } = await phone.api1(id, { 'Accept-Language': '' })
    expect(json.description).toMatch(/^Вход в личный кабинет/)
  })

  it('is the same when it scans twice', async () => {
    const { operation, phone, state } = await ready()
    const first = await phone.api1(operation.id)
    expect((await phone.api1(operation.id)).json).toEqual(first.json)
    expect(await state()).toBe('scanned')
  })
})

describe('the answer to the signature', () => {
  it('is the same again for the same signature and for an empty "third PUT", also once the page went on', async () => {
    const { service, browser, operation, store, phone } = await ready()
    const scanned = await phone.scan(operation.id)
    const body = signedWith(store, scanned)
    const put = async (sent: unknown) => {
      const { status, json } = await phone.put(operation.id, scanned.token, sent)
      return [status, json]
    }
    expect(await put(body)).toEqual([200, { status: 'success' }])
    for (const again of [body, '', ' \n']) expect(await put(again)).toEqual([200, { status: 'success' }])
    await browser.post(`${OPERATIONS}/${operation.id}/completion`)
    for (const again of [body, '']) expect(await put(again)).toEqual([200, { status: 'success' }])
    expect(await service.database.owner`select 1 from audit_event where act = 'qr-signed'`).toHaveLength(1)
  })

  it('names a page of ours to come back to only when the app was opened by the link on the same device', async () => {
    const { browser, store, phone } = await ready()
    const operation = await begun(browser)
    const inner = new URL(operation.link).searchParams.get('link') ?? ''
    expect(operation.link).toBe(`https://m.egov.kz/mobileSign/?link=${encodeURIComponent(inner)}`)
    expect(inner).toBe(`${operation.qr.slice('mobileSign:'.length)}?same-device`)
    await phone.call('GET', inner, {})
    const scanned = await phone.scan(operation.id)
    const { json } = await phone.put(operation.id, scanned.token, signedWith(store, scanned))
    expect(json).toEqual({ status: 'success', backUrl: `${SITE}/kk/qr/${operation.id}` })
  })
})

describe('a person who does not sign', () => {
  it('on the phone is told so on the page; nothing more happens with that code', async () => {
    const { operation, store, phone, state } = await ready()
    const scanned = await phone.scan(operation.id)
    const declined = { ...scanned.served, status: 'CANCELED' }
    for (let i = 0; i < 2; i++) {
      const { status, json } = await phone.put(operation.id, scanned.token, declined)
      expect([status, json]).toEqual([200, { status: 'success' }])
    }
    expect(await state()).toBe('declined')
    expect((await phone.put(operation.id, scanned.token, signedWith(store, scanned))).status).toBe(409)
    expect((await phone.api1(operation.id)).status).toBe(409)
  })

  it('on the page ends the code for the phone too', async () => {
    const { browser, operation, phone, state } = await ready()
    const scanned = await phone.scan(operation.id)
    await browser.form(`/kk/qr/${operation.id}/cancellation`)
    expect(await state()).toBe('cancelled')
    expect((await phone.api2(operation.id, scanned.token)).status).toBe(409)
  })

  it('and asks for a new code ends the old one', async () => {
    const { browser, operation, state } = await ready()
    const id = await begunByPage(browser, { purpose: 'sign-in', instead: operation.id })
    expect([await state(), id === operation.id]).toEqual(['cancelled', false])
  })
})

describe('time', () => {
  it('ends the code after five minutes: the page, the phone and a late signature are told', async () => {
    const { operation, store, phone, state, wait } = await ready()
    const scanned = await phone.scan(operation.id)
    wait(5)
    expect(await state()).toBe('expired')
    expect((await phone.api1(operation.id)).status).toBe(404)
    const late = await phone.put(operation.id, scanned.token, signedWith(store, scanned))
    expect([late.status, late.json.message]).toEqual([
      403,
      'Время кода истекло. Получите новый код и подпишите ещё раз.',
    ])
  })

  it('lets the page go on for five minutes after the signature, though the code itself is over', async () => {
    for (const [minutes, status] of [
      [4, 200],
      [5, 410],
    ] as const) {
      const { service, browser, operation, store, wait } = await ready()
      wait(4)
      await signWithPhone(service, operation.id, store)
      wait(minutes)
      expect((await browser.post(`${OPERATIONS}/${operation.id}/completion`)).status).toBe(status)
    }
  })

  it('takes what is over out of the database, documents and all', async () => {
    const { service, wait } = await ready()
    wait(70)
    await service.jobs.forgetExpired(service.clock.at)
    const left = await service.database.owner`select 1 from qr_operation union all select 1 from qr_document`
    expect(left).toHaveLength(0)
  })
})
