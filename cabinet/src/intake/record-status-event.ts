// The core reports the end of an application: executed or refused. Idempotent by the event's id.
import { decideStatusEvent } from './decide.ts'
import type { StatusEventMessage } from './message.ts'
import { noteChange } from './note-change.ts'
import { type CoreCaller, type CoreNeeds, type CoreOutcome, raise } from './receive-application.ts'
import { changeOf, digestOf, findInDirectory, known, lockApplication, moveTo } from './store.ts'
import { tellNews } from './tell-news.ts'

export const recordStatusEvent =
  (needs: CoreNeeds) =>
  (event: StatusEventMessage, by: CoreCaller): Promise<CoreOutcome> =>
    needs.sql.begin(async tx => {
      const place = await findInDirectory(tx, event.application)
      const row = place && (await lockApplication(tx, place.iin, event.application))
      if (!row) return { kind: 'refused', problem: 'application-unknown' }

      const [processed] = await tx<{ digest: Buffer }[]>`
        select digest from processed_status_event where id = ${event.id}`
      if (processed)
        return processed.digest.equals(digestOf(event))
          ? { kind: 'unchanged', state: row.state }
          : { kind: 'refused', problem: 'event-mismatch', state: row.state }

      const ruling = decideStatusEvent(known(row), { word: event.status.is, on: event.status.on })
      if (ruling.kind === 'refuse') {
        if (ruling.alarm) await raise(needs, tx, { row, problem: ruling.problem, by })
        return { kind: 'refused', problem: ruling.problem, state: row.state }
      }
      if (ruling.kind === 'move') {
        const at = needs.now()
        await moveTo(tx, row, ruling.to, event.status, at)
        await noteChange(tx, { act: 'status-reported', iin: row.iin, application: row.id, state: ruling.to, by, at })
        await tellNews(tx, row, changeOf(row, ruling.to, event.status), at)
      }
      await tx`
        insert into processed_status_event (id, application, digest, processed_at)
        values (${event.id}, ${event.application}, ${digestOf(event)}, ${needs.now()})`
      return { kind: ruling.kind === 'move' ? 'created' : 'unchanged', state: event.status.is }
    })
