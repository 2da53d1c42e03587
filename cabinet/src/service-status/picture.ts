// What is known at present, read from the database every 15 seconds at most, however many pages are asked for.
import type { Log } from '../web/access-log.ts'
import type { Maintenance } from './maintenance.ts'
import type { Sighting } from './outside.ts'

export type Picture = {
  readonly sightings: readonly Sighting[]
  readonly plans: readonly Maintenance[]
  readonly isWhole: boolean // false: the database did not answer, and what was known before is shown
}

export type PictureNeeds = {
  readonly readSightings: () => Promise<Sighting[]>
  readonly readMaintenance: (now: Date) => Promise<Maintenance[]>
  readonly now: () => Date
  readonly log: Log
}

const KEPT = 15_000

/** Never fails: a page is shown whether or not this can be read. */
export function keptPicture(needs: PictureNeeds): () => Promise<Picture> {
  let kept: Promise<Picture> | undefined
  let readAt = 0
  let last: Picture = { sightings: [], plans: [], isWhole: false }
  const read = async (now: Date): Promise<Picture> => {
    try {
      const [sightings, plans] = await Promise.all([needs.readSightings(), needs.readMaintenance(now)])
      last = { sightings, plans, isWhole: true }
    } catch (error) {
      needs.log('error', 'status-unread', { error: String(error) })
      last = { ...last, isWhole: false }
    }
    return last
  }
  return () => {
    const now = needs.now()
    if (!kept || Math.abs(now.getTime() - readAt) >= KEPT) {
      readAt = now.getTime()
      kept = read(now)
    }
    return kept
  }
}
