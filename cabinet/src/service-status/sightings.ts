// What this instance has seen of those outside, kept until a job writes it down: a change at once, what goes on as it was
// once a minute. No request waits for it, and none is made for it.
import type { Observe, Outside, Sighting } from './outside.ts'

export type Sightings = {
  readonly observe: Observe
  readonly take: () => Sighting[] // what is to be written now
}

const AGAIN_AFTER = 60_000

export function openSightings(now: () => Date): Sightings {
  const last = new Map<Outside, Sighting>()
  const written = new Map<Outside, Sighting>()
  return {
    observe: (name, answered) => {
      const state = answered ? 'up' : 'down'
      const before = last.get(name)
      const at = now()
      last.set(name, { name, state, since: before?.state === state ? before.since : at, at })
    },
    take: () => {
      const due = [...last.values()].filter(seen => isDue(seen, written.get(seen.name)))
      for (const seen of due) written.set(seen.name, seen)
      return due
    },
  }
}

function isDue(seen: Sighting, written: Sighting | undefined): boolean {
  return written?.state !== seen.state || seen.at.getTime() - written.at.getTime() >= AGAIN_AFTER
}
