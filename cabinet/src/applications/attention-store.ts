// Applications that may need their person, found by indexes of what is rare; the rule decides which of them do.
import type { Sql } from '../database/sql.ts'
import type { State } from './application.ts'
import type { Candidate } from './attention.ts'
import type { KindId } from './kinds.ts'

/** As JSON has it. */
export type CandidateRow = {
  readonly id: string
  readonly number: string
  readonly kind: KindId
  readonly state: State
  readonly appeal_until: string | null
  readonly promised_on: string | null
  readonly not_counted: boolean
  readonly synced_at: string
}

const ENOUGH = 6 // of each sort: one more than is shown

/** A value for another statement, so that it is asked for together with what else is shown. */
export function candidates(sql: Sql, iin: string, today: string) {
  return sql`(
    with ${appealable(sql, iin, today)}, ${notCounted(sql, iin)}, ${overdue(sql, iin, today)}, ${unclear(sql, iin)}
    select json_agg(one) from (
      select application.id, number, kind, state, synced_at, refusal ->> 'appealUntil' as appeal_until, promised_on, not_counted
        from (select id, bool_or(not_counted) as not_counted
                from (select id, false as not_counted from appealable union all select id, true from not_counted
                      union all select id, false from overdue union all select id, false from unclear) any_of_them
               group by id) candidate
        join lateral (select * from application where iin = ${iin} and id = candidate.id offset 0) application on true
        left join lateral (select promised_on from application_deadline
                            where iin = ${iin} and application = candidate.id offset 0) deadline on true) one)`
}

/** Refused, with days left to appeal. A row of the list stands for its application when it is the first of it. */
function appealable(sql: Sql, iin: string, today: string) {
  return sql`appealable as (
    select application as id from list_row where iin = ${iin} and appeal_until >= ${today}::date and position < 2
     order by appeal_until limit ${ENOUGH})`
}

/** Held, refused later, and nothing was signed since: the person was not there to be told. Only while one may still sign. */
function notCounted(sql: Sql, iin: string) {
  return sql`not_counted as (
    select application as id from withdrawal_signature refused
     where iin = ${iin} and state = 'rejected' and held_at is not null
       and not exists (select from withdrawal_signature newer
                        where newer.iin = ${iin} and newer.application = refused.application
                          and (newer.received_at, refused.id) > (refused.received_at, newer.id))
       and exists (select from application
                    where iin = ${iin} and id = refused.application and state = 'accepted' offset 0)
     order by received_at desc, id limit ${ENOUGH})`
}

/** Under way past their term, the longest first. */
function overdue(sql: Sql, iin: string, today: string) {
  return sql`overdue as (
    select application as id from list_row where iin = ${iin} and promise < ${today}::date
     order by promise limit ${ENOUGH})`
}

function unclear(sql: Sql, iin: string) {
  return sql`unclear as (
    select application as id from list_row where iin = ${iin} and status = 'unclear' and position = 0 limit ${ENOUGH})`
}

export function toCandidate(row: CandidateRow): Candidate {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    appealUntil: row.appeal_until ?? undefined,
    promisedOn: row.promised_on ?? undefined,
    notCounted: row.not_counted,
    syncedAt: new Date(row.synced_at),
  }
}
