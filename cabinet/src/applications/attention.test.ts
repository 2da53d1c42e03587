// Which applications need their person: the rule, and on a real database that it is asked about the right ones.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { type Bench, openBench } from '../withdrawal/test-bench.ts'
import { REVOKED, SILENT } from '../withdrawal/test-judgements.ts'
import { attentionTo, type Candidate, needOf } from './attention.ts'
import { listApplications } from './list-store.ts'

const DAY = '2026-06-30'
const SYNCED = new Date('2026-06-17T08:00:00+05:00')
const aCandidate = (over: Partial<Candidate> = {}): Candidate => ({
  ...{ id: 'a-1', number: '1', kind: 'bank-details', state: 'accepted', syncedAt: SYNCED },
  ...{ appealUntil: undefined, promisedOn: undefined, notCounted: false },
  ...over,
})

describe('an application needs its person', () => {
  it.each<[string, Partial<Candidate>, string | undefined]>([
    ['accepted and in time: not', { promisedOn: '2026-06-30' }, undefined],
    ['accepted and past its term: to ask why', { promisedOn: '2026-06-29' }, 'overdue'],
    ['being executed and past its term: to ask why', { state: 'executing', promisedOn: '2026-06-29' }, 'overdue'],
    ['executed after its term: not any more', { state: 'executed', promisedOn: '2026-06-29' }, undefined],
    ['withdrawn after its term: not any more', { state: 'withdrawn', promisedOn: '2026-06-29' }, undefined],
    ['its last signature did not count: to sign again', { notCounted: true }, 'signature-not-counted'],
    ['that, and it was executed since: not any more', { state: 'executed', notCounted: true }, undefined],
    [
      'that, and late: what one can do oneself',
      { notCounted: true, promisedOn: '2026-06-01' },
      'signature-not-counted',
    ],
    ['refused, on the last day of the appeal: to appeal', { state: 'refused', appealUntil: DAY }, 'appeal-open'],
    ['refused, on the day after: not any more', { state: 'refused', appealUntil: '2026-06-29' }, undefined],
    ['its status is unclear: to know', { state: 'unclear' }, 'unclear'],
    [
      'unclear and past its term: that its status is unclear',
      { state: 'unclear', promisedOn: '2026-06-01' },
      'unclear',
    ],
  ])('%s', (_, over, need) => {
    expect(needOf(aCandidate(over), DAY)?.is).toBe(need)
  })

  it('at most five at once: own acts first, the appeal that ends first, the longest late; where the others are is told', () => {
    const all = [
      aCandidate({ id: 'unclear', state: 'unclear' }),
      aCandidate({ id: 'late', promisedOn: '2026-06-20' }),
      aCandidate({ id: 'latest', promisedOn: '2026-06-01' }),
      aCandidate({ id: 'appeal-later', state: 'refused', appealUntil: '2026-08-01' }),
      aCandidate({ id: 'appeal-sooner', state: 'refused', appealUntil: '2026-07-01' }),
      aCandidate({ id: 'sign-again', notCounted: true }),
      aCandidate({ id: 'fine' }),
    ]
    const { items, others } = attentionTo(all, DAY)
    expect(items.map(({ application }) => application.id)).toEqual([
      ...['sign-again', 'appeal-sooner', 'appeal-later', 'latest', 'late'],
    ])
    expect(others).toEqual(['unclear'])
  })
})

const refusal = { code: 'x', text: { kk: 'а', ru: 'б', en: 'c' } }
const BY = { key: 'core', request: 'r' }

/** What the first page of the person's list says. */
async function attention({ database: { sql }, clock }: Bench) {
  return (await listApplications(sql, () => clock.at)(AIGERIM.iin, { sort: 'newest', limit: 25 })).attention
}

describe('the applications of a person', () => {
  it('that need them are found among all the others, and nobody else’s', async () => {
    const bench = await openBench()
    const { sql } = bench.database
    const core = { sql, keepDeadline: keepDeadline(openCalendars()), now: () => TODAY, alarm: () => {} }
    const file = (id: string, over: Parameters<typeof bankDetails>[0]) =>
      receiveApplication(core)(id, bankDetails({ number: id, ...over }), BY)
    await file('late', { receivedAt: '2026-03-02T10:00:00+05:00', filedOn: '2026-03-02' })
    await file('in-time', {})
    await file('unclear', { status: { is: 'on-hold' } })
    await file('appeal', { status: { is: 'refused', on: '2026-06-16', refusal } })
    await file('appeal-over', { status: { is: 'refused', on: '2026-01-16', refusal } })
    await file('of-serik', { iin: SERIK.iin, status: null })
    await receiveApplication(core)('paid', lumpSum(), BY)
    bench.answer(SILENT)
    await bench.sign(await bench.prepare('signed')) // held
    bench.wait(600)
    bench.answer(REVOKED)
    await bench.job() // and refused when its person had gone
    const told = async () => {
      const { items } = await attention(bench)
      return items.map(({ application, need }) => [application.id, need.is])
    }
    expect(await told()).toEqual([
      ['signed', 'signature-not-counted'],
      ['appeal', 'appeal-open'],
      ['late', 'overdue'],
      ['unclear', 'unclear'],
    ])
    await bench.claim('signed') // the fund has begun: nothing is to be signed any more
    expect(await told()).not.toContainEqual(['signed', 'signature-not-counted'])
  })

  it('whose signature did not count are found behind as many that were executed since', async () => {
    const bench = await openBench()
    const told = async () => (await attention(bench)).items.map(({ application }) => application.id)
    const hold = async (id: string) => {
      bench.answer(SILENT)
      await bench.sign(await bench.prepare(id))
      bench.wait(600)
      bench.answer(REVOKED)
      await bench.job()
      bench.clock.at = TODAY // drafts are made then
    }
    const others = ['a', 'b', 'c', 'd', 'e', 'f']
    for (const id of others) await hold(id)
    await hold('open')
    expect(await told()).toHaveLength(5)
    for (const id of others) {
      await bench.claim(id)
      await bench.record(id, randomUUID())
    }
    expect(await told()).toEqual(['open'])
  })
})

describe('the applications of a person that are late', () => {
  it('are found behind six that ended with an operation still under way', async () => {
    const bench = await openBench()
    const { sql } = bench.database
    const receive = receiveApplication({
      sql,
      keepDeadline: keepDeadline(openCalendars()),
      now: () => TODAY,
      alarm: () => {},
    })
    const operation = { on: '2026-03-10', amount: null, contractType: 'mandatory', status: 'accepted' } as const
    const file = (id: string, day: string, over: Parameters<typeof bankDetails>[0]) =>
      receive(id, bankDetails({ number: id, receivedAt: `${day}T10:00:00+05:00`, filedOn: day, ...over }), BY)
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const operations = [operation, operation]
      await file(id, '2026-03-02', { operations })
      await file(id, '2026-03-02', { operations, status: { is: 'refused', on: '2026-03-03', refusal } })
    }
    await file('late', '2026-04-01', {})
    expect((await attention(bench)).items.map(({ application }) => application.id)).toEqual(['late'])
  })
})
