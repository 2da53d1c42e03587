// What a person filed, and where it stands.
import { readFileSync } from 'node:fs'
import { listApplications } from '../applications/list-store.ts'
import { readDetails } from '../applications/read-details.ts'
import { readVersion } from '../applications/read-version.ts'
import { readCalendar } from '../calendar/calendar.ts'
import { places } from '../root.ts'
import type { DocumentParts } from './documents.ts'
import type { World } from './world.ts'

export function applicationParts({ sql, now, root, config }: World, documents: DocumentParts) {
  const calendar = readCalendar(JSON.parse(readFileSync(places(root).calendar, 'utf8')))
  return {
    list: listApplications(sql, now),
    details: readDetails({ sql, calendar, listDocuments: documents.list, now }),
    version: readVersion(sql),
    contactHours: config.CONTACT_HOURS,
    usual: async () => null,
  }
}
