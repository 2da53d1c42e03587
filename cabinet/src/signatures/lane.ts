// A lane: so many tasks at a time, so many that wait, and no more. Whoever comes too many is told so at once.

export type Lane = {
  /** Runs the task when its turn comes; undefined when the lane is full, or when `whole` ends before that. */
  readonly run: <T>(task: () => Promise<T>, whole?: AbortSignal) => Promise<T | undefined>
  readonly running: () => number
}

/** `atOnce` tasks run, `waiting` more may queue up, first come first served. */
export function openLane(atOnce: number, waiting: number): Lane {
  const queue = new Set<() => void>() // in the order of coming
  let running = 0
  /** The place goes from hand to hand: nobody who comes just now takes it. */
  const next = () => {
    const [first] = queue
    if (!first) return void running--
    queue.delete(first)
    first()
  }
  /** Whether it came: who waits no longer makes room for others. */
  const turn = (whole: AbortSignal | undefined) =>
    new Promise<boolean>(resolve => {
      const come = () => resolve(true)
      queue.add(come)
      whole?.addEventListener('abort', () => queue.delete(come) && resolve(false), { once: true })
    })
  return {
    run: async (task, whole) => {
      if (whole?.aborted) return undefined
      if (running < atOnce) running++
      else if (queue.size >= waiting || !(await turn(whole))) return undefined
      return task().finally(next)
    },
    running: () => running,
  }
}
