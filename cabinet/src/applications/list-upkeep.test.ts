// The rows of the list and their counts are derived by triggers. Here they are derived once more, by other means, after whatever
// may happen to applications, one after another and at once; and walked through from both ends under every question.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../database/fresh-database.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { aVault } from '../evidence/test-vault.ts'
import type { ApplicationMessage } from '../intake/message.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { keepDraft } from '../withdrawal/draft-store.ts'
import type { Judgement } from '../withdrawal/settle.ts'
import type { StatementFacts } from '../withdrawal/statement.ts'
import { openBench } from '../withdrawal/test-bench.ts'
import { GOOD, REVOKED } from '../withdrawal/test-judgements.ts'
import { SHOWN_STATUSES } from './application.ts'
import { listApplications } from './list-store.ts'
import type { ListQuery } from './view.ts'

const PERSONS = [AIGERIM.iin, SERIK.iin]
const BY = { key: 'core', request: 'r' }
const KINDS = ['bank-details', 'tr-ipm-choose', 'ls-housing'] as const
const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-31', '2026-06-16'] as const
const PROMISES = ['promise-earlier', 'promise-lost', 'promise-gained'] as const
const isOfPromises = (act: string): act is (typeof PROMISES)[number] => PROMISES.some(one => one === act)
const ENDS = [
  { is: 'accepted' },
  { is: 'executed', on: '2026-06-17' },
  { is: 'refused', on: '2026-06-17', refusal: { code: 'x', text: { kk: 'а', ru: 'б', en: 'c' } } },
  { is: 'unknown-word' },
  null,
] as const satisfies ApplicationMessage['status'][]

const operation = fc.record({
  on: fc.constantFrom(...DAYS),
  amount: fc.constant(null),
  contractType: fc.constant('mandatory' as const),
  status: fc.constantFrom(...SHOWN_STATUSES),
})
const application = fc.nat({ max: 11 })
const step = fc.oneof(
  fc.record({
    act: fc.constant('intake' as const),
    application,
    filedOn: fc.constantFrom(...DAYS),
    status: fc.constantFrom(...ENDS),
    operations: fc.array(operation, { maxLength: 3 }),
  }),
  fc.record({ act: fc.constantFrom('claim', 'report', 'withdraw', 'sign-badly', ...PROMISES), application }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** An application keeps its person and its kind, whatever else happens to it. */
const personOf = (n: number) => PERSONS[n % PERSONS.length] ?? AIGERIM.iin
const kindOf = (n: number) => KINDS[n % KINDS.length] ?? 'bank-details'

async function aWorld() {
  const bench = await openBench({ connections: 8 })
  const { sql } = bench.database
  const receive = receiveApplication({
    sql,
    keepDeadline: keepDeadline(openCalendars()),
    now: () => TODAY,
    alarm: () => {},
  })
  const take = async (step: Step): Promise<void> => {
    const id = `a-${step.application}`
    if ('filedOn' in step) {
      const { filedOn, status, operations } = step
      const facts = { iin: personOf(step.application), number: `${step.application}`, kind: kindOf(step.application) }
      const receivedAt = `${filedOn}T0${step.application % 3}:00:00+05:00`
      await receive(id, bankDetails({ ...facts, filedOn, receivedAt, status, operations }), BY)
    } else if (step.act === 'claim') await bench.claim(id)
    else if (step.act === 'report') await bench.record(id, randomUUID())
    else if (isOfPromises(step.act)) await promise(step.application, step.act)
    else await withdraw(step.application, step.act === 'withdraw' ? GOOD : REVOKED)
  }
  /** As a recount does: with the application held. */
  const promise = (n: number, act: (typeof PROMISES)[number]) =>
    sql.begin(async tx => {
      const [iin, id] = [personOf(n), `a-${n}`]
      const held = await tx`select from application where iin = ${iin} and id = ${id} for no key update`
      const own = tx`iin = ${iin} and application = ${id}`
      if (act === 'promise-earlier')
        await tx`update application_deadline set promised_on = promised_on - 1 where ${own}`
      else if (act === 'promise-lost') await tx`delete from application_deadline where ${own}`
      else if (held.length > 0)
        await tx`
          insert into application_deadline (iin, application, due_on, promised_on, calendar_version, promised_version, counted_at)
          select ${iin}, ${id}, '2026-07-01', '2026-07-01', max(version), max(version), now() from calendar_version
          on conflict do nothing`
    })
  const withdraw = async (n: number, judgement: Judgement) => {
    const draft = await draftOf(bench.database, `a-${n}`, personOf(n))
    bench.answer(judgement)
    if (draft) await bench.sign(draft)
  }
  return { ...bench, take }
}

async function draftOf({ sql }: FreshDatabase, application: string, iin: string): Promise<string | undefined> {
  const [row] = await sql<{ version: number }[]>`select version from application where id = ${application}`
  const times = { madeAt: TODAY, expiresAt: new Date(TODAY.getTime() + 60_000) }
  const facts = { application, facts: {} as StatementFacts, document: Buffer.from('%PDF'), ...times }
  const draft = row && (await keepDraft(sql, aVault())({ id: randomUUID(), iin, version: row.version, ...facts }))
  return typeof draft === 'string' ? undefined : draft?.id
}

type Derived = { iin: string; application: string; position: number; day: string; status: string; kind: string }

const place = (row: Derived & { received_at: Date }) =>
  `${row.day} ${row.received_at.toISOString()} ${row.application} ${String(row.position).padStart(5, '0')}`

/** What the list should have, derived in this language from the tables that it is about. */
async function derive({ owner }: FreshDatabase): Promise<(Derived & { received_at: Date })[]> {
  const applications = await owner`select * from application`
  const operations = await owner`select * from operation order by iin, application, position`
  const deadlines = await owner`select * from application_deadline`
  return applications.flatMap(row => {
    const own = operations.filter(one => one['iin'] === row['iin'] && one['application'] === row['id'])
    const status = { executing: 'accepted', withdrawing: 'accepted' }[row['state'] as string] ?? row['state']
    const { iin, id, kind, received_at } = row as Record<string, string> & { received_at: Date }
    const appeal_until = row['state'] === 'refused' ? row['refusal'].appealUntil : null
    const common = { iin, application: id, kind, received_at, appeal_until }
    const deadline = deadlines.find(one => one['iin'] === iin && one['application'] === id)
    const promise = status === 'accepted' ? (deadline?.['promised_on'] ?? null) : null
    if (own.length < 2) return [{ ...common, position: 0, day: row['filed_on'], status, promise }]
    return own.map(({ position, done_on: day, status }) => ({
      ...{ ...common, position, day, status },
      promise: position < 2 ? promise : null,
    }))
  }) as Awaited<ReturnType<typeof derive>>
}

async function expectKept(database: FreshDatabase): Promise<void> {
  const { owner } = database
  const derived = await derive(database)
  const inOrder = (rows: readonly object[]) => rows.map(row => JSON.stringify(row, Object.keys(row).sort())).sort()
  expect(inOrder(await owner`select * from list_row`)).toEqual(inOrder(derived))
  const counts = new Map<string, number>()
  for (const { iin, day, status, kind } of derived)
    for (const what of [`${iin}|||`, `${iin}|${day.slice(0, 7)}||`, `${iin}||${status}|${kind}`])
      counts.set(what, (counts.get(what) ?? 0) + 1)
  const kept = await owner`
    select concat_ws('|', iin, month, status, kind) as what, rows from list_count where rows <> 0`
  expect(new Map(kept.map(row => [row['what'], row['rows']]))).toEqual(counts)
}

/** Every page of every person under some questions, forth and back again, against a list sorted here. */
async function expectWalked(database: FreshDatabase): Promise<void> {
  const derived = await derive(database)
  const list = listApplications(database.sql, () => TODAY)
  for (const iin of PERSONS) {
    const own = derived.filter(row => row.iin === iin).sort((a, b) => (place(a) < place(b) ? -1 : 1))
    for (const question of [
      {},
      { status: 'accepted' },
      { kind: 'ls-housing' },
      { kind: 'bank-details', status: 'executed' },
      { q: '1' },
    ] as const)
      for (const sort of ['newest', 'oldest'] as const) {
        const matching = own.filter(
          row =>
            ('status' in question ? row.status === question.status : true) &&
            ('kind' in question ? row.kind === question.kind : true) &&
            ('q' in question ? row.application.startsWith(`a-${question.q}`) : true),
        )
        const expected = matching.map(row => [own.indexOf(row) + 1, row.application, row.status])
        if (sort === 'newest') expected.reverse()
        expect(await walk(list, iin, { ...question, sort, limit: 3 }), JSON.stringify(question)).toEqual({
          forth: expected,
          back: expected,
          totals: expected.length > 0 ? [expected.length] : [0],
        })
      }
  }
}

async function walk(list: ReturnType<typeof listApplications>, iin: string, query: ListQuery) {
  const read = (cursor: string | undefined) => list(iin, { ...query, cursor })
  const told = ({ rows }: Awaited<ReturnType<typeof read>>) =>
    rows.map(row => [row.ordinal, row.application.id, row.status])
  let page = await read(undefined)
  const totals = new Set([page.total])
  const forth = told(page)
  while (page.nextCursor) {
    page = await read(page.nextCursor)
    totals.add(page.total)
    forth.push(...told(page))
  }
  const back = told(page)
  while (page.previousCursor) {
    page = await read(page.previousCursor)
    back.unshift(...told(page))
  }
  return { forth, back, totals: [...totals] }
}

describe('the rows of the list', () => {
  it('are what the applications and operations say, after whatever happened to them', async () => {
    const world = await aWorld()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
        for (const one of steps) await world.take(one as Step)
        await expectKept(world.database)
      }),
      { seed: 20261129, numRuns: 25, endOnFailure: true },
    )
    await expectWalked(world.database)
  })

  it('are so too when everything happens at once, and nobody waits for ever', async () => {
    const world = await aWorld()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async steps => {
        await Promise.all(steps.map(one => world.take(one as Step)))
        await expectKept(world.database)
      }),
      { seed: 20261129, numRuns: 12, endOnFailure: true },
    )
    await expectWalked(world.database)
  })
})
