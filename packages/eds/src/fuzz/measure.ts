// How long one input may take, and how much memory beside the heap, whose size the guard bounds.

/** Of processor time. An honest document takes a tenth of it. */
export const MAX_MILLISECONDS = 50

/** In buffers, which V8's limit on the heap does not count. No input tried here is a hundredth as long. */
export const MAX_BUFFER_BYTES = 16 * 1024 * 1024

export type Cost = { readonly milliseconds: number; readonly bufferBytes: number }

const RUNS = 3

/**
 * The time is processor time at most: the lesser of what the clock and what the process's own account say, since both
 * count what the work did not use. What seems slow is run again, and the shortest of three counts, so that another
 * process's noise is never taken for an attack. The buffers are those that the first run made, less what was swept up.
 */
export function costOf(work: () => void): Cost {
  const { arrayBuffers } = process.memoryUsage()
  let milliseconds = timed(work)
  const bufferBytes = Math.max(0, process.memoryUsage().arrayBuffers - arrayBuffers)
  for (let run = 1; run < RUNS && milliseconds >= MAX_MILLISECONDS; run++) {
    milliseconds = Math.min(milliseconds, timed(work))
  }
  return { milliseconds, bufferBytes }
}

function timed(work: () => void): number {
  const processor = process.cpuUsage()
  const clock = performance.now()
  work()
  const elapsed = performance.now() - clock
  const { user, system } = process.cpuUsage(processor)
  return Math.min(elapsed, (user + system) / 1000)
}
