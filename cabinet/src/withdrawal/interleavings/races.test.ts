// Claim, withdrawal by EDS, withdrawal by QR and refusal race for one row on a real PostgreSQL. The mathematics of signatures is
// tested elsewhere: here a signature is worth what its bytes say. RACES=n for more of them; npm run test:races does 100,000.
import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../settle.ts'
import type { Attempt } from '../signature-store.ts'
import { GOOD, REVOKED, SILENT } from '../test-judgements.ts'
import { type Arena, bytesOf, openArena } from './test-arena.ts'
import type { Answer } from './test-history.ts'
import { type Random, seededRandom } from './test-random.ts'

const RACES = Number(process.env['RACES'] ?? 2_000)
const IN_ONE_DATABASE = 2_000
const AT_ONCE = 12

const EDS = 1
const QR = 2

/** The last byte: good, held at first and then good, revoked. */
const WORTH = { good: 0, held: 1, revoked: 2 } as const

function judgeOf(): (attempt: Attempt) => Promise<Judgement> {
  const asked = new Set<string>()
  return async ({ id, cms }) => {
    if (cms.at(-1) === WORTH.revoked) return REVOKED
    if (cms.at(-1) === WORTH.good || asked.has(id)) return GOOD
    asked.add(id)
    return SILENT
  }
}

/** Four want the row at the same moment, in an order that changes; some of them come twice, some think better of it. */
async function race(arena: Arena, n: number, random: Random): Promise<void> {
  const id = `a-${n}`
  const worth = () => (random.chance(0.1) ? WORTH.revoked : random.chance(0.4) ? WORTH.held : WORTH.good)
  const [eds, qr] = [bytesOf(EDS, worth()), bytesOf(QR, worth())]
  const key = random.chance(0.5) ? 'k' : undefined
  const event = randomUUID()
  const byEds = () => arena.sign(id, eds, { by: 'page', idempotencyKey: key })
  const contestants: (() => Promise<unknown>)[] = [
    byEds,
    () => arena.sign(id, qr, { by: 'qr' }),
    () => claimAndGoOn(arena, id, random),
    ...(random.chance(0.4) ? [() => arena.refuse(id, event)] : []),
    ...(random.chance(0.2) ? [byEds] : []), // a double click
    ...(random.chance(0.1)
      ? [() => arena.sign(id, bytesOf(EDS, 9, WORTH.good), { by: 'api', idempotencyKey: key })]
      : []),
  ]
  await Promise.all(shuffled(contestants, random).map(act => start(act, random)))
  if (random.chance(0.1)) await byEds() // sent again, much later
}

async function claimAndGoOn(arena: Arena, id: string, random: Random): Promise<Answer> {
  const claim = `c-${id}`
  const answer = await arena.claim(id, claim)
  if (answer.is !== 'done') return answer
  if (random.chance(0.2)) return arena.release(id, claim)
  return random.chance(0.5) ? arena.execute(id, randomUUID()) : answer
}

async function start(act: () => Promise<unknown>, random: Random): Promise<void> {
  for (let turns = random.below(4); turns > 0; turns--) await turn()
  await act()
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map(item => ({ item, at: random.below(1e6) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

type Ran = { readonly faults: string[]; readonly ends: Record<string, number>; readonly finished: number }

/** In a database of their own, which goes with them: fifty of them have more connections than there are. */
async function runRaces(count: number, random: Random): Promise<Ran> {
  const cleanups: (() => Promise<void>)[] = []
  const arena = await openArena(count, { until: clean => cleanups.push(clean) })
  try {
    return await raceIn(arena, count, random)
  } finally {
    for (const clean of cleanups) await clean()
  }
}

/** Tells how they ended. */
async function raceIn(arena: Arena, count: number, random: Random): Promise<Ran> {
  arena.desk.judge = judgeOf()
  let next = 1
  const runner = async () => {
    while (next <= count) await race(arena, next++, random)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, runner))
  arena.wait(60_000) // what is held is due
  const [jobs] = await Promise.all([
    Promise.all([arena.job(), arena.job()]), // two instances, while the core asks once more
    Promise.all(Array.from({ length: count / 10 }, (_, i) => arena.claim(`a-${10 * i + 1}`, 'late'))),
  ])
  const { faults, ends } = await arena.check()
  return { faults, ends, finished: jobs.reduce((sum, one) => sum + one) }
}

describe('claim, withdrawal by EDS, withdrawal by QR and refusal of one application', () => {
  it(
    'have one winner in each of thousands of races, every loser is told the true state, and nothing is done twice',
    async () => {
      const random = seededRandom(RACES)
      const totals: Record<string, number> = {}
      let finished = 0
      for (let done = 0; done < RACES; done += IN_ONE_DATABASE) {
        const run = await runRaces(Math.min(IN_ONE_DATABASE, RACES - done), random)
        expect(run.faults).toEqual([])
        for (const [state, count] of Object.entries(run.ends)) totals[state] = (totals[state] ?? 0) + count
        finished += run.finished
      }
      console.log(`${RACES} races: ${JSON.stringify(totals)}; ${finished} signatures finished later`)
      expect(totals['withdrawing']).toBeUndefined()
      for (const state of ['withdrawn', 'executed', 'refused', 'executing'])
        expect(totals[state]).toBeGreaterThan(RACES / 50)
    },
    300_000 + RACES * 60,
  )
})

type Contestant = (arena: Arena, id: string) => Promise<Answer>

const CONTESTANTS: Record<string, Contestant> = {
  'a claim': (arena, id) => arena.claim(id, `c-${id}`),
  'a refusal': (arena, id) => arena.refuse(id, randomUUID()),
  'a withdrawal by EDS': (arena, id) => arena.sign(id, bytesOf(EDS, WORTH.good), { by: 'page' }),
  'a withdrawal by QR': (arena, id) => arena.sign(id, bytesOf(QR, WORTH.good), { by: 'qr' }),
}

describe('two that wait for the same row at the same moment', () => {
  it('win in the order in which they came to it, and the other is told so, in both orders of every pair', async () => {
    const names = Object.keys(CONTESTANTS)
    const pairs = names
      .flatMap(first => names.filter(one => one !== first).map(second => [first, second] as const))
      .filter(pair => pair.join().includes('withdrawal')) // what is claimed may still be refused
    const arena = await openArena(pairs.length)
    const told: string[] = []
    for (const [i, [first, second]] of pairs.entries()) {
      const id = `a-${i + 1}`
      const answers = await inThisOrder(arena, id, [first, second])
      told.push(`${first} before ${second}: ${answers.map(({ is }) => is).join(', ')}`)
    }
    const { faults } = await arena.check()
    expect(faults).toEqual([])
    console.log(told.join('\n'))
    for (const line of told) expect(line).toMatch(/: (done|withdrawn), refused$/)
    expect(told).toHaveLength(10)
  })
})

/** The row is held while the first comes to wait for it, and then the second; then both go on. */
async function inThisOrder(arena: Arena, id: string, [first, second]: readonly [string, string]): Promise<Answer[]> {
  const { owner } = arena.database
  const started: Promise<Answer>[] = []
  await owner.begin(async tx => {
    await tx`select from application where id = ${id} for update`
    for (const name of [first, second]) {
      const act = CONTESTANTS[name]
      if (act) started.push(act(arena, id))
      await expect.poll(() => waitingIn(arena)).toBe(started.length)
    }
  })
  return Promise.all(started)
}

async function waitingIn({ database: { sql } }: Arena): Promise<number> {
  const rows = await sql`
    select from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and application_name = 'otinish'`
  return rows.length
}
