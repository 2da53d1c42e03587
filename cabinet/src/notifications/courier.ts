// The courier of one instance: never two rounds at a time. Whoever asks while one is out gets the next, which sees what was
// queued meanwhile.

type Round = () => Promise<number>

export function courier(deliver: Round): Round {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<number> | undefined
  const begin = async () => {
    await running.catch(() => undefined) // whoever waits for it hears of it
    next = undefined
    const round = deliver()
    running = round
    return round
  }
  return () => {
    next ??= begin()
    return next
  }
}
