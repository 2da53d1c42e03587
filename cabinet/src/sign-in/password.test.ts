// Signing in by password on the whole service: a real database, real hashes, a clock that the test sets.
import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { addAccount } from '../accounts/add-account.ts'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { signedIn, signIn } from '../test-journeys.ts'
import { type Answer, type Browser, type TestService, testService } from '../test-service.ts'

const PASSWORD = 'Жеті қазына 2026! Көл, тау, қайың 🐎'
const UNKNOWN = '990101300007'

async function service(): Promise<TestService> {
  const service = await testService({ connections: 10 })
  await addAccount(service.database.sql, {
    ...{ mode: 'test', iin: AIGERIM.iin, mail: 'aika@example.kz', phone: '+77010000001', language: 'kk' },
    ...{ password: PASSWORD, now: service.clock.at },
  })
  return service
}

type Typed = { readonly iin?: string; readonly password?: string; readonly from?: string }

function type(
  browser: Browser,
  { iin = AIGERIM.iin, password = PASSWORD, from = '192.0.2.7' }: Typed = {},
): Promise<Answer> {
  return browser.post('/api/v1/sign-in/password', { iin, password }, { 'X-Forwarded-For': from })
}

const pass = (service: TestService, seconds: number) => {
  service.clock.at = new Date(service.clock.at.getTime() + seconds * 1_000)
}

describe('a right password', () => {
  it('opens a session that says how it was opened', async () => {
    const browser = (await service()).browser()
    const answer = await type(browser)
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({ person: expect.objectContaining({ iin: AIGERIM.iin, name: expect.any(String) }) })
    expect((await browser.get('/api/v1/me')).json).toMatchObject({ iin: AIGERIM.iin, signedInBy: 'password' })
  })

  it('is right with its letters taken apart, as other keyboards write them, and with the IIN as it is printed', async () => {
    const one = await service()
    expect(PASSWORD.normalize('NFD')).not.toBe(PASSWORD)
    expect((await type(one.browser(), { password: PASSWORD.normalize('NFD') })).status).toBe(200)
    expect((await type(one.browser(), { iin: AIGERIM.iin.replace(/(.{6})/, '$1 ') })).status).toBe(200)
  })

  it('kept by older parameters is kept by today’s from then on, and stays the same', async () => {
    const one = await service()
    const { owner, sql } = one.database
    const old = await hash(PASSWORD.normalize('NFC'), { memoryCost: 8_192, timeCost: 1 })
    await owner`update account set password_hash = ${old}`
    expect((await type(one.browser())).status).toBe(200)
    const [row] = await sql`select password_hash from account`
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect((await type(one.browser())).status).toBe(200)
  })

  it('does not ask the state database while it is wrong, and lets those we know in while that is silent', async () => {
    const one = await service()
    expect((await type(one.browser())).status).toBe(200)
    one.gbdfl.configure({ mode: 'down' })
    expect((await type(one.browser(), { password: 'басқа құпиясөз' })).json.code).toBe('password-wrong')
    expect((await type(one.browser())).status).toBe(200)
  })
})

const WRONG = [
  ['of 100 KB', { password: 'ә'.repeat(50_000) }, 401, 'password-wrong'],
  ['of 100 KB of marks', { password: 'e\u0301'.repeat(34_000) }, 401, 'password-wrong'],
  ['of emoji', { password: '🐎'.repeat(20) }, 401, 'password-wrong'],
  ['with a zero byte', { password: `${PASSWORD}\u0000` }, 401, 'password-wrong'],
  ['in other letters', { password: PASSWORD.toLowerCase() }, 401, 'password-wrong'],
  ['with a space more', { password: `${PASSWORD} ` }, 401, 'password-wrong'],
  ['that is empty', { password: '' }, 422, 'password-missing'],
  ['for 100 KB of IIN', { iin: '1'.repeat(100_000) }, 422, 'iin-malformed'],
  ['for no IIN', { iin: "' or 1=1 --" }, 422, 'iin-malformed'],
  ['for an IIN in other digits', { iin: '８５１３１５４００１０７' }, 422, 'iin-malformed'],
] as const

describe('a wrong password', () => {
  it('is answered alike for a person with an account, one without, and nobody', async () => {
    const one = await service()
    const answers = await Promise.all(
      [AIGERIM.iin, SERIK.iin, UNKNOWN].map((iin, i) =>
        type(one.browser(), { iin, password: 'басқа құпиясөз', from: `192.0.2.${i}` }),
      ),
    )
    for (const { status, json, headers } of answers) {
      expect({ status, json, cookies: headers.getSetCookie() }).toEqual({
        ...{ status: 401, cookies: [] },
        json: expect.objectContaining({ code: 'password-wrong' }),
      })
      expect(json).toEqual(answers[0]?.json)
    }
    const lines = await one.database
      .owner`select act, outcome, iin from audit_event where act = 'sign-in-refused' order by iin`
    expect(lines.map(line => line['iin'])).toEqual([AIGERIM.iin, SERIK.iin, UNKNOWN].toSorted())
    expect(new Set(lines.map(line => line['outcome']))).toEqual(new Set(['password-wrong']))
  })

  it('is refused in words, however it is wrong', async () => {
    const one = await service()
    for (const [what, typed, status, code] of WRONG) {
      const answer = await type(one.browser(), typed)
      expect([answer.status, answer.json.code], what).toEqual([status, code])
      pass(one, 3_600)
    }
    expect(one.log.filter(line => line.level === 'error')).toEqual([])
  })

  it('is nowhere in the log, and neither is the IIN', async () => {
    const one = await service()
    await type(one.browser(), { password: 'басқа құпиясөз' })
    await type(one.browser())
    expect(JSON.stringify(one.log)).not.toMatch(/басқа|қазына|851315400107/)
  })
})

describe('a password that is changed while it is looked at', () => {
  it('opens no session afterwards: whoever changed it has ended all there were', async () => {
    const one = await service()
    const { owner } = one.database
    const thief = one.browser()
    const answer = await owner.begin(async tx => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`account:${AIGERIM.iin}`}, 0))`
      let isOver = false
      const late = type(thief).finally(() => {
        isOver = true
      })
      const isHeld = () => owner`
        select 1 from pg_locks join pg_database d on d.oid = database
         where datname = current_database() and locktype = 'advisory' and not granted`
      while (!isOver && (await isHeld()).length === 0);
      await tx`update account set password_since = password_since + interval '1 second'`
      return { late }
    })
    const { status, json } = await answer.late
    expect([status, json.code]).toEqual([401, 'password-wrong'])
    expect(await owner`select 1 from session`).toHaveLength(0)
    expect((await type(thief)).status).toBe(200) // here the text stayed the same
  })
})

describe('guessing', () => {
  it('is slowed down: fifty guesses at once are three, and the others are told when and how to come in', async () => {
    const one = await service()
    const guess = (_: unknown, i: number) => type(one.browser(), { password: `құпиясөз № ${i}` })
    const answers = await Promise.all(Array.from({ length: 50 }, guess))
    const codes = answers.map(answer => answer.json.code)
    expect(codes.filter(code => code === 'password-wrong')).toHaveLength(3)
    const held = answers.filter(answer => answer.json.code === 'too-many-tries')
    expect(held).toHaveLength(47)
    expect(held[0]?.status).toBe(429)
    expect(held[0]?.headers.get('Retry-After')).toBe('2')
    expect(held[0]?.json).toMatchObject({
      again: '2026-06-16T12:00:02+05:00',
      title: expect.stringContaining('eGov Mobile'),
    })
  })

  it('holds back the right password too, until the moment that was told', async () => {
    const one = await service()
    for (let i = 0; i < 3; i++) await type(one.browser(), { password: 'басқа құпиясөз' })
    expect((await type(one.browser())).status).toBe(429)
    pass(one, 2)
    expect((await type(one.browser())).status).toBe(200)
  })

  it('leaves no line for what was not looked at, so that a stranger cannot fill the audit', async () => {
    const one = await service()
    for (let i = 0; i < 20; i++) await type(one.browser(), { password: 'басқа құпиясөз' })
    expect(await one.database.owner`select 1 from audit_event where act = 'sign-in-refused'`).toHaveLength(3)
  })

  it('by a stranger keeps nobody out on a device of theirs, and signing in by EDS stays open', async () => {
    const one = await service()
    const own = one.browser()
    expect((await type(own)).status).toBe(200)
    for (let i = 0; i < 30; i++) await type(one.browser(), { password: 'басқа құпиясөз' })
    expect((await type(one.browser())).status).toBe(429)
    expect((await type(own)).status).toBe(200)
    await expect(signedIn(one)).resolves.toBeDefined()
  })

  it('is no freer with a device that is another person’s, or one that was made up', async () => {
    const one = await service()
    const { browser: stranger } = await signedIn(one, SERIK)
    for (let i = 0; i < 3; i++) await type(stranger, { password: 'басқа құпиясөз' })
    expect((await type(stranger)).status).toBe(429)
    const other = one.browser()
    other.cookies.set('device', 'A'.repeat(43))
    expect((await type(other)).status).toBe(429)
  })

  it('goes on being counted on a shared computer whose secret changes because somebody else signs in there', async () => {
    const one = await service()
    const shared = one.browser()
    expect((await type(shared)).status).toBe(200)
    for (let i = 0; i < 3; i++) await type(shared, { password: 'басқа құпиясөз' })
    const secret = shared.cookies.get('device')
    expect((await signIn(shared, (await testAuthority()).signing(SERIK))).status).toBe(200)
    expect(shared.cookies.get('device')).not.toBe(secret)
    expect((await type(shared, { password: 'басқа құпиясөз' })).status).toBe(429)
  })
})

describe('guessing from one address', () => {
  it('for many people is slowed down from the twentieth on, and not from other addresses', async () => {
    const one = await service()
    const guess = (i: number) => type(one.browser(), { iin: String(990_000_000_000 + i), password: 'басқа құпиясөз' })
    const answers = []
    for (let i = 0; i < 21; i++) answers.push((await guess(i)).status)
    expect(answers).toEqual([...Array(20).fill(401), 429])
    expect((await type(one.browser(), { from: '198.51.100.1' })).status).toBe(200)
  })

  it('behind a client’s own X-Forwarded-For is counted by the address that our proxy saw', async () => {
    const one = await service()
    const answers = []
    for (let i = 0; i < 21; i++)
      answers.push(
        (await type(one.browser(), { iin: String(990_000_000_000 + i), from: `10.0.0.${i}, 192.0.2.7` })).status,
      )
    expect(answers.at(-1)).toBe(429)
  })
})

it('a person whose account has no password does not come in by any', async () => {
  const one = await service()
  await one.database.owner`update account set password_hash = null, password_since = null`
  for (const password of [PASSWORD, 'undefined', 'null'])
    expect((await type(one.browser(), { password })).status).toBe(401)
  expect(await one.database.owner`select 1 from session`).toHaveLength(0)
})
