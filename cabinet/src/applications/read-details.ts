// Everything that a person is shown of one of their applications.
import { almatyDate } from '../calendar/almaty.ts'
import type { Sql } from '../database/sql.ts'
import type { ReadDeadline } from '../deadlines/read-deadline.ts'
import type { Application, Status } from './application.ts'
import { readHeardAt } from './core-heard.ts'
import { readRowOf } from './list-store.ts'
import { readPendingSignature } from './pending-signature.ts'
import { readTimeline } from './timeline.ts'
import type { Deadline, Details, DocumentItem, LiveDraft } from './view.ts'

type Needs = {
  readonly sql: Sql
  readonly readDeadline: ReadDeadline
  readonly listDocuments: (application: Application) => Promise<readonly DocumentItem[]>
  readonly liveDraft: (iin: string, id: string, now: Date) => Promise<LiveDraft | undefined>
  readonly now: () => Date
}

/** `undefined` for an unknown application and for somebody else's. */
export const readDetails =
  ({ sql, readDeadline, listDocuments, liveDraft, now }: Needs) =>
  async (iin: string, id: string): Promise<Details | undefined> => {
    const asOf = now() // before reading: what comes meanwhile is not said to be known
    const [row, timeline, signature, draft, heardAt] = await Promise.all([
      readRowOf(sql, iin, id),
      readTimeline(sql, iin, id),
      readPendingSignature(sql, iin, { application: id }),
      liveDraft(iin, id, asOf),
      readHeardAt(sql),
    ])
    if (!row) return undefined
    const { status } = row.application
    return {
      row,
      timeline,
      deadline: await deadlineFor(row.application, readDeadline, almatyDate(asOf)),
      documents: await listDocuments(row.application),
      registration: status.is === 'withdrawn' ? status.registration : undefined,
      signature: MATTERS.has(status.is) ? signature : undefined,
      draft: status.is === 'accepted' ? draft : undefined,
      asOf,
      heardAt,
    }
  }

/** Where an application stands while its person may be waiting for a signature to count, or may sign again. */
const MATTERS: ReadonlySet<Status['is']> = new Set(['accepted', 'withdrawing'])

/** After a withdrawal the fund owes nothing any more, so there is no term to show. */
async function deadlineFor(
  { id, owner: iin, kind, receivedAt, status }: Application,
  read: ReadDeadline,
  today: string,
): Promise<Deadline | undefined> {
  if (status.is === 'withdrawn') return undefined
  const closedOn = status.is === 'executed' || status.is === 'refused' ? status.on : undefined
  return read({ iin, id, kind, receivedAt, closedOn, today })
}
