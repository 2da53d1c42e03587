import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../database/fresh-database.ts'
import { openBench } from './test-bench.ts'
import { GOOD, SILENT } from './test-judgements.ts'

// The mathematics of signatures is tested elsewhere; here a signature is good by decree, so that thousands can race.

describe('a claim for execution against a withdrawal', () => {
  for (const held of [false, true])
    it(`has exactly one winner in each of 1,000 races, and no application is both executed and withdrawn${held ? ', also when every signature is held first' : ''}`, async () => {
      const bench = await openBench({ connections: 24 })
      const races = Array.from({ length: 1000 }, (_, n) => n)
      const drafts = await inBatches(races, 20, n => bench.prepare(`race-${n}`))
      bench.answer(held ? SILENT : GOOD)

      const wins = { claim: 0, withdrawal: 0, overtaken: 0 }
      await inBatches(races, 10, async n => {
        const claimFirst = n % 2 === 0
        const claim = () => bench.claim(`race-${n}`)
        const withdraw = () => bench.sign(drafts[n] ?? '')
        const both = claimFirst ? [claim(), withdraw()] : [withdraw(), claim()]
        const outcomes = await Promise.all(both as [ReturnType<typeof claim>, ReturnType<typeof withdraw>])
        const claimed = outcomes.some(outcome => outcome.kind === 'created')
        const received = outcomes.some(outcome => outcome.kind === (held ? 'checking' : 'withdrawn'))
        expect([claimed, received], JSON.stringify(outcomes)).toSatisfy(([a, b]) => a !== b)
        wins[claimed ? 'claim' : 'withdrawal']++
        if (claimed !== claimFirst) wins.overtaken++
      })
      bench.wait(5)
      bench.answer(GOOD)
      const finishing = Promise.all([bench.job(), bench.job()])
      await inBatches(races, 10, n => bench.claim(`race-${n}`)) // once more, while two instances finish what is held
      expect((await finishing).reduce((sum, count) => sum + count)).toBe(held ? wins.withdrawal : 0)
      const ends = await inBatches(races, 10, n => bench.record(`race-${n}`, randomUUID()))
      expect(ends.filter(end => end.kind === 'created')).toHaveLength(wins.claim)

      await expectConsistent(bench.database, wins)
      console.log(
        `1000 of 1000 races had one winner: ${wins.claim} claims, ${wins.withdrawal} withdrawals${held ? ' (held first)' : ''}, ${wins.overtaken} by the later`,
      )
    }, 300_000)

  it('lets the earlier win when one is done before the other begins, in both orders', async () => {
    const bench = await openBench()
    bench.answer(GOOD)
    const [first, second] = [await bench.prepare('race-1'), await bench.prepare('race-2')]
    await bench.claim('race-1')
    expect(await bench.sign(first)).toMatchObject({ code: 'execution-started' })
    await bench.sign(second)
    expect(await bench.claim('race-2')).toMatchObject({ problem: 'state-final', state: 'withdrawn' })
  })
})

async function expectConsistent({ owner }: FreshDatabase, wins: { claim: number; withdrawal: number }): Promise<void> {
  const states = await owner`select state, count(*)::int as count from application group by state order by state`
  expect(states.map(row => [row['state'], row['count']])).toEqual(
    [
      ['executed', wins.claim],
      ['withdrawn', wins.withdrawal],
    ].filter(([, count]) => count !== 0),
  )
  const [twice] = await owner`
    select count(*)::int as count from timeline_event a join timeline_event b using (iin, application)
     where a.event in ('executed', 'execution-started') and b.event = 'withdrawn'`
  expect(twice?.['count']).toBe(0)
  const [kept] = await owner`
    select (select count(*)::int from withdrawal) as registrations, (select count(*)::int from outbox) as told,
           (select count(*)::int from withdrawal_signature where state = 'accepted') as signatures`
  expect(kept).toEqual({ registrations: wins.withdrawal, told: wins.withdrawal, signatures: wins.withdrawal })
  const messages = await owner`select kind, count(*)::int as count from message group by kind order by kind`
  expect(messages.map(row => [row['kind'], row['count']])).toEqual(
    [
      ['application-executed', wins.claim],
      ['bank-details-filed', wins.claim + wins.withdrawal],
      ['execution-started', wins.claim],
      ['withdrawal-drafted', wins.claim + wins.withdrawal],
      ['withdrawn', wins.withdrawal],
    ].filter(([, count]) => count !== 0),
  )
}

async function inBatches<A, B>(items: readonly A[], size: number, act: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (let i = 0; i < items.length; i += size) done.push(...(await Promise.all(items.slice(i, i + size).map(act))))
  return done
}
