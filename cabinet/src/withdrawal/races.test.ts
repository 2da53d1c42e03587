import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../database/fresh-database.ts'
import { claimExecution } from '../intake/claim-execution.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { recordStatusEvent } from '../intake/record-status-event.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { keepDraft } from './draft-store.ts'
import type { Judgement } from './settle.ts'
import { signDraft } from './sign-draft.ts'
import type { StatementFacts } from './statement.ts'

// The mathematics of signatures is tested elsewhere; here a signature is good by decree, so that thousands can race.
const GOOD: Judgement = {
  kind: 'good',
  proof: {
    certificate: { commonName: 'ТЕСТ', issuer: 'ТЕСТ', serial: '01', algorithm: 'gost2015-512', notAfter: TODAY },
    chain: [],
    report: {},
    revocation: 'unchecked',
  },
}
const CMS = Buffer.from('30030101ff', 'hex').toString('base64')
const BY = { key: 'core', request: 'r' }

function parts({ sql }: FreshDatabase) {
  const core = { sql, now: () => TODAY, alarm: () => {} }
  return {
    receive: receiveApplication(core),
    claim: claimExecution(core),
    record: recordStatusEvent(core),
    keep: keepDraft(sql),
    sign: signDraft({ sql, judge: async () => GOOD, now: () => TODAY }),
  }
}

async function prepare(service: ReturnType<typeof parts>, n: number): Promise<string> {
  const id = `race-${n}`
  await service.receive(id, bankDetails({ number: String(n) }), BY)
  const draft = await service.keep({
    id: randomUUID(),
    iin: AIGERIM.iin,
    application: id,
    version: 1,
    facts: {} as StatementFacts,
    document: Buffer.from('%PDF'),
    madeAt: TODAY,
    expiresAt: new Date(TODAY.getTime() + 60_000),
  })
  if (draft === 'changed') throw new Error('nothing changed it')
  return draft.id
}

describe('a claim for execution against a withdrawal', () => {
  it('has exactly one winner in each of 1,000 races, and no application is both executed and withdrawn', async () => {
    const database = await freshDatabase({ connections: 24 })
    const service = parts(database)
    const races = Array.from({ length: 1000 }, (_, n) => n)
    const drafts = await inBatches(races, 20, n => prepare(service, n))

    const wins = { claim: 0, withdrawal: 0, overtaken: 0 }
    await inBatches(races, 10, async n => {
      const claimFirst = n % 2 === 0
      const claim = () => service.claim(`race-${n}`, `c-${n}`, BY)
      const withdraw = () => service.sign({ draftId: drafts[n] ?? '', cms: CMS, by: 'api' })
      const both = claimFirst ? [claim(), withdraw()] : [withdraw(), claim()]
      const outcomes = await Promise.all(both as [ReturnType<typeof claim>, ReturnType<typeof withdraw>])
      const claimed = outcomes.some(outcome => outcome.kind === 'created')
      const withdrawn = outcomes.some(outcome => outcome.kind === 'withdrawn')
      expect([claimed, withdrawn], JSON.stringify(outcomes)).toSatisfy(([a, b]) => a !== b)
      wins[claimed ? 'claim' : 'withdrawal']++
      if (claimed !== claimFirst) wins.overtaken++
      const end = { id: randomUUID(), application: `race-${n}`, status: { is: 'executed', on: '2026-06-17' } } as const
      expect((await service.record(end, BY)).kind).toBe(claimed ? 'created' : 'refused')
    })

    await expectConsistent(database, wins)
    console.log(
      `1000 of 1000 races had one winner: ${wins.claim} claims, ${wins.withdrawal} withdrawals, ${wins.overtaken} by the later`,
    )
  })

  it('lets the earlier win when one is done before the other begins, in both orders', async () => {
    const service = parts(await freshDatabase())
    const [first, second] = [await prepare(service, 1), await prepare(service, 2)]
    await service.claim('race-1', 'c-1', BY)
    expect(await service.sign({ draftId: first, cms: CMS, by: 'api' })).toMatchObject({ code: 'execution-started' })
    await service.sign({ draftId: second, cms: CMS, by: 'api' })
    expect(await service.claim('race-2', 'c-2', BY)).toMatchObject({ problem: 'state-final', state: 'withdrawn' })
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
}

async function inBatches<A, B>(items: readonly A[], size: number, act: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (let i = 0; i < items.length; i += size) done.push(...(await Promise.all(items.slice(i, i + size).map(act))))
  return done
}
