// The list: one row for each application, or for each operation of one that has several (S-34). The ordinal counts the
// person's rows from the oldest and does not depend on filter or page (O-04, O-06).
import { almatyDate } from '../calendar/almaty.ts'
import type { Sql } from '../database/sql.ts'
import { withdrawability } from '../withdrawal/decide.ts'
import { shown } from './application.ts'
import { type ApplicationRow, type OperationRow, toApplication, toOperation } from './application-row.ts'
import { attentionTo } from './attention.ts'
import { toCandidate } from './attention-store.ts'
import { writeCursor } from './cursor.ts'
import { type Answer, type PageRow, readPage, walkOf } from './list-answer.ts'
import { inMonth, months, type Walk } from './list-rows.ts'
import { kindsOf, type Months, ordinalOf, statusesOf, totalOf } from './list-tally.ts'
import type { ListItem, ListPage, ListQuery, ListRow } from './view.ts'

export const listApplications =
  (sql: Sql, now: () => Date) =>
  async (iin: string, query: ListQuery): Promise<ListPage> => {
    const walk = walkOf(iin, query)
    const at = now()
    const answer = await readPage(sql, walk, at)
    const tally = answer.tally ?? []
    return {
      ...pageOf(walk, answer),
      total: answer.found ?? totalOf(tally, walk),
      kinds: kindsOf(tally),
      statuses: statusesOf(tally),
      asOf: answer.heard_at ?? undefined,
      attention: attentionTo((answer.candidates ?? []).map(toCandidate), almatyDate(at)),
    }
  }

type Pages = Pick<ListPage, 'rows' | 'nextCursor' | 'previousCursor'>

function pageOf(walk: Walk, answer: Answer): Pages {
  const { from, rows: most } = walk
  const all = numbered(walk, answer)
  const back = from?.back ?? false
  const kept = back ? all.slice(0, most - 1).reverse() : all.slice(0, most - 1)
  const goesOn = all.length === most
  return {
    rows: kept.map(one => toListItem(one, answer.drafts?.[one.row.id])),
    nextCursor: back || goesOn ? cursorAt(kept.at(-1)?.row, false) : undefined,
    previousCursor: (back ? goesOn : from) ? cursorAt(kept[0]?.row, true) : undefined,
  }
}

type Numbered = { readonly row: PageRow; readonly ordinal: number }

/** Each row with its number: counted in its month where rows are left out, else one after another from the first. */
function numbered({ descends, from }: Walk, answer: Answer): Numbered[] {
  const { rows, months, first_in_month: inMonth } = answer
  const [first] = rows ?? []
  if (!rows || !first) return []
  if (first.in_month !== null)
    return rows.map(row => ({ row, ordinal: ordinalOf(months ?? [], row.day, row.in_month ?? 0) }))
  const beginning = descends ? totalOf(answer.tally ?? [], {}) : 1
  const start = from ? ordinalOf(months ?? [], first.day, inMonth ?? 0) : beginning
  return rows.map((row, i) => ({ row, ordinal: descends ? start - i : start + i }))
}

function cursorAt(row: PageRow | undefined, back: boolean): string | undefined {
  return row && writeCursor({ day: row.day, at: new Date(row.received_at), id: row.id, position: row.position, back })
}

function toListItem({ row, ordinal }: Numbered, draftUntil: number | undefined): ListItem {
  const { id, series, number, kind, status } = row
  return {
    ordinal,
    application: {
      id,
      series,
      number,
      kind,
      contractTypes: row.contract_types,
      filedOn: row.filed_on,
      changedAt: new Date(row.changed_at),
    },
    operation: row.operation ? toOperation(row.operation) : undefined,
    status,
    withdrawal: withdrawability(kind, row.state),
    draftUntil: draftUntil === undefined ? undefined : new Date(draftUntil),
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
