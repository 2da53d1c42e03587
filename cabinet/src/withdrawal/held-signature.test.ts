// A signature that cannot be checked just now: held, tried again, finished by itself or given back in the end.
import { describe, expect, it } from 'vitest'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { stopDrafts } from './draft-store.ts'
import { openBench, tellsOf } from './test-bench.ts'
import { BUSY, ENDED, GOOD, REVOKED, SILENT } from './test-judgements.ts'

const TOMORROW = new Date(TODAY.getTime() + 24 * 3_600_000)

/** The authority is silent when the signature arrives. */
async function held() {
  const bench = await openBench({ connections: 8 })
  const draft = await bench.prepare('a-1')
  const outcome = await bench.sign(draft)
  return { bench, draft, outcome }
}

describe('a signature that arrives while the authority is silent', () => {
  it('is received and being checked, until a day later; the application is withdrawing and the timeline has the signature', async () => {
    const { bench, outcome } = await held()
    expect(outcome).toEqual({ kind: 'checking', receivedAt: TODAY, until: TOMORROW })
    expect(await tellsOf(bench, 'a-1')).toEqual({
      state: 'withdrawing',
      timeline: ['received', 'withdrawal-signed'],
      audit: ['withdrawal-signed received', 'withdrawal-held revocation-unknown'],
    })
  })

  it('bars a claim for execution, which is told to ask again', async () => {
    const { bench } = await held()
    expect(await bench.claim('a-1')).toEqual({
      kind: 'refused',
      problem: 'withdrawal-being-checked',
      state: 'withdrawing',
    })
  })

  it('is finished by the job once the authority answers, as of the moment of its receipt', async () => {
    const { bench, draft } = await held()
    bench.wait(4)
    expect(await bench.job()).toBe(0)
    expect(bench.desk.asked).toBe(1) // it is not due yet
    bench.wait(1)
    expect(await bench.job()).toBe(0)
    bench.answer(GOOD)
    bench.wait(10)
    expect(await bench.job()).toBe(1)
    expect(bench.desk.asked).toBe(3)
    expect(await bench.sign(draft)).toMatchObject({ kind: 'withdrawn', registration: { receivedAt: TODAY } })
    expect(await tellsOf(bench, 'a-1')).toEqual({
      state: 'withdrawn',
      timeline: ['received', 'withdrawal-signed', 'withdrawn'],
      audit: ['withdrawal-signed received', 'withdrawal-held revocation-unknown', 'withdrawn 1-ОЖ'],
    })
  })

  it('has the same answer however often it is sent, and the authority is not asked for that', async () => {
    const { bench, draft, outcome } = await held()
    for (let i = 0; i < 5; i++) expect(await bench.sign(draft)).toEqual(outcome)
    expect(bench.desk.asked).toBe(1)
  })

  it('bars another signature under the same application, which is told so', async () => {
    const { bench, draft } = await held()
    const other = Buffer.from('3003020101', 'hex').toString('base64')
    expect(await bench.sign(draft, other)).toMatchObject({ kind: 'refusal', code: 'withdrawal-being-checked' })
  })

  it('gives the application back with the reason when its certificate turns out to be revoked', async () => {
    const { bench, draft } = await held()
    bench.answer(REVOKED)
    bench.wait(5)
    expect(await bench.job()).toBe(1)
    expect(await bench.sign(draft)).toMatchObject({ kind: 'refusal', code: 'signature-certificate-revoked' })
    expect(await tellsOf(bench, 'a-1')).toEqual({
      state: 'accepted',
      timeline: ['received', 'withdrawal-signed', 'withdrawal-rejected'],
      audit: [
        'withdrawal-signed received',
        'withdrawal-held revocation-unknown',
        'withdrawal-rejected signature-certificate-revoked',
      ],
    })
    expect((await bench.claim('a-1')).kind).toBe('created')
  })
})

describe('a signature that arrives while our queue is full', () => {
  it('is held as well and tried again in five seconds', async () => {
    const bench = await openBench()
    bench.answer(BUSY)
    const draft = await bench.prepare('a-1')
    expect((await bench.sign(draft)).kind).toBe('checking')
    expect((await tellsOf(bench, 'a-1')).timeline).toEqual(['received']) // nobody knows yet who signed
    bench.answer(GOOD)
    bench.wait(5)
    expect(await bench.job()).toBe(1)
    expect((await bench.sign(draft)).kind).toBe('withdrawn')
  })
})

describe('a signature whose check ends its thread', () => {
  async function ended() {
    const bench = await openBench({ connections: 8 })
    bench.answer(ENDED)
    const draft = await bench.prepare('a-1')
    expect((await bench.sign(draft)).kind).toBe('checking')
    return { bench, draft }
  }

  it('is tried once more, and then refused with the reason: the application is accepted again, and nobody is said to have signed', async () => {
    const { bench, draft } = await ended()
    expect(await tellsOf(bench, 'a-1')).toMatchObject({ state: 'withdrawing', timeline: ['received'] })
    bench.wait(5)
    expect(await bench.job()).toBe(1)
    expect(bench.desk.asked).toBe(2)
    expect(await bench.sign(draft)).toMatchObject({ kind: 'refusal', code: 'signature-check-ended' })
    expect(await tellsOf(bench, 'a-1')).toEqual({
      state: 'accepted',
      timeline: ['received', 'withdrawal-rejected'],
      audit: ['withdrawal-signed received', 'withdrawal-held check-ended', 'withdrawal-rejected signature-check-ended'],
    })
    const acts = await bench.database
      .owner`select actor_kind from audit_event where act like 'withdrawal-%' order by position`
    expect(acts.map(line => line['actor_kind'])).toEqual(['anybody', 'system', 'system'])
    const told = await bench.database.owner`select kind from message where kind ~ 'withdrawn'`
    expect(told).toEqual([{ kind: 'not-withdrawn' }])
    expect((await bench.claim('a-1')).kind).toBe('created')
  })

  it('is counted once when it was sent twice at the same moment: one stall of the machine may end both checks', async () => {
    const bench = await openBench({ connections: 8 })
    const checks: ((ended: typeof ENDED) => void)[] = []
    bench.desk.answer = () =>
      new Promise(resolve => {
        if (checks.push(resolve) === 2) for (const end of checks) end(ENDED)
      })
    const draft = await bench.prepare('a-1')
    const both = await Promise.all([bench.sign(draft), bench.sign(draft)])
    expect(bench.desk.asked).toBe(2)
    expect(both.map(({ kind }) => kind)).toEqual(['checking', 'checking'])
    bench.answer(GOOD)
    bench.wait(5)
    expect(await bench.job()).toBe(1)
    expect((await bench.sign(draft)).kind).toBe('withdrawn')
  })

  it('is refused the second time also when an authority was silent in between', async () => {
    const { bench } = await ended()
    bench.answer(SILENT)
    bench.wait(5)
    expect(await bench.job()).toBe(0)
    expect((await tellsOf(bench, 'a-1')).timeline).toEqual(['received', 'withdrawal-signed'])
    bench.answer(ENDED)
    bench.wait(300)
    expect(await bench.job()).toBe(1)
    expect((await tellsOf(bench, 'a-1')).state).toBe('accepted')
  })

  it('counts when the second check comes to its end', async () => {
    const { bench, draft } = await ended()
    bench.answer(GOOD)
    bench.wait(5)
    expect(await bench.job()).toBe(1)
    expect((await bench.sign(draft)).kind).toBe('withdrawn')
    expect((await tellsOf(bench, 'a-1')).timeline).toEqual(['received', 'withdrawal-signed', 'withdrawn'])
  })
})

describe('a signature of which nothing is known after the whole hold', () => {
  it('is given back: the application is accepted again, the timeline, the audit and the signer are told', async () => {
    const { bench, draft } = await held()
    bench.clock.at = new Date(TOMORROW.getTime() - 1)
    expect(await bench.job()).toBe(0)
    expect((await tellsOf(bench, 'a-1')).state).toBe('withdrawing')
    bench.clock.at = TOMORROW
    expect(await bench.job()).toBe(1)
    expect(await bench.sign(draft)).toMatchObject({ kind: 'refusal', code: 'signature-check-timed-out' })
    expect(await tellsOf(bench, 'a-1')).toEqual({
      state: 'accepted',
      timeline: ['received', 'withdrawal-signed', 'withdrawal-timed-out'],
      audit: [
        'withdrawal-signed received',
        'withdrawal-held revocation-unknown',
        'withdrawal-rejected signature-check-timed-out',
      ],
    })
    expect((await bench.claim('a-1')).kind).toBe('created')
  })

  it('was tried some three hundred times, the last time at the very end', async () => {
    const { bench } = await held()
    const { owner } = bench.database
    const due = async () => (await owner`select next_try_at from withdrawal_signature`)[0]?.['next_try_at'] ?? undefined
    let last = TODAY
    for (let next = await due(); next; next = await due()) {
      last = next
      bench.clock.at = next
      await bench.job()
    }
    expect(last).toEqual(TOMORROW)
    expect(bench.desk.asked).toBe(294)
  })

  it('counts all the same when the last answer is good', async () => {
    const { bench, draft } = await held()
    bench.clock.at = TOMORROW
    bench.answer(GOOD)
    await bench.job()
    expect((await bench.sign(draft)).kind).toBe('withdrawn')
  })

  it('is given back also when trying fails every time: nothing bars a claim for ever', async () => {
    const bench = await openBench()
    const draft = await bench.prepare('a-1')
    await bench.sign(draft)
    bench.desk.answer = () => Promise.reject(new Error('a fault of ours'))
    bench.wait(5)
    expect(await bench.job()).toBe(0)
    expect(bench.reports).toMatchObject([{ event: 'undecided-signature-failed', error: 'Error: a fault of ours' }])
    bench.clock.at = TOMORROW
    expect(await bench.job()).toBe(1)
    expect((await tellsOf(bench, 'a-1')).state).toBe('accepted')
  })
})

describe('the job that finishes signatures', () => {
  it('keeps no transaction open and no row locked while the verifier is asked', async () => {
    const { bench } = await held()
    const { owner } = bench.database
    const seen: unknown[] = []
    bench.desk.answer = async () => {
      const open = await owner`
        select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`
      const free = await owner`select id from withdrawal_signature for update skip locked`
      seen.push([open.length, free.length])
      return SILENT
    }
    bench.wait(5)
    await bench.job()
    expect(seen).toEqual([[0, 1]])
  })

  it('leaves alone what another instance has taken up, and takes it up when that instance dies', async () => {
    const { bench } = await held()
    bench.desk.answer = () => new Promise(() => {}) // the instance dies while it waits for the answer
    bench.wait(5)
    void bench.job()
    await expect.poll(() => bench.desk.asked).toBe(2)
    bench.answer(GOOD)
    expect(await bench.job()).toBe(0)
    bench.wait(29)
    expect(await bench.job()).toBe(0)
    bench.wait(1)
    expect(await bench.job()).toBe(1)
  })

  it('of three instances at once tries each signature once and registers it once', async () => {
    const bench = await openBench({ connections: 12 })
    const ids = Array.from({ length: 30 }, (_, n) => `a-${n}`)
    for (const id of ids) await bench.sign(await bench.prepare(id))
    bench.answer(GOOD)
    bench.wait(5)
    const counts = await Promise.all([bench.job(), bench.job(), bench.job()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(bench.desk.asked).toBe(60)
    const [kept] = await bench.database.owner`
      select (select count(*)::int from withdrawal) as registrations, (select count(*)::int from outbox) as told,
             (select count(*)::int from application where state = 'withdrawn') as withdrawn`
    expect(kept).toEqual({ registrations: 30, told: 30, withdrawn: 30 })
  })

  it('finishes the others though one can be neither decided nor put off', async () => {
    const bench = await openBench({ connections: 8 })
    for (const id of ['a-1', 'a-2']) await bench.sign(await bench.prepare(id))
    await bench.database.owner`
      update application set state = 'accepted', signature = null, signature_received_at = null where id = 'a-1'`
    bench.clock.at = TOMORROW
    expect(await bench.job()).toBe(1)
    expect((await tellsOf(bench, 'a-2')).timeline.at(-1)).toBe('withdrawal-timed-out')
    expect(new Set(bench.reports.map(({ event }) => event))).toEqual(new Set(['undecided-signature-failed']))
    expect(await bench.job()).toBe(0) // its lease runs: it is not taken up over and over
  })

  it('decides once though a slow instance comes with another answer after its lease has ended', async () => {
    const { bench, draft } = await held()
    let tell = (_: typeof REVOKED) => {}
    bench.desk.answer = () => new Promise(resolve => (tell = resolve))
    bench.wait(5)
    const slow = bench.job()
    await expect.poll(() => bench.desk.asked).toBe(2)
    bench.answer(GOOD)
    bench.wait(30)
    expect(await bench.job()).toBe(1)
    tell(REVOKED)
    expect(await slow).toBe(1) // it found it decided
    expect((await bench.sign(draft)).kind).toBe('withdrawn')
    expect((await tellsOf(bench, 'a-1')).timeline).toEqual(['received', 'withdrawal-signed', 'withdrawn'])
  })
})

describe('a signature that cannot be read any more, or whose statement cannot', () => {
  it('is put off and given back at its end like one that cannot be checked; the others of the same round are finished', async () => {
    const bench = await openBench({ connections: 8 })
    for (const id of ['a-1', 'a-2', 'a-3']) await bench.sign(await bench.prepare(id))
    const { owner } = bench.database
    await owner`update withdrawal_draft set document = set_byte(document, 20, 255 - get_byte(document, 20)) where application = 'a-1'`
    await owner`update withdrawal_signature set cms = set_byte(cms, 20, 255 - get_byte(cms, 20)) where application = 'a-2'`
    bench.answer(GOOD)
    bench.wait(10)
    expect(await bench.job()).toBe(1)
    expect(bench.reports.map(({ event }) => event)).toEqual(Array(2).fill('undecided-signature-failed'))
    const states = async () => (await owner`select state from application order by id`).map(row => row['state'])
    expect(await states()).toEqual(['withdrawing', 'withdrawing', 'withdrawn'])

    bench.clock.at = TOMORROW
    expect(await bench.job()).toBe(2)
    expect(await states()).toEqual(['accepted', 'accepted', 'withdrawn'])
    for (const id of ['a-1', 'a-2'])
      expect((await tellsOf(bench, id)).audit.at(-1)).toBe('withdrawal-rejected signature-check-timed-out')
  })
})

describe('a statement that is stopped as it expires', () => {
  it('is refused to whatever arrived just in time and is received a moment later', async () => {
    const bench = await openBench({ connections: 8 })
    const draft = await bench.prepare('a-1')
    const expiry = new Date(TODAY.getTime() + 30 * 60_000)
    await bench.database.sql.begin(tx => stopDrafts(tx, AIGERIM.iin, expiry))
    bench.clock.at = new Date(expiry.getTime() - 1)
    expect(await bench.sign(draft)).toMatchObject({ kind: 'refusal', code: 'draft-stopped' })
    expect((await tellsOf(bench, 'a-1')).state).toBe('accepted')
  })
})
