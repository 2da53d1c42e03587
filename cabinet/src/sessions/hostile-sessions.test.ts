// Sessions under attack: planted, stolen, guessed, forged, another person's. What must not happen, and what happens instead.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identified, registered } from '../registration/test-registering.ts'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { copyOf, isIn, minutes, signedInWith } from './test-sessions.ts'

const cleanups: (() => Promise<void>)[] = []
let shared: TestService // where nothing changes

beforeAll(async () => {
  shared = await testService({ until: clean => cleanups.push(clean) })
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

describe('a session that a stranger planted in the browser', () => {
  it('is not the one in which the person ends up, and ends for the stranger too', async () => {
    const service = await testService()
    const { browser: stranger } = await signedIn(service, SERIK)
    const victim = service.browser()
    victim.cookies.set('session', stranger.cookies.get('session') ?? '')
    await signedInWith(victim, (await testAuthority()).signing(AIGERIM))
    expect(victim.cookies.get('session')).not.toBe(stranger.cookies.get('session'))
    expect((await victim.get('/api/v1/me')).json.iin).toBe(AIGERIM.iin)
    expect(await isIn(stranger)).toBe(false)
  })

  it('of the stranger’s own making opens nothing, before and after signing in', async () => {
    const service = await testService()
    const browser = service.browser()
    browser.cookies.set('session', 'A'.repeat(43))
    expect(await isIn(browser)).toBe(false)
    await signedInWith(browser, (await testAuthority()).signing(AIGERIM))
    const stranger = service.browser()
    stranger.cookies.set('session', 'A'.repeat(43))
    expect(await isIn(stranger)).toBe(false)
  })
})

describe('a cookie that we did not write opens nothing and breaks nothing', () => {
  it.each([
    ['empty', ''],
    ['one letter short', 'a'.repeat(42)],
    ['one letter long', 'a'.repeat(44)],
    ['100 KB', 'a'.repeat(100_000)],
    ['SQL', "' or 1=1 --".padEnd(43, '-')],
    ['a path', '../'.repeat(14).padEnd(43, '.')],
    ['a NUL', '%00'.repeat(14).padEnd(43, '0')],
    ['bad percent-encoding', '%E0%A4%A'.padEnd(43, '%')],
    ['Kazakh', encodeURIComponent('ә'.repeat(43))],
    ['the right form, guessed', 'Zm9v'.padEnd(43, 'x')],
  ])('%s', async (_, value) => {
    const browser = shared.browser()
    for (const name of ['session', 'device', 'starter']) browser.cookies.set(name, value)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.get('/kk/applications')).status).toBe(303)
    expect((await browser.get('/kk/sign-in')).status).toBe(200)
    expect(shared.log.filter(line => line.event === 'request-failed')).toEqual([])
  })

  it('the key of a session is not its cookie', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const { json } = await browser.get('/kk/session')
    const thief = service.browser()
    for (const value of [json.key, json.key.replaceAll('-', '').padEnd(43, '0')]) {
      thief.cookies.set('session', value)
      expect(await isIn(thief)).toBe(false)
    }
  })

  it('the hash that the database keeps is not either', async () => {
    const service = await testService()
    await signedIn(service)
    const [row] = await service.database.owner`select id from session`
    const thief = service.browser()
    thief.cookies.set('session', row?.['id'].toString('base64url'))
    expect(await isIn(thief)).toBe(false)
  })
})

describe('what is another person’s', () => {
  async function two() {
    const service = await testService()
    const { browser: owner } = await signedIn(service, SERIK)
    const { browser: stranger } = await signedIn(service, AIGERIM)
    const { key } = (await owner.get('/kk/session')).json
    const [device] = await service.database.owner`select id from device where iin = ${SERIK.iin}`
    return { service, owner, stranger, key, device: device?.['id'] as string }
  }
  const known = ({ owner }: { owner: Browser }) => owner.get('/kk/profile/devices').then(answer => String(answer.json))

  it('session is not ended, and the answer is that of one that does not exist', async () => {
    const { owner, stranger, key } = await two()
    const answers = await Promise.all(
      [key, randomUUID()].map(id => stranger.form(`/kk/profile/devices/sessions/${id}/end`)),
    )
    expect(answers.map(({ status, headers }) => [status, headers.get('Location')])).toEqual([
      [303, '/kk/profile/devices'],
      [303, '/kk/profile/devices'],
    ])
    expect(await isIn(owner)).toBe(true)
  })

  it('device is not forgotten, nor the sessions on it ended', async () => {
    const { owner, stranger, device } = await two()
    const { status } = await stranger.form(`/kk/profile/devices/${device}/forget`)
    expect(status).toBe(303)
    expect(await isIn(owner)).toBe(true)
    expect(await known({ owner })).toContain(`/kk/profile/devices/${device}/forget`)
  })

  it('is not on one’s page', async () => {
    const { stranger, key, device } = await two()
    const page = String((await stranger.get('/kk/profile/devices')).json)
    expect(page).not.toContain(key)
    expect(page).not.toContain(device)
    expect(page).not.toContain(SERIK.iin)
  })

  it('leaves no line of something that did not happen', async () => {
    const { service, stranger, key, device } = await two()
    await stranger.form(`/kk/profile/devices/sessions/${key}/end`)
    await stranger.form(`/kk/profile/devices/${device}/forget`)
    const acts = await service.database
      .owner`select 1 from audit_event where act in ('session-ended', 'device-forgotten')`
    expect(acts).toHaveLength(0)
  })

  it.each(['%00', 'x', '..%2f..', `${randomUUID()}'`, 'ЖСН'])('an id that is none (%s) is not found', async id => {
    const { browser } = await signedIn(shared)
    for (const address of [`sessions/${encodeURI(id)}/end`, `${encodeURI(id)}/forget`])
      expect((await browser.form(`/kk/profile/devices/${address}`)).status).toBe(404)
  })
})

describe('the next user of a shared computer', () => {
  it.each(['/kk/sign-out', '/kk/sign-out-everywhere', '/api/v1/sign-out'])(
    'does not go on with a recovery in which the last one was identified before %s',
    async address => {
      const service = await testService()
      await registered(service)
      const browser = service.browser()
      await identified(browser, 'recovery')
      await signedInWith(browser, (await testAuthority()).signing(AIGERIM))
      await browser.form(address)
      expect((await browser.get('/kk/forgotten-password/password')).status).toBe(410)
      await browser.form('/kk/forgotten-password/password', { password: 'сары дала үстіндегі бүркіт' })
      expect(await isIn(browser)).toBe(false)
    },
  )
})

describe('without a session, or with one that is over', () => {
  const forms = [
    '/kk/sign-out-everywhere',
    `/kk/profile/devices/sessions/${randomUUID()}/end`,
    `/kk/profile/devices/${randomUUID()}/forget`,
    '/kk/session/extension',
  ]
  it.each(forms)('%s changes nothing and leads to signing in', async address => {
    const service = await testService()
    const { browser } = await signedIn(service)
    expect((await service.browser().form(address)).headers.get('Location')).toBe('/kk/sign-in')
    minutes(service, 15)
    expect((await browser.form(address)).headers.get('Location')).toBe('/kk/sign-in?ended=over')
  })

  it('no other site can end or extend it: login, logout and extension by a foreign page are refused', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const foreign = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/x-www-form-urlencoded' }
    for (const address of [...forms, '/kk/sign-out', '/kk/sign-in'])
      expect((await browser.post(address, 'a=b', foreign)).status, address).toBe(403)
    expect(await isIn(browser)).toBe(true)
  })

  it('a copied cookie is worth nothing after signing out, everywhere or by the page of devices', async () => {
    const service = await testService()
    const { browser, store } = await signedIn(service)
    const thief = copyOf(service, browser)
    expect(await isIn(thief)).toBe(true)
    const home = await signedInWith(service.browser(), store)
    const { key } = (await browser.get('/kk/session')).json
    await home.form(`/kk/profile/devices/sessions/${key}/end`)
    expect([await isIn(thief), await isIn(browser), await isIn(home)]).toEqual([false, false, true])
  })
})
