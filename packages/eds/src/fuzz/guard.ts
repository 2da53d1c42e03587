// Work on hostile input in a thread that may neither hang nor take more memory than an honest document would.
import { Worker } from 'node:worker_threads'

/**
 * Of the thread's heap: past it the thread is ended by V8, which is a failure. Forty are what the compiled program and
 * its tests' keys take; no input of these sizes may need as much again.
 */
export const MAX_HEAP_MEGABYTES = 96
const STALL_MS = 60_000 // at one input: a thousand times what it may take, for the busiest machine
const LOOK_EVERY_MS = 1000

export type Guarded = {
  readonly input: unknown
  /** Told the position that the thread is at, now and then. */
  readonly progress?: (position: number) => void
  readonly stallMs?: number // at one input
}

/** What the module answers by `answer`. Rejects with the position when the thread dies, or stays at one input. */
export function guard(module: URL, { input, progress, stallMs = STALL_MS }: Guarded): Promise<unknown> {
  const position = new Int32Array(new SharedArrayBuffer(4))
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { module: module.href, input, position },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES, maxYoungGenerationSizeMb: 16 },
  })
  return new Promise((resolve, reject) => {
    let seen = { position: -1, since: performance.now() }
    const watch = setInterval(() => {
      const at = Atomics.load(position, 0)
      if (at !== seen.position) seen = { position: at, since: performance.now() }
      progress?.(at)
      if (performance.now() - seen.since > stallMs) end(new Error(`hangs at input ${at}`))
    }, LOOK_EVERY_MS)
    const end = (fault: Error | undefined, answer?: unknown) => {
      clearInterval(watch)
      void thread.terminate()
      if (fault) reject(fault)
      else resolve(answer)
    }
    thread.once('message', answer => end(undefined, answer))
    thread.once('error', cause => end(new Error(`dies at input ${Atomics.load(position, 0)}`, { cause })))
    thread.once('exit', code => end(new Error(`leaves at input ${Atomics.load(position, 0)} with ${code}`)))
  })
}
