// The list: one row for each application, or for each operation of one that has several (S-34). The ordinal counts the
// person's rows from the oldest and does not depend on filter or page (O-04, O-06).
import type { Sql } from '../database/sql.ts'
import { withdrawability } from '../withdrawal/decide.ts'
import { type ShownStatus, shown } from './application.ts'
import { type ApplicationRow, type OperationRow, toApplication, toOperation } from './application-row.ts'
import { heardAt } from './core-heard.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { inMonth, isWhole, months, ordered, type Walk, walked } from './list-rows.ts'
import { searchOf } from './list-search.ts'
import { kindsOf, type Months, ordinalOf, statusesOf, type Tally, totalOf } from './list-tally.ts'
import type { ListItem, ListPage, ListQuery, ListRow } from './view.ts'

/** As JSON has it: moments are text. */
type PageRow = Pick<ApplicationRow, 'id' | 'series' | 'number' | 'kind' | 'contract_types' | 'filed_on' | 'state'> & {
  readonly day: string
  readonly received_at: string
  readonly changed_at: string
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
}

const MAX_ROWS = 100

export const listApplications =
  (sql: Sql) =>
  async (iin: string, query: ListQuery): Promise<ListPage> => {
    const walk = walkOf(iin, query)
    const answer = await readPage(sql, walk)
    const tally = answer.tally ?? []
    return {
      ...pageOf(walk, answer),
      total: answer.found ?? totalOf(tally, walk),
      kinds: kindsOf(tally),
      statuses: statusesOf(tally),
      asOf: answer.heard_at ?? undefined,
    }
  }

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

/** All in one statement, so that numbers, totals and rows are of one moment. */
export async function readPage(sql: Sql, walk: Walk): Promise<Answer> {
  const { iin } = walk
  const whole = isWhole(walk)
  const [answer] = await sql<Answer[]>`
    ${walked(sql, walk)}
    select ${walk.numberKey === undefined ? sql`null::integer` : sql`(select count(*)::integer from found)`} as found,
           ${whole && walk.from ? sql`(select ${inMonth(sql, iin)} from page row ${ordered(sql, { ...walk, rows: 1 })})` : sql`null::integer`} as first_in_month,
           ${whole && !walk.from ? sql`null::json` : months(sql, iin)} as months,
           (select json_agg(json_build_object('status', status, 'kind', kind, 'rows', rows)) from list_count
             where iin = ${iin} and month = '' and status <> '' and rows > 0) as tally,
           ${heardAt(sql)} as heard_at,
           (select json_agg(shown) from (
              select row.day, row.received_at, row.position, row.status, row.kind, application.id, application.series,
                     application.number, application.contract_types, application.filed_on, application.changed_at,
                     application.state, ${whole ? sql`null` : inMonth(sql, iin)} as in_month,
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

type Pages = Pick<ListPage, 'rows' | 'nextCursor' | 'previousCursor'>

function pageOf(walk: Walk, answer: Answer): Pages {
  const { from, rows: most } = walk
  const all = numbered(walk, answer)
  const back = from?.back ?? false
  const kept = back ? all.slice(0, most - 1).reverse() : all.slice(0, most - 1)
  const goesOn = all.length === most
  return {
    rows: kept.map(toListItem),
    nextCursor: back || goesOn ? cursorAt(kept.at(-1), false) : undefined,
    previousCursor: (back ? goesOn : from) ? cursorAt(kept[0], true) : undefined,
  }
}

type Numbered = PageRow & { readonly ordinal: number }

/** Each row with its number: counted in its month where rows are left out, else one after another from the first. */
function numbered({ descends, from }: Walk, answer: Answer): Numbered[] {
  const { rows, months, first_in_month: inMonth } = answer
  const [first] = rows ?? []
  if (!rows || !first) return []
  if (first.in_month !== null)
    return rows.map(row => ({ ...row, ordinal: ordinalOf(months ?? [], row.day, row.in_month ?? 0) }))
  const beginning = descends ? totalOf(answer.tally ?? [], {}) : 1
  const start = from ? ordinalOf(months ?? [], first.day, inMonth ?? 0) : beginning
  return rows.map((row, i) => ({ ...row, ordinal: descends ? start - i : start + i }))
}

function cursorAt(row: PageRow | undefined, back: boolean): string | undefined {
  return row && writeCursor({ day: row.day, at: new Date(row.received_at), id: row.id, position: row.position, back })
}

function toListItem(row: Numbered): ListItem {
  const { id, series, number, kind, status } = row
  return {
    ordinal: row.ordinal,
    application: {
      ...{ id, series, number, kind },
      contractTypes: row.contract_types,
      filedOn: row.filed_on,
      changedAt: new Date(row.changed_at),
    },
    operation: row.operation ? toOperation(row.operation) : undefined,
    status,
    withdrawal: withdrawability(kind, row.state),
  }
}

type WholeRow = ApplicationRow & {
  readonly day: string
  readonly in_month: number
  readonly months: Months | null
  readonly operations: readonly OperationRow[] | null
}

/** One application as a row of the list, with its ordinal: for the detail page, which is reached from any of its rows. */
export async function readRowOf(sql: Sql, iin: string, id: string): Promise<ListRow | undefined> {
  const [row] = await sql<WholeRow[]>`
    select application.*, row.day, ${inMonth(sql, iin)} as in_month, ${months(sql, iin)} as months,
           (select json_agg(json_build_object('done_on', done_on, 'amount', amount::text,
                     'contract_type', contract_type, 'status', status) order by position)
              from operation where operation.iin = ${iin} and operation.application = ${id}) as operations
      from application,
           lateral (select * from list_row where iin = ${iin} and application = ${id} order by position limit 1) row
     where application.iin = ${iin} and application.id = ${id}`
  if (!row) return undefined
  return {
    ordinal: ordinalOf(row.months ?? [], row.day, row.in_month),
    application: toApplication(row, row.operations ?? []),
    operation: undefined,
    status: shown(row.state),
    withdrawal: withdrawability(row.kind, row.state),
  }
}
