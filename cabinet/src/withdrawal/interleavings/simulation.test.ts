// The completion under a scheduler that chooses every order of events by a seed: crashes, lost replies, repeats, claims, silence.
// SEED=n npx vitest run cabinet/src/withdrawal/interleavings/simulation shows one run; npm run test:simulation -- --seeds N tries more.
import { describe, expect, it } from 'vitest'
import { MUTANTS } from './test-mutants.ts'
import { findFault, simulate, tellRun } from './test-simulate.ts'

const SEED = process.env['SEED']
const SEEDS = 10_000
const ENOUGH = 500 // seeds within which each mutant is found

describe('the completion of a withdrawal, simulated', () => {
  if (SEED !== undefined)
    it(`keeps every invariant under seed ${SEED}`, async () => {
      const run = await simulate(Number(SEED))
      console.log(tellRun(run))
      expect(run.faults).toEqual([])
    })

  it('keeps every invariant under each of 10,000 seeds, however servers die, replies are lost and the authority is silent', async () => {
    const seen = { withdrawn: 0, executed: 0, refused: 0, executing: 0, crashes: 0, unknown: 0, steps: 0 }
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { faults, books, exchanges, steps, crashes } = await simulate(seed)
      if (faults.length > 0) expect.fail(`SEED=${seed}\n${tellRun(await simulate(seed))}`)
      if (books.state in seen) seen[books.state as 'withdrawn']++
      seen.crashes += crashes
      seen.steps += steps
      seen.unknown += exchanges.filter(({ answer }) => answer.is === 'unknown').length
    }
    console.log(`${SEEDS} seeds: ${JSON.stringify(seen)}`)
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100) // everything happens, and often
  }, 600_000)

  it('gives the same run for the same seed', async () => {
    expect(tellRun(await simulate(7))).toBe(tellRun(await simulate(7)))
  })

  for (const mutant of MUTANTS)
    it(`is found out within ${ENOUGH} seeds when it ${mutant}`, async () => {
      const found = await findFault(1, ENOUGH, mutant)
      console.log(`${mutant}: ${found && (await simulate(found, mutant)).faults[0]} (seed ${found})`)
      expect(found).toBeDefined()
    })
})
