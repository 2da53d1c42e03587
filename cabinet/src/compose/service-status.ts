// What works and what does not: seen on the way, written down by a job, read for every page.
import { announcementsOf } from '../service-status/decide.ts'
import { OUTSIDE, type Outside } from '../service-status/outside.ts'
import { keptPicture } from '../service-status/picture.ts'
import { readMaintenance } from '../service-status/plans.ts'
import { keepSightings, readSightings } from '../service-status/sighting-store.ts'
import type { Sightings } from '../service-status/sightings.ts'
import type { World } from './world.ts'

export function statusParts({ sql, now, log, config }: World, sightings: Sightings) {
  const picture = keptPicture({ readSightings: readSightings(sql), readMaintenance: readMaintenance(sql), now, log })
  const keep = keepSightings(sql)
  const unused: readonly (Outside | false)[] = [
    config.TSP_URL === undefined && 'tsp',
    config.SMTP_URL === undefined && 'mail',
    config.SMS_URL === undefined && 'sms',
  ]
  return {
    picture,
    now,
    inUse: OUTSIDE.filter(name => !unused.includes(name)),
    announcements: async () => {
      const { plans, sightings: seen } = await picture()
      return announcementsOf(plans, seen, now())
    },
    writeDown: async () => keep(sightings.take()),
  }
}
