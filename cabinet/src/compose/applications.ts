// What a person filed, and where it stands.
import { isSilent } from '../applications/core-silence.ts'
import { listApplications } from '../applications/list-store.ts'
import { readDetails } from '../applications/read-details.ts'
import { readVersion } from '../applications/read-version.ts'
import { peekLiveDraft } from '../withdrawal/draft-store.ts'
import type { DeadlineParts } from './deadlines.ts'
import type { DocumentParts } from './documents.ts'
import type { StatisticsParts } from './statistics.ts'
import type { World } from './world.ts'

type Others = {
  readonly documents: DocumentParts
  readonly deadlines: DeadlineParts
  readonly statistics: StatisticsParts
}

export function applicationParts({ sql, now, config }: World, { documents, deadlines, statistics }: Others) {
  return {
    list: listApplications(sql, now),
    isSilent: (heardAt: Date | undefined) => isSilent(heardAt, now(), config.CORE_SILENCE_HOURS),
    details: readDetails({
      sql,
      readDeadline: deadlines.read,
      listDocuments: documents.list,
      liveDraft: (iin, id, at) => peekLiveDraft(sql, iin, id, at),
      now,
    }),
    version: readVersion({ sql, listSent: documents.listSent }),
    contactHours: config.CONTACT_HOURS,
    published: statistics.published,
  }
}
