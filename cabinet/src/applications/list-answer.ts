// One page of the list as the database tells it, all in one statement, so that numbers, totals and rows are of one moment.
import { almatyDate } from '../calendar/almaty.ts'
import type { Sql } from '../database/sql.ts'
import type { ShownStatus } from './application.ts'
import type { ApplicationRow, OperationRow } from './application-row.ts'
import { type CandidateRow, candidates } from './attention-store.ts'
import { heardAt } from './core-heard.ts'
import { readCursor } from './cursor.ts'
import { inMonth, isWhole, months, ordered, type Walk, walked } from './list-rows.ts'
import { searchOf } from './list-search.ts'
import type { Months, Tally } from './list-tally.ts'
import type { ListQuery } from './view.ts'

/** As JSON has it. */
export type PageRow = Pick<
  ApplicationRow,
  'id' | 'series' | 'number' | 'kind' | 'contract_types' | 'filed_on' | 'state'
> & {
  readonly day: string
  readonly received_at: string
  readonly changed_at: number // milliseconds
  readonly position: number // 0: the row of an application without several operations
  readonly status: ShownStatus
  readonly operation: OperationRow | null // of a row with a position
  readonly in_month: number | null // which one of its month it is; null: its number follows from that of the first row
}

export type Answer = {
  readonly rows: readonly PageRow[] | null
  readonly first_in_month: number | null // the same of the first row, in a walk through everything from a cursor on
  readonly months: Months | null
  readonly found: number | null
  readonly tally: Tally | null
  readonly heard_at: Date | null
  readonly drafts: Readonly<Record<string, number>> | null // until when a statement of withdrawal may be signed, by application
  readonly candidates: readonly CandidateRow[] | null // for attention, on the first page of everything
}

const MAX_ROWS = 100

/** One row more than asked, to know whether it goes on. A cursor that is not ours leads to the beginning. */
export function walkOf(iin: string, { kind, status, q, sort, cursor, limit }: ListQuery): Walk {
  const search = q === undefined ? undefined : searchOf(q)
  const named = search?.by === 'kind' ? search.kinds : undefined
  const from = cursor === undefined ? undefined : readCursor(cursor)
  return {
    iin,
    kinds: kind === undefined ? named : [kind].filter(one => named?.some(id => id === one) ?? true),
    status,
    numberKey: search?.by === 'number' ? search.key : undefined,
    descends: (sort === 'newest') !== (from?.back ?? false),
    from,
    rows: Math.min(Math.max(limit, 1), MAX_ROWS) + 1,
  }
}

export async function readPage(sql: Sql, walk: Walk, now: Date): Promise<Answer> {
  const { iin } = walk
  const today = almatyDate(now)
  const whole = isWhole(walk)
  const [answer] = await sql<Answer[]>`
    ${walked(sql, walk)}
    select ${walk.numberKey === undefined ? sql`null::integer` : sql`(select count(*)::integer from found)`} as found,
           ${whole && walk.from ? firstInMonth(sql, walk) : sql`null::integer`} as first_in_month,
           ${whole && !walk.from ? sql`null::json` : months(sql, iin)} as months,
           (select json_agg(json_build_array(status, kind, rows)) from list_count
             where iin = ${iin} and month = '' and status <> '' and rows > 0) as tally,
           ${heardAt(sql)} as heard_at,
           ${liveDrafts(sql, iin, now)} as drafts,
           ${whole && !walk.from ? candidates(sql, iin, today) : sql`null::json`} as candidates,
           (select json_agg(shown) from (
              select row.day, row.received_at, row.position, row.status, row.kind, application.id, application.series,
                     application.number, application.contract_types, application.filed_on,
                     (extract(epoch from application.changed_at) * 1000)::bigint as changed_at, application.state,
                     ${whole ? sql`null` : inMonth(sql, iin)} as in_month,
                     (select json_build_object('done_on', done_on, 'amount', amount::text, 'contract_type', contract_type,
                               'status', status)
                        from operation
                       where operation.iin = ${iin} and application = row.application and position = row.position) as operation
                from page row
                join lateral (select * from application where iin = ${iin} and id = row.application limit 1) application on true
               ${ordered(sql, walk)}) shown) as rows`
  if (!answer) throw new Error('a statement without a condition answered nothing')
  return answer
}

/** Of the few applications that are being withdrawn: until when the statement that is drawn up may be signed. */
function liveDrafts(sql: Sql, iin: string, now: Date) {
  return sql`(
    select json_object_agg(draft.application, (extract(epoch from draft.expires_at) * 1000)::bigint)
      from withdrawal_draft draft
      join application on application.iin = ${iin} and application.id = draft.application
       and application.state = 'accepted' and application.version = draft.application_version
     where draft.iin = ${iin} and draft.expires_at > ${now.toISOString()}::timestamptz
       and draft.stopped_at is null)`
}

function firstInMonth(sql: Sql, walk: Walk) {
  return sql`(select ${inMonth(sql, walk.iin)} from page row ${ordered(sql, { ...walk, rows: 1 })})`
}
