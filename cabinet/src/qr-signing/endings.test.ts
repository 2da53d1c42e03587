// What follows a signature made on the phone, and what is left of it when nothing can follow just then.
import { describe, expect, it } from 'vitest'
import { PASSWORD, registered } from '../registration/test-registering.ts'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { begun, begunByPage, signWithPhone } from './test-phone.ts'

const OPERATIONS = '/api/v1/sign-in/qr-operations'
const NEW = 'жеті көлдің мұзды суы'

describe('a forgotten password', () => {
  it('is set anew by whoever signs on the phone; the old one and every other session end', async () => {
    const service = await testService()
    const elsewhere = await registered(service)
    const browser = service.browser()
    const id = await begunByPage(browser, { purpose: 'recovery' })
    await signWithPhone(service, id, (await testAuthority()).signing(AIGERIM))
    const before = browser.cookies.get('starter')
    const went = await browser.form(`/kk/qr/${id}/completion`)
    expect([went.status, went.headers.get('Location')]).toEqual([303, '/kk/forgotten-password/password'])
    expect(browser.cookies.get('starter')).not.toBe(before)
    const set = await browser.form('/kk/forgotten-password/password', { password: NEW })
    expect(set.headers.get('Location')).toBe('/kk/forgotten-password/done')
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ iin: AIGERIM.iin, signedInBy: 'egov-mobile' })
    expect((await elsewhere.get('/api/v1/me')).status).toBe(401)
    const byPassword = async (password: string) =>
      (await service.browser().post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password })).status
    expect([await byPassword(PASSWORD), await byPassword(NEW)]).toEqual([401, 200])
  })

  it('is not for another browser that has the first one’s cookie from before the signature', async () => {
    const service = await testService()
    await registered(service)
    const [browser, thief] = [service.browser(), service.browser()]
    const id = await begunByPage(browser, { purpose: 'recovery' })
    thief.cookies.set('starter', browser.cookies.get('starter') ?? '')
    await signWithPhone(service, id, (await testAuthority()).signing(AIGERIM))
    await browser.form(`/kk/qr/${id}/completion`)
    const { headers } = await thief.form('/kk/forgotten-password/password', { password: NEW })
    expect(headers.get('Location')).not.toBe('/kk/forgotten-password/done')
    const signIn = { iin: AIGERIM.iin, password: PASSWORD }
    expect((await service.browser().post('/api/v1/sign-in/password', signIn)).status).toBe(200)
  })
})

describe('while the state database is silent', () => {
  async function signed() {
    const service = await testService()
    const browser = service.browser()
    const id = await begunByPage(browser, { purpose: 'sign-in', next: '/kk/applications' })
    await signWithPhone(service, id, (await testAuthority()).signing(SERIK))
    service.gbdfl.configure({ mode: 'fail' })
    return { service, browser, id }
  }

  it('the page says so, and the same signature goes on once it answers: no new code, and once', async () => {
    const { service, browser, id } = await signed()
    const { status, json } = await browser.form(`/kk/qr/${id}/completion`)
    expect(status).toBe(503)
    expect(json).toContain(`href="/kk/qr/${id}"`)
    expect((await browser.get(`/kk/qr/${id}`)).json).toContain(`action="/kk/qr/${id}/completion"`)
    service.gbdfl.configure({ mode: 'answer' })
    expect((await browser.form(`/kk/qr/${id}/completion`)).headers.get('Location')).toBe('/kk/applications')
    expect((await browser.get('/api/v1/me')).json.iin).toBe(SERIK.iin)
    expect((await browser.form(`/kk/qr/${id}/completion`)).status).toBe(409)
    expect(await service.database.owner`select 1 from session`).toHaveLength(1)
  })

  it('a program may ask again too, of ten at once one comes in', async () => {
    const { service, browser, id } = await signed()
    const complete = () => browser.post(`${OPERATIONS}/${id}/completion`)
    expect((await complete()).json.code).toBe('person-data-unavailable')
    service.gbdfl.configure({ mode: 'answer' })
    const answers = await Promise.all(Array.from({ length: 10 }, complete))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
  })

  it('the signature still runs out five minutes after it was made', async () => {
    const { service, browser, id } = await signed()
    await browser.form(`/kk/qr/${id}/completion`)
    service.gbdfl.configure({ mode: 'answer' })
    service.clock.at = new Date(service.clock.at.getTime() + 5 * 60_000)
    expect((await browser.form(`/kk/qr/${id}/completion`)).status).toBe(410)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('a refusal for good uses the signature up', async () => {
    const service = await testService()
    const browser = service.browser()
    const id = await begunByPage(browser, { purpose: 'recovery' })
    await signWithPhone(service, id, (await testAuthority()).signing(SERIK))
    await browser.form(`/kk/qr/${id}/completion`) // not registered
    const { json } = await browser.get(`${OPERATIONS}/${id}`)
    expect(json.state).toBe('completed')
  })
})

it('a page that waits for the phone is nobody at the screen: asking how it stands prolongs no session', async () => {
  const service = await testService()
  const browser = service.browser()
  const { id } = await begun(browser)
  await signWithPhone(service, id, (await testAuthority()).signing(AIGERIM))
  await browser.post(`${OPERATIONS}/${id}/completion`)
  const waiting = await begun(browser)
  for (let minute = 0; minute < 15; minute++) {
    service.clock.at = new Date(service.clock.at.getTime() + 60_000)
    await browser.get(`${OPERATIONS}/${waiting.id}`)
  }
  expect((await browser.get('/api/v1/me')).status).toBe(401)
})
