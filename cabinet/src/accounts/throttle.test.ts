// Throttling on a real PostgreSQL: what holds one after another holds for fifty at once.
import { describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../database/fresh-database.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { attempt, forgetTries, forgive, giveBack } from './throttle.ts'
import { addressKey, deviceKey, personKey, type ThrottleKey } from './throttle-rules.ts'

const hash = keyedHash(['00'.repeat(32)])
const NOW = new Date('2026-06-16T07:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)
const AIGERIM = personKey('851315400107')
const SERIK = personKey('791420300213')
const OFFICE = addressKey('192.0.2.7')

async function desk() {
  const { sql, owner } = await freshDatabase({ connections: 20 })
  return { try_: attempt(sql, hash), forgive: forgive(sql, hash), giveBack: giveBack(sql, hash), sql, owner }
}

const counted = async ({ owner }: Pick<FreshDatabase, 'owner'>, key: ThrottleKey) =>
  (await owner`select tries from throttle where key = ${hash.one(key)}`)[0]?.['tries']

const allowed = (answers: readonly { allowed: boolean }[]) => answers.filter(answer => answer.allowed).length

describe('guesses', () => {
  it('fifty at once are three, and the others are told when to come again', async () => {
    const { try_ } = await desk()
    const answers = await Promise.all(Array.from({ length: 50 }, () => try_({ keys: [AIGERIM, OFFICE], now: NOW })))
    expect(allowed(answers)).toBe(3)
    expect(answers.filter(answer => !answer.allowed)).toEqual(Array(47).fill({ allowed: false, again: later(2) }))
  })

  it('fifty at once after the wait are one', async () => {
    const { try_ } = await desk()
    for (let i = 0; i < 3; i++) await try_({ keys: [AIGERIM], now: NOW })
    const answers = await Promise.all(Array.from({ length: 50 }, () => try_({ keys: [AIGERIM], now: later(2) })))
    expect(allowed(answers)).toBe(1)
  })

  it('from one address for fifty people at once are twenty', async () => {
    const { try_ } = await desk()
    const people = Array.from({ length: 50 }, (_, i) => personKey(String(900_000_000_000 + i)))
    const answers = await Promise.all(people.map(person => try_({ keys: [person, OFFICE], now: NOW })))
    expect(allowed(answers)).toBe(20)
  })

  it('in every order of keys at once do not wait for each other', async () => {
    const { try_ } = await desk()
    const keys = [AIGERIM, SERIK, OFFICE, addressKey('192.0.2.8'), addressKey('192.0.2.9')]
    const turned = (i: number) => [...keys.slice(i % 5), ...keys.slice(0, i % 5)]
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => try_({ keys: turned(i), now: NOW })))
    expect(allowed(answers)).toBe(3)
  })

  it('that are held back for one reason count for none', async () => {
    const service = await desk()
    for (let i = 0; i < 10; i++) await service.try_({ keys: [AIGERIM, OFFICE], now: NOW })
    expect(await counted(service, OFFICE)).toBe(3)
    expect(await counted(service, AIGERIM)).toBe(3)
  })

  it('by a stranger do not hold back the person on a device of theirs', async () => {
    const { try_ } = await desk()
    const own = deviceKey('851315400107', 'id-of-the-phone')
    for (let i = 0; i < 50; i++) await try_({ keys: [AIGERIM, OFFICE], now: later(i) })
    expect(await try_({ keys: [AIGERIM, OFFICE], now: later(50) })).toMatchObject({ allowed: false })
    expect(await try_({ keys: [own], now: later(50) })).toEqual({ allowed: true })
  })
})

describe('a right password', () => {
  it('wipes out the person’s tries, and of their address’s its own alone', async () => {
    const service = await desk()
    for (let i = 0; i < 3; i++) await service.try_({ keys: [AIGERIM, OFFICE], now: NOW })
    await service.forgive([AIGERIM, OFFICE])
    expect(await counted(service, AIGERIM)).toBeUndefined()
    expect(await counted(service, OFFICE)).toBe(2)
  })

  it('does not end the wait of an address at which others guess', async () => {
    const { try_, forgive } = await desk()
    const someone = (i: number) => personKey(String(900_000_000_000 + i))
    for (let i = 0; i < 20; i++) await try_({ keys: [someone(i), OFFICE], now: NOW })
    await forgive([someone(19), OFFICE])
    expect(await try_({ keys: [someone(20), OFFICE], now: NOW })).toMatchObject({ allowed: false })
  })
})

it('a try that came to nothing is given back, with its wait', async () => {
  const service = await desk()
  for (let i = 0; i < 3; i++) await service.try_({ keys: [AIGERIM, OFFICE], now: NOW })
  await service.giveBack([AIGERIM, OFFICE])
  expect(await counted(service, AIGERIM)).toBe(2)
  expect(await service.try_({ keys: [AIGERIM, OFFICE], now: NOW })).toEqual({ allowed: true })
})

it('the table names nobody, and forgets', async () => {
  const { try_, sql, owner } = await desk()
  await try_({ keys: [AIGERIM, OFFICE], now: NOW })
  const rows = JSON.stringify(await owner`select encode(key, 'escape') as key, * from throttle`)
  expect(rows).not.toMatch(/851315400107|192\.0\.2/)
  await forgetTries(sql)(later(3_600))
  expect(await owner`select 1 from throttle`).toHaveLength(2)
  await forgetTries(sql)(later(7_201))
  expect(await owner`select 1 from throttle`).toHaveLength(0)
})
