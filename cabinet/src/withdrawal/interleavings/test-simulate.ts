// For tests: one run of the completion under a seed. The same seed gives the same run.
import { castOf, ending } from './test-actors.ts'
import { checkHistory } from './test-check-history.ts'
import type { Books, Exchange } from './test-history.ts'
import type { Mutant } from './test-mutants.ts'
import { seededRandom } from './test-random.ts'
import { openWorld } from './test-world.ts'

export type Run = {
  readonly faults: readonly string[]
  readonly books: Books
  readonly exchanges: readonly Exchange[]
  readonly steps: number
  readonly crashes: number
}

export async function simulate(seed: number, mutant?: Mutant): Promise<Run> {
  const world = openWorld(seededRandom(seed), mutant)
  let ended = false
  const play = async () => {
    await Promise.all(castOf(world).map(act => act()))
    await ending(world)
    ended = true
  }
  const playing = play()
  const steps = await world.scheduler.run()
  if (ended) await playing
  const books = world.model.books()
  const faults = checkHistory(world.exchanges, books)
  if (!ended) faults.push('end: somebody waits for ever')
  if (books.state === 'withdrawing') faults.push('end: a signature is being checked for ever')
  return { faults, books, exchanges: world.exchanges, steps, crashes: world.crashes }
}

/** The first seed from `first` on whose run has a fault, among `count`. */
export async function findFault(first: number, count: number, mutant?: Mutant): Promise<number | undefined> {
  for (let seed = first; seed < first + count; seed++) if ((await simulate(seed, mutant)).faults.length > 0) return seed
  return undefined
}

/** What happened, for whoever looks for the mistake. */
export function tellRun({ faults, exchanges, books, steps, crashes }: Run): string {
  const lines = exchanges
    .toSorted((a, b) => a.asked - b.asked)
    .map(one => `  ${one.asked}–${one.answered} ${JSON.stringify(one.call)} → ${JSON.stringify(one.answer)}`)
  const log = books.log.map((entry, i) => `  ${i} ${JSON.stringify(entry)}`)
  return [
    ...faults,
    `${steps} steps, ${crashes} crashes; asked and answered:`,
    ...lines,
    `the row, now ${books.state}:`,
    ...log,
  ].join('\n')
}
