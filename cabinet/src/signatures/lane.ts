// A lane: so many tasks at a time, so many that wait, and no more. Whoever comes too many is told so at once.

export type Lane = {
  /** Runs the task when its turn comes; undefined when the lane is full. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T> | undefined
  readonly running: () => number
}

/** `atOnce` tasks run, `waiting` more may queue up, first come first served. */
export function openLane(atOnce: number, waiting: number): Lane {
  const queue: (() => void)[] = []
  let running = 0
  /** The place goes from hand to hand: nobody who comes just now takes it. */
  const next = () => {
    const waiting = queue.shift()
    if (waiting) waiting()
    else running--
  }
  const turn = () => (running < atOnce ? undefined : new Promise<void>(resolve => queue.push(resolve)))
  const begin = async <T>(task: () => Promise<T>, wait: Promise<void> | undefined): Promise<T> => {
    if (wait) await wait
    else running++
    return task().finally(next)
  }
  return {
    run: task => (running >= atOnce && queue.length >= waiting ? undefined : begin(task, turn())),
    running: () => running,
  }
}
