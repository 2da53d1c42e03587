// One-time codes on a real PostgreSQL: guessed, used twice, in another browser, too late, by fifty at once.
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import type { QueuedCode } from '../notifications/queue-code.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { codeDigits, digitsAreRight } from './code-digits.ts'
import { forgetCodes } from './code-store.ts'
import { type CodeRequest, checkCode, type MadeCode, makeCode } from './one-time-code.ts'

const KEY = '11'.repeat(32)
const NEWER_KEY = '22'.repeat(32)
const NOW = new Date('2026-06-16T07:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)

const REQUEST: CodeRequest = {
  purpose: 'registration',
  channel: 'sms',
  address: '+77010000001',
  starter: 'browser-of-aigerim',
  language: 'kk',
  now: NOW,
}

async function desk(keys: readonly string[] = [KEY]) {
  const { sql, owner } = await freshDatabase({ connections: 10 })
  const hash = keyedHash(keys)
  const queued: QueuedCode[] = []
  const queueCode = () => async (code: QueuedCode) => void queued.push(code)
  const make = (change: Partial<CodeRequest> = {}): Promise<MadeCode> =>
    sql.begin(tx => makeCode({ hash, queueCode })(tx)({ ...REQUEST, ...change }))
  const made = async (change: Partial<CodeRequest> = {}) => {
    const code = await make(change)
    if (code.kind !== 'made') throw new Error(`no code was made: ${JSON.stringify(code)}`)
    return { id: code.id, digits: codeDigits(keys)(code.id), until: code.until }
  }
  const check = (id: string, typed: string, change: { starter?: string; now?: Date } = {}) =>
    checkCode({ hash, digitsAreRight: digitsAreRight(keys) })(sql)({
      ...{ id, typed, starter: REQUEST.starter, now: later(30) },
      ...change,
    })
  return { make, made, check, queued, sql, owner }
}

/** Six digits that are not these. */
const not = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  it('is six digits that are put nowhere, sent in the transaction that makes it', async () => {
    const { made, check, queued, owner } = await desk()
    const { id, digits, until } = await made()
    expect(digits).toMatch(/^\d{6}$/)
    const { address, channel, language } = REQUEST
    expect(queued).toEqual([{ code: id, address, channel, language, at: NOW, until: later(600) }])
    expect(until).toEqual(later(600))
    const rows = JSON.stringify(await owner`select encode(target, 'escape') as to, * from one_time_code`)
    expect(rows).not.toMatch(new RegExp(`${digits}|7010000001|browser-of-aigerim`))
    expect(await check(id, digits)).toBe('right')
  })

  it('is right as people type it', async () => {
    const { made, check } = await desk()
    for (const [i, space] of ['', ' ', '\u00a0', '-', '\t'].entries()) {
      const { id, digits } = await made({ starter: `browser ${i}`, address: `+7701000000${i}` })
      const typed = ` ${digits.slice(0, 3)}${space}${digits.slice(3)}\n`
      expect(await check(id, typed, { starter: `browser ${i}` }), JSON.stringify(typed)).toBe('right')
    }
  })

  it('cannot be what is no six digits, which costs no try', async () => {
    const { made, check } = await desk()
    const { id } = await made()
    for (const typed of ['', '12345', '1234567', '１２３４５６', '-1e300', "' or true --", '0'.repeat(100_000)])
      expect(await check(id, typed), typed.slice(0, 12)).toEqual({ wrong: 5 })
  })
})

describe('the same code', () => {
  it('is used once', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    expect(await check(id, digits)).toBe('right')
    expect(await check(id, digits)).toBe('dead')
  })

  it('is used once by fifty who have it at once', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    const answers = await Promise.all(Array.from({ length: 50 }, () => check(id, digits)))
    expect(answers.filter(answer => answer === 'right')).toHaveLength(1)
  })

  it('may be tried five times, and then not even the right digits help', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    for (const left of [4, 3, 2, 1, 0]) expect(await check(id, not(digits))).toEqual({ wrong: left })
    expect(await check(id, digits)).toBe('dead')
  })

  it('may be tried five times also by fifty at once', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    const answers = await Promise.all(Array.from({ length: 50 }, () => check(id, not(digits))))
    expect(answers.filter(answer => answer !== 'dead')).toHaveLength(5)
  })

  it('of one browser is nothing in another, which spoils nothing either', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    for (let i = 0; i < 6; i++) expect(await check(id, digits, { starter: 'another browser' })).toBe('dead')
    expect(await check(id, digits)).toBe('right')
  })

  it('is dead after ten minutes', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    expect(await check(id, digits, { now: later(600) })).toBe('dead')
    expect(await check(id, digits, { now: later(599) })).toBe('right')
  })

  it('is right on an instance whose clock is ten minutes behind', async () => {
    const { made, check } = await desk()
    const { id, digits } = await made()
    expect(await check(id, digits, { now: later(-600) })).toBe('right')
  })

  it('sent under one key is right while the service changes to another, and other ids have other digits', async () => {
    const sent = codeDigits([KEY])('0b0a5a0e-0000-4000-8000-000000000001')
    expect(digitsAreRight([NEWER_KEY, KEY])('0b0a5a0e-0000-4000-8000-000000000001', sent)).toBe(true)
    expect(digitsAreRight([NEWER_KEY])('0b0a5a0e-0000-4000-8000-000000000001', sent)).toBe(false)
    expect(digitsAreRight([KEY])('0b0a5a0e-0000-4000-8000-000000000002', sent)).toBe(false)
  })
})

describe('another code', () => {
  it('is made a minute later, and whoever asks before is told when', async () => {
    const { make, made } = await desk()
    await made()
    expect(await make({ now: later(59) })).toEqual({ kind: 'refusal', code: 'code-too-soon', again: later(60) })
    expect(await make({ now: later(60) })).toMatchObject({ kind: 'made' })
  })

  it('is made by one of ten who ask at once', async () => {
    const { make, queued } = await desk()
    const answers = await Promise.all(Array.from({ length: 10 }, () => make()))
    expect(answers.filter(answer => answer.kind === 'made')).toHaveLength(1)
    expect(queued).toHaveLength(1)
  })

  it('is made five times an hour, to one address whatever the browser', async () => {
    const { make, made } = await desk()
    for (let i = 0; i < 5; i++) await made({ starter: `browser ${i}`, now: later(i * 61) })
    expect(await make({ starter: 'browser 6', now: later(600) })).toMatchObject({ again: later(3_600) })
    expect(await make({ starter: 'browser 6', now: later(3_600) })).toMatchObject({ kind: 'made' })
  })

  it('is not made for the same mailbox in other letters', async () => {
    const { make, made } = await desk()
    await made({ channel: 'mail', address: 'aigerim@example.kz', starter: 'one' })
    const answer = await make({ channel: 'mail', address: 'AigeriM@example.kz', starter: 'another' })
    expect(answer.kind).toBe('refusal')
  })

  it('is made five times an hour, by one browser whatever the address', async () => {
    const { make, made } = await desk()
    for (let i = 0; i < 5; i++) await made({ address: `+7701000000${i}`, now: later(i * 61) })
    expect(await make({ address: '+77010000009', now: later(600) })).toMatchObject({ again: later(3_600) })
  })

  it('may be made at the same moment for the mail', async () => {
    const { made } = await desk()
    await made()
    await made({ channel: 'mail', address: 'aigerim@example.kz' })
  })

  it('does not make the one before it dead', async () => {
    const { made, check } = await desk()
    const first = await made()
    await made({ now: later(61) })
    expect(await check(first.id, first.digits, { now: later(90) })).toBe('right')
  })
})

describe('a code for nobody', () => {
  const recovery = { purpose: 'recovery', iin: '851315400107' } as const

  it('is not sent, and no digits are right', async () => {
    const { made, check, queued } = await desk()
    const { id, digits } = await made({ ...recovery, address: undefined })
    expect(queued).toEqual([])
    expect(await check(id, digits)).toEqual({ wrong: 4 })
  })

  it('is refused as often as one for somebody: what was typed is counted, not whom it reaches', async () => {
    for (const address of [undefined, '+77010000001']) {
      const { make, made } = await desk()
      if (address) for (let i = 0; i < 4; i++) await made({ address, starter: `registering ${i}`, now: later(i * 61) })
      for (let i = 0; i < 5; i++)
        await made({ ...recovery, address, starter: `browser ${i}`, now: later(i * 61 + 300) })
      const sixth = await make({ ...recovery, address, starter: 'browser 6', now: later(900) })
      expect(sixth, address ?? 'nobody').toMatchObject({ kind: 'refusal', again: later(3_900) })
    }
  })
})

it('codes are forgotten when they no longer count', async () => {
  const { made, sql, owner } = await desk()
  await made()
  await forgetCodes(sql)(later(3_600))
  expect(await owner`select 1 from one_time_code`).toHaveLength(1)
  await forgetCodes(sql)(later(7_201))
  expect(await owner`select 1 from one_time_code`).toHaveLength(0)
})
