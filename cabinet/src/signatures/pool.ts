// Threads in which signatures are checked, so that no message, however made, can hold up anything but its own answer.
import { Piscina } from 'piscina'
import { openLane } from './lane.ts'

/**
 * `acts` is for signatures under documents; `visitors` for whoever proves who they are, before which anybody can send anything;
 * `public` for anybody's questions. No lane can starve another.
 */
export type LaneName = 'acts' | 'visitors' | 'public'

export type TaskOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'busy' } // its lane is full, or the time to wait was over before there was an answer
  | { readonly kind: 'ended'; readonly why: 'too-long' | 'crashed' } // and the thread replaced

/** What a module of tasks exports: functions of data to data, one of which only says that the thread is there. */
type Task = (input: never) => unknown
type Warm = { readonly ready: () => true }
type NameIn<Tasks> = { [N in keyof Tasks]: Tasks[N] extends Task ? N : never }[keyof Tasks] & string
type InputOf<T> = T extends (input: infer I) => unknown ? I : never
type AnswerOf<T> = T extends (...input: never) => infer A ? Awaited<A> : never

export type Pool<Tasks> = {
  /**
   * Throws what the task threw: a fault of ours, since bad input is an answer. When `whole` ends, nobody waits any longer: what
   * has not begun never does, and what a thread has goes on to its own end.
   */
  readonly run: <N extends NameIn<Tasks>>(
    lane: LaneName,
    name: N,
    input: InputOf<Tasks[N]>,
    whole?: AbortSignal,
  ) => Promise<TaskOutcome<AnswerOf<Tasks[N]>>>
  readonly isUp: () => boolean
  readonly threadsOf: (lane: LaneName) => number
  readonly close: () => Promise<void>
}

export type PoolOptions = {
  /** The module of tasks, bundled. */
  readonly worker: URL
  /** Handed to every thread when it starts. */
  readonly workerData: unknown
  readonly threads: number // of the lane `acts`; `visitors` has one less, `public` one
  readonly timeoutMs: number // for one task, from the moment a thread has it
  readonly onTrouble: (why: 'too-long' | 'crashed', task: string) => void
}

const WAITING = { acts: 64, visitors: 64, public: 8 } // at some 10 ms a task a full lane is a second or less of waiting
const HEAP_MB = 512 // a national revocation list of 22 MB and its index, several times over

export function openPool<Tasks extends Warm>(options: PoolOptions): Pool<Tasks> {
  const { worker, workerData, threads, timeoutMs, onTrouble } = options
  const visitors = Math.max(1, threads - 1)
  const piscina = new Piscina({
    filename: worker.href,
    name: 'ready' satisfies keyof Warm, // imported when the thread starts, so that the first task need not wait for it
    workerData,
    minThreads: threads,
    maxThreads: threads + visitors + 1,
    idleTimeout: 60_000,
    env: {}, // no secret of the service is any business of a thread that reads strangers' bytes
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    closeTimeout: timeoutMs,
  })
  let closing = false
  piscina.on('error', () => closing || onTrouble('crashed', 'none')) // a thread that dies while idle is replaced all the same
  // Piscina 5.3 lets tasks with an abort signal past its maxQueue, and counts waiting as running: the lanes do neither.
  const lanes = {
    acts: openLane(threads, WAITING.acts),
    visitors: openLane(visitors, WAITING.visitors),
    public: openLane(1, WAITING.public),
  }
  const runAndTell = async (name: string, input: unknown) => {
    const outcome = await runOne(piscina, { name, input, timeoutMs, closing: () => closing })
    if (outcome.kind === 'ended') onTrouble(outcome.why, name)
    return outcome
  }
  const run: Pool<Tasks>['run'] = async (lane, name, input, whole) => {
    const outcome = await whileWaited(
      lanes[lane].run(() => runAndTell(name, input), whole),
      whole,
    )
    return (outcome ?? { kind: 'busy' }) as Awaited<ReturnType<typeof run>> // the module exports what its type says
  }
  return {
    run,
    isUp: () => piscina.threads.length > 0,
    threadsOf: lane => lanes[lane].running(),
    close: async () => {
      closing = true
      await piscina.close() // what runs may end
    },
  }
}

/** Undefined when `whole` ends first. */
function whileWaited<T>(work: Promise<T>, whole: AbortSignal | undefined): Promise<T | undefined> {
  if (!whole) return work
  const end = new Promise<undefined>(resolve => {
    whole.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  return Promise.race([work, end])
}

type Running = {
  readonly name: string
  readonly input: unknown
  readonly timeoutMs: number
  readonly closing: () => boolean
}

/** The task, or why its thread had to end. */
async function runOne(piscina: Piscina, { name, input, timeoutMs, closing }: Running): Promise<TaskOutcome<unknown>> {
  if (closing()) return { kind: 'busy' } // a closed piscina would start threads anew
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    return { kind: 'done', value: await piscina.run(input, { name, signal }) }
  } catch (error) {
    if (closing()) return { kind: 'busy' }
    if (signal.aborted) return { kind: 'ended', why: 'too-long' }
    if (isCrash(error)) return { kind: 'ended', why: 'crashed' }
    throw error
  }
}

/** The thread itself came to an end: out of memory, or it exited. */
function isCrash(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return 'code' in error ? error.code === 'ERR_WORKER_OUT_OF_MEMORY' : error.message.startsWith('worker exited')
}
