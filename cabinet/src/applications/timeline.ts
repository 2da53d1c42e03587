// The timeline of an application: lines are added when something happens and never changed.
import type { Sql, Tx } from '../database/sql.ts'
import type { Localised } from '../web/language.ts'
import type { Actor, TimelineItem } from './view.ts'

export type NewEvent = {
  readonly at: Date
  readonly dateOnly: boolean
  readonly event: TimelineItem['event']
  readonly actor: Actor['kind']
}

export async function addToTimeline(tx: Tx, iin: string, application: string, event: NewEvent): Promise<void> {
  await tx`
    insert into timeline_event (iin, application, at, date_only, event, actor_kind)
    values (${iin}, ${application}, ${event.at}, ${event.dateOnly}, ${event.event}, ${event.actor})`
}

/** The same of the same moment is not told twice. Whoever calls this has the application to themselves. */
export async function addOnceToTimeline(tx: Tx, iin: string, application: string, event: NewEvent): Promise<void> {
  await tx`
    insert into timeline_event (iin, application, at, date_only, event, actor_kind)
    select ${iin}, ${application}, ${event.at}, ${event.dateOnly}, ${event.event}, ${event.actor}
     where not exists (
       select from timeline_event
        where iin = ${iin} and application = ${application} and event = ${event.event} and at = ${event.at})`
}

type Row = {
  at: Date
  date_only: boolean
  event: TimelineItem['event']
  actor_kind: Actor['kind']
  actor_name: Localised | null
}

/** In the order in which we learned of it. */
export async function readTimeline(sql: Sql, iin: string, application: string): Promise<TimelineItem[]> {
  const rows = await sql<Row[]>`
    select at, date_only, event, actor_kind, actor_name from timeline_event
     where iin = ${iin} and application = ${application} order by position`
  return rows.map(row => ({
    at: row.at,
    dateOnly: row.date_only,
    event: row.event,
    actor: { kind: row.actor_kind, name: row.actor_name ?? undefined },
  }))
}
