// Changing the password in the profile, in the whole service on a real PostgreSQL.
import { describe, expect, it } from 'vitest'
import { ended, PASSWORD, recoveryCodes, registered } from '../registration/test-registering.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'

const NEW = 'жеті көлдің мұзды суы'
const OTHER = 'сары дала үстіндегі бүркіт'

async function byPassword(service: TestService, password = PASSWORD) {
  const browser = service.browser()
  const { status } = await browser.post('/api/v1/sign-in/password', { iin: AIGERIM.iin, password })
  return { browser, status }
}

const isIn = async (browser: Browser) => (await browser.get('/api/v1/me')).status === 200

const change = (browser: Browser, fields: { current?: string; password: string }) =>
  browser.form('/kk/profile/password', fields)

const minutes = (service: TestService, count: number) => {
  service.clock.at = new Date(service.clock.at.getTime() + count * 60_000)
}

describe('changing the password', () => {
  it('asks for the old one, gives the session a new id, ends the others and tells the person', async () => {
    const service = await testService()
    const elsewhere = await registered(service)
    const { browser } = await byPassword(service)
    const before = browser.cookies.get('session')
    expect(ended(await change(browser, { current: PASSWORD, password: NEW }))).toBe('/kk/profile/password/changed')
    expect(browser.cookies.get('session')).not.toBe(before)
    const copy = service.browser()
    copy.cookies.set('session', before ?? '')
    expect([await isIn(browser), await isIn(elsewhere), await isIn(copy)]).toEqual([true, false, false])
    expect([(await byPassword(service)).status, (await byPassword(service, NEW)).status]).toEqual([401, 200])
    const told = await service.database.owner`select kind from message where kind = 'password-changed'`
    expect(told).toHaveLength(1)
  })

  it('does not ask for the old one of whoever has just signed; later it does', async () => {
    const service = await testService()
    const browser = await registered(service)
    expect((await browser.get('/kk/profile/password')).json).not.toContain('name="current"')
    expect(ended(await change(browser, { password: NEW }))).toBe('/kk/profile/password/changed')
    for (let i = 0; i < 4; i++) {
      minutes(service, 10)
      await browser.get('/api/v1/me')
    }
    expect((await browser.get('/kk/profile/password')).json).toContain('name="current"')
    expect((await change(browser, { password: OTHER })).status).toBe(422)
    expect((await byPassword(service, OTHER)).status).toBe(401)
  })

  it.each([
    ['a wrong current one', { current: OTHER, password: NEW }, 'Қазіргі құпиясөз қате'],
    ['no current one', { password: NEW }, 'Құпиясөзді енгізіңіз'],
    ['a weak new one', { current: PASSWORD, password: 'қысқа' }, 'тым қысқа'],
  ])('with %s changes nothing', async (_, fields, sentence) => {
    const service = await testService()
    const elsewhere = await registered(service)
    const { browser } = await byPassword(service)
    const answer = await change(browser, fields)
    expect([answer.status, String(answer.json).includes(sentence)]).toEqual([422, true])
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, true])
    expect((await byPassword(service)).status).toBe(200)
  })
})

describe('the password page of the profile', () => {
  it('slows down whoever guesses the current one from a stolen session', async () => {
    const service = await testService()
    await registered(service)
    const { browser } = await byPassword(service)
    const codes = []
    for (let i = 0; i < 6; i++) codes.push((await change(browser, { current: `${OTHER}${i}`, password: NEW })).status)
    expect(codes).toContain(429)
    expect((await change(browser, { current: PASSWORD, password: NEW })).status).toBe(429)
  })

  it('is for whoever is signed in', async () => {
    const service = await testService()
    await registered(service)
    expect(ended(await change(service.browser(), { current: PASSWORD, password: NEW }))).toMatch(/sign-in/)
    expect((await byPassword(service)).status).toBe(200)
  })

  it('needs contacts first of one who never registered', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    expect((await browser.get('/kk/profile/password')).json).toContain('href="/kk/profile/contacts"')
    expect((await change(browser, { password: NEW })).status).toBe(409)
    expect(await service.database.owner`select * from account`).toEqual([])
  })

  it('ends a recovery that somebody else has begun', async () => {
    const service = await testService()
    const browser = await registered(service)
    const stranger = service.browser()
    await stranger.get('/kk/forgotten-password')
    await stranger.form('/kk/forgotten-password/iin', { iin: AIGERIM.iin })
    const codes = await recoveryCodes(service)
    await change(browser, { password: NEW })
    expect((await stranger.form('/kk/forgotten-password/codes', codes)).status).toBe(410)
  })
})

describe('two sessions that change the password at the same moment', () => {
  it('leave one password and one session: the one that set it', async () => {
    const service = await testService({ connections: 8 })
    await registered(service)
    const [one, two] = [(await byPassword(service)).browser, (await byPassword(service)).browser]
    const answers = await Promise.all([
      change(one, { current: PASSWORD, password: NEW }),
      change(two, { current: PASSWORD, password: OTHER }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers.map(ended).filter(to => to === '/kk/profile/password/changed')).toHaveLength(1)
    expect([await isIn(one), await isIn(two)].toSorted()).toEqual([false, true])
    const works = [(await byPassword(service, NEW)).status, (await byPassword(service, OTHER)).status]
    expect(works.toSorted()).toEqual([200, 401])
  })
})

it('two changes that end each other’s sessions never wait for each other', async () => {
  const service = await testService({ connections: 8 })
  await registered(service)
  const [one, two] = [(await byPassword(service)).browser, (await byPassword(service)).browser]
  const { owner } = service.database
  const changes: Promise<{ status: number }>[] = []
  await owner.begin(async tx => {
    await tx`select 1 from account for update` // both come as far as they can, and wait
    changes.push(change(one, { current: PASSWORD, password: NEW }), change(two, { current: PASSWORD, password: OTHER }))
    const waiting = () => owner`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(2)
  })
  expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([303, 303])
})
