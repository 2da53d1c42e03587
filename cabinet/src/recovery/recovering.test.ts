// Recovering a forgotten password, in the whole service on a real PostgreSQL.
import { describe, expect, it } from 'vitest'
import { ended, identified, PASSWORD, recoveryCodes, registered } from '../registration/test-registering.ts'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { type Answer, type Browser, type TestService, testService } from '../test-service.ts'

const NEW = 'жеті көлдің мұзды суы'
const OTHER = 'сары дала үстіндегі бүркіт'
const NOBODY = '991616400409'

async function withAccount(options = {}) {
  const service = await testService(options)
  const person = await registered(service)
  return { service, person }
}

async function signInByPassword(service: TestService, password: string) {
  const browser = service.browser()
  const { status } = await browser.post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password })
  return { browser, status }
}

async function isPassword(service: TestService, password: string): Promise<boolean> {
  return (await signInByPassword(service, password)).status === 200
}

async function askedFor(service: TestService, iin: string): Promise<Browser> {
  const browser = service.browser()
  await browser.get('/kk/forgotten-password')
  expect(ended(await browser.form('/kk/forgotten-password/iin', { iin }))).toBe('/kk/forgotten-password/codes')
  return browser
}

/** Where codes of recovering were sent. */
async function codesSent({ database: { owner } }: TestService): Promise<string[]> {
  const rows = await owner<{ channel: string }[]>`
    select d.channel from delivery d join one_time_code c on c.id = d.code where c.purpose = 'recovery'`
  return rows.map(({ channel }) => channel)
}

const minutes = (service: TestService, count: number) => {
  service.clock.at = new Date(service.clock.at.getTime() + count * 60_000)
}

const set = (browser: Browser, password: string) => browser.form('/kk/forgotten-password/password', { password })

describe('a forgotten password', () => {
  it('is set anew by whoever signs; every other session ends, the person is told and signed in', async () => {
    const { service, person } = await withAccount()
    const thief = await signInByPassword(service, PASSWORD)
    const browser = service.browser()
    expect(ended(await identified(browser, 'recovery'))).toBe('/kk/forgotten-password/password')
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/done')
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ iin: AIGERIM.iin, signedInBy: 'eds' })
    for (const ended of [thief.browser, person]) expect((await ended.get('/api/v1/me')).status).toBe(401)
    expect([await isPassword(service, PASSWORD), await isPassword(service, NEW)]).toEqual([false, true])
    const told = await service.database.owner`
      select channel from delivery join message on message.id = delivery.message
       where message.kind = 'password-recovered' order by channel`
    expect(told.map(row => row['channel'])).toEqual(['mail', 'sms'])
  })

  it('is set anew by codes to both contacts; then one signs in with it, while a thief’s session ends', async () => {
    const { service } = await withAccount()
    const thief = await signInByPassword(service, PASSWORD)
    const browser = await askedFor(service, AIGERIM.iin)
    const answer = await browser.form('/kk/forgotten-password/codes', await recoveryCodes(service))
    expect(ended(answer)).toBe('/kk/forgotten-password/password')
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/done')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.get('/kk/forgotten-password/done')).json).toContain('href="/kk/sign-in"')
    expect((await thief.browser.get('/api/v1/me')).status).toBe(401)
    expect([await isPassword(service, PASSWORD), await isPassword(service, NEW)]).toEqual([false, true])
  })

  it('needs both codes, whichever came first', async () => {
    const { service } = await withAccount()
    const browser = await askedFor(service, AIGERIM.iin)
    expect((await codesSent(service)).toSorted()).toEqual(['mail', 'sms'])
    const { mail, sms } = await recoveryCodes(service)
    expect((await browser.form('/kk/forgotten-password/codes', { mail })).status).toBe(422)
    expect(ended(await browser.get('/kk/forgotten-password/password'))).toBe('/kk/forgotten-password/codes')
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/codes')
    expect(await isPassword(service, PASSWORD)).toBe(true)
    expect(ended(await browser.form('/kk/forgotten-password/codes', { sms }))).toBe('/kk/forgotten-password/password')
  })

  it('of nobody: whoever signs and has never registered is led to register', async () => {
    const service = await testService()
    const answer = await identified(service.browser(), 'recovery')
    expect(answer.status).toBe(409)
    expect(answer.json).toContain('href="/kk/register"')
  })

  it('is not set by somebody who may not act', async () => {
    const { service } = await withAccount()
    service.gbdfl.configure({ standing: { [AIGERIM.iin]: 'deceased' } })
    const answer = await identified(service.browser(), 'recovery')
    expect([answer.status, /1418/.test(String(answer.json))]).toEqual([403, true])
  })

  it('is set also while the state database is silent, by whoever is known', async () => {
    const { service } = await withAccount()
    service.gbdfl.configure({ mode: 'down' })
    const browser = service.browser()
    expect(ended(await identified(browser, 'recovery'))).toBe('/kk/forgotten-password/password')
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/done')
  })
})

describe('whether an IIN is registered', () => {
  /** What a browser sees, without what differs each time: the secret of its cookie, and the IIN that it typed itself. */
  const seen = ({ status, headers, json }: Answer) => {
    const cookies = headers.getSetCookie().map(line => line.replace(/=[^;]*/, '=…'))
    return { status, to: headers.get('location'), cookies, json: String(json).replaceAll(/\d{12}/g, '…') }
  }

  /** Asks, looks, guesses, asks for another too soon and in time, guesses until nothing is left. */
  async function walk(iin: string) {
    const { service } = await withAccount()
    const browser = service.browser()
    await browser.get('/kk/forgotten-password')
    const steps = [await browser.form('/kk/forgotten-password/iin', { iin })]
    const guess = () => browser.form('/kk/forgotten-password/codes', { mail: '1', sms: '000000' })
    const again = () => browser.form('/kk/forgotten-password/codes/again', { channel: 'sms' })
    steps.push(await browser.get('/kk/forgotten-password/codes'), await guess(), await again())
    for (let i = 0; i < 5; i++) steps.push(await guess())
    minutes(service, 1)
    steps.push(await again(), await guess(), await set(browser, NEW))
    steps.push(await service.browser().form('/kk/forgotten-password/iin', { iin }))
    return steps.map(seen)
  }

  it('is told by no answer on the way of the codes', async () => {
    const [known, unknown] = [await walk(AIGERIM.iin), await walk(NOBODY)]
    expect(known.map(({ status }) => status)).toContain(303)
    expect(unknown).toEqual(known)
  })

  it('is told by no code: the digits of one that was never sent open nothing', async () => {
    const { service } = await withAccount()
    const browser = await askedFor(service, NOBODY)
    expect((await browser.form('/kk/forgotten-password/codes', await recoveryCodes(service))).status).toBe(422)
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/codes')
    expect(await codesSent(service)).toEqual([])
  })

  it('is told by no contact that is missing', async () => {
    const { service } = await withAccount()
    await service.database.owner`update account set phone = null, phone_since = null`
    const browser = await askedFor(service, AIGERIM.iin)
    expect(await codesSent(service)).toEqual([])
    await browser.form('/kk/forgotten-password/codes', await recoveryCodes(service))
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/codes')
  })

  it('is asked for by no more than one browser a minute', async () => {
    const { service } = await withAccount()
    await askedFor(service, AIGERIM.iin)
    const other = service.browser()
    const answer = await other.form('/kk/forgotten-password/iin', { iin: AIGERIM.iin })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(answer.json).toContain(`value="${AIGERIM.iin}"`)
  })

  it('is not even asked of what is no IIN', async () => {
    const service = await testService()
    const browser = service.browser()
    await browser.get('/kk/forgotten-password')
    for (const iin of ['', '12', '8513154001078', 'ЖСН', '8'.repeat(100_000)]) {
      const answer = await browser.form('/kk/forgotten-password/iin', { iin })
      expect([answer.status, answer.json.length < 20_000], iin.slice(0, 20)).toEqual([422, true])
    }
  })
})

describe('recovering against others', () => {
  it('is not another browser’s, nor one’s who knew the cookie before', async () => {
    const { service } = await withAccount()
    const browser = service.browser()
    await browser.get('/kk/forgotten-password')
    const thief = service.browser()
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    await identified(browser, 'recovery')
    for (const stranger of [thief, service.browser()]) {
      expect((await stranger.get('/kk/forgotten-password/password')).status).toBe(410)
      expect((await set(stranger, OTHER)).status).toBe(410)
    }
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/done')
  })

  it('takes no code of the other channel', async () => {
    const { service } = await withAccount()
    const browser = await askedFor(service, AIGERIM.iin)
    const { mail, sms } = await recoveryCodes(service)
    expect((await browser.form('/kk/forgotten-password/codes', { mail: sms, sms: mail })).status).toBe(422)
    expect(ended(await set(browser, NEW))).toBe('/kk/forgotten-password/codes')
  })
})

describe('recovering twice', () => {
  it('sets one password when two tabs send two at the same moment', async () => {
    const { service } = await withAccount()
    const browser = service.browser()
    await identified(browser, 'recovery')
    const answers = await Promise.all([set(browser, NEW), set(browser, OTHER)])
    expect(answers.map(ended)).toEqual(['/kk/forgotten-password/done', '/kk/forgotten-password/done'])
    expect([await isPassword(service, NEW), await isPassword(service, OTHER)].toSorted()).toEqual([false, true])
    const lines = await service.database.owner`select 1 from audit_event where act = 'password-recovered'`
    expect(lines).toHaveLength(1)
  })

  it('of two browsers the first ends the other, also at the same moment', async () => {
    const { service } = await withAccount({ connections: 8 })
    const one = service.browser()
    await identified(one, 'recovery')
    const two = await askedFor(service, AIGERIM.iin)
    await two.form('/kk/forgotten-password/codes', await recoveryCodes(service))
    const answers = await Promise.all([set(one, NEW), set(two, OTHER)])
    expect(answers.map(ended).toSorted()).toEqual(['/kk/forgotten-password/done', '410'])
    expect([await isPassword(service, NEW), await isPassword(service, OTHER)].toSorted()).toEqual([false, true])
  })

  it('is over after half an hour', async () => {
    const { service } = await withAccount()
    const browser = service.browser()
    await identified(browser, 'recovery')
    minutes(service, 30)
    expect((await browser.get('/kk/forgotten-password/password')).status).toBe(410)
    expect((await set(browser, NEW)).status).toBe(410)
    await service.jobs.forgetExpired(new Date(service.clock.at.getTime() + 1))
    expect(await service.database.owner`select * from recovery`).toEqual([])
  })

  it('is not begun by a proof for something else, a revoked key or another’s certificate', async () => {
    const { service } = await withAccount()
    const browser = service.browser()
    const store = (await testAuthority()).foreign(AIGERIM)
    expect((await identified(browser, 'recovery', store)).status).toBe(422)
    const serik = (await testAuthority()).signing(SERIK)
    expect((await identified(browser, 'recovery', serik)).status).toBe(409) // Serik never registered
    expect((await set(browser, NEW)).status).toBe(410)
    expect(await isPassword(service, PASSWORD)).toBe(true)
  })

  it('leaves no IIN, code or password in an address or the log', async () => {
    const { service } = await withAccount()
    const browser = await askedFor(service, AIGERIM.iin)
    const codes = await recoveryCodes(service)
    await browser.form('/kk/forgotten-password/codes', codes)
    await set(browser, NEW)
    for (const secret of [AIGERIM.iin, codes.mail, codes.sms, 'көлдің', 'aigerim'])
      expect(JSON.stringify(service.log)).not.toContain(secret)
  })
})
