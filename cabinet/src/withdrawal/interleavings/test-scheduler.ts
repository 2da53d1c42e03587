// For tests: who waits goes on when this says so, one at a time, in an order that the seed alone decides. Time is its own too:
// it moves when nobody can go on, so that a day costs nothing.
import type { Random } from './test-random.ts'

/** Those who die together: a process with all that waits in it. Who has died never goes on. */
export type Crew = { alive: boolean }

export type Scheduler = {
  readonly now: () => number // milliseconds
  /** A moment at which anything else may happen first; now and then a long one. */
  readonly pause: (crew: Crew) => Promise<void>
  readonly sleep: (crew: Crew, milliseconds: number) => Promise<void>
  /** Until nobody waits any more. Answers how many steps it took. */
  readonly run: () => Promise<number>
}

type Waiting = { readonly crew: Crew; readonly at: number; readonly goOn: () => void }

const TICK = 1_000 // time moves in whole seconds, so that much happens at the same moment, in any order
const LONGEST_STALL = 90_000 // a process that swaps, a packet that is lost: longer than any lease
const TURNS = 12 // of microtasks: whoever goes on comes to their next pause. One who does not is chosen a step later
const ENDLESS = 20_000 // steps: a run has some hundreds

/** Is it really so that nobody waits? Everything that can go on by itself does so first. */
async function afterEverything<T>(look: () => T): Promise<T> {
  await new Promise(setImmediate)
  return look()
}

export function openScheduler(random: Random, start: number): Scheduler {
  let time = start
  let waiting: Waiting[] = []
  const sleep = (crew: Crew, milliseconds: number) =>
    new Promise<void>(goOn => void waiting.push({ crew, at: time + Math.floor(milliseconds / TICK) * TICK, goOn }))

  /** Somebody whose time has come; when there is nobody, time moves on to the next. */
  const choose = (): Waiting | undefined => {
    waiting = waiting.filter(({ crew }) => crew.alive)
    if (waiting.length === 0) return undefined
    time = Math.max(time, Math.min(...waiting.map(({ at }) => at)))
    const due = waiting.filter(({ at }) => at <= time)
    const chosen = due[random.below(due.length)]
    waiting = waiting.filter(one => one !== chosen)
    return chosen
  }
  const run = async () => {
    for (let steps = 0; steps < ENDLESS; steps++) {
      for (let turns = 0; turns < TURNS; turns++) await undefined
      const chosen = choose() ?? (await afterEverything(choose))
      if (!chosen) return steps
      chosen.goOn()
    }
    throw new Error('a run without end')
  }
  const pause = (crew: Crew) => sleep(crew, random.chance(0.03) ? random.below(LONGEST_STALL) : 0)
  return { now: () => time, pause, sleep, run }
}
