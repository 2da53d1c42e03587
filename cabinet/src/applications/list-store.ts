// The list: one row for each application, or for each operation of one that has several (S-34). The ordinal counts the
// person's rows from the oldest and does not depend on filter or page (O-04, O-06).
import type { Sql } from '../database/sql.ts'
import { withdrawability } from '../withdrawal/decide.ts'
import { type ShownStatus, shown } from './application.ts'
import { type ApplicationRow, type OperationRow, toApplication, toOperation } from './application-row.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { KindId } from './kinds.ts'
import { numberKey } from './number-key.ts'
import type { ListPage, ListQuery, ListRow } from './view.ts'

type Row = ApplicationRow & {
  readonly ordinal: number
  readonly position: number // 0: the row of an application without several operations
  readonly day: string
  readonly total: number
  readonly operation: OperationRow | null // of a row with a position
  readonly operations: readonly OperationRow[] | null
}

const MAX_ROWS = 100

export const listApplications =
  (sql: Sql, now: () => Date) =>
  async (iin: string, query: ListQuery): Promise<ListPage> => {
    const limit = Math.min(Math.max(query.limit, 1), MAX_ROWS)
    const [rows, kinds] = await Promise.all([readRows(sql, iin, { ...query, limit }), countKinds(sql, iin)])
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const more = rows.length > limit && last
    return {
      rows: page.map(toListRow),
      total: rows[0]?.total ?? (await countRows(sql, iin, query)),
      nextCursor: more
        ? writeCursor({ day: last.day, at: last.received_at, id: last.id, position: last.position })
        : undefined,
      kinds,
      asOf: now(),
    }
  }

/** One application as a row of the list, with its ordinal: for the detail page, which is reached from any of its rows. */
export async function readRowOf(sql: Sql, iin: string, id: string): Promise<ListRow | undefined> {
  const [row] = await sql<Row[]>`
    ${numbered(sql, iin)}
    select numbered.*, 1 as total from numbered where id = ${id} order by position limit 1`
  if (!row) return undefined
  return toListRow({ ...row, operation: null })
}

/** One row more than asked, to know whether there is a next page. */
function readRows(sql: Sql, iin: string, query: ListQuery): Promise<Row[]> {
  const direction = query.sort === 'oldest' ? sql`asc` : sql`desc`
  return sql<Row[]>`
    ${numbered(sql, iin)},
    matching as (select * from numbered where ${filter(sql, query)})
    select matching.*, (select count(*)::int from matching) as total
      from matching where ${after(sql, query)}
     order by day ${direction}, received_at ${direction}, id ${direction}, position ${direction}
     limit ${query.limit + 1}`
}

/** Every row of the person, numbered. A single operation is the application itself. */
function numbered(sql: Sql, iin: string) {
  return sql`
    with operated as (
      select application, json_agg(json_build_object('done_on', done_on, 'amount', amount::text,
               'contract_type', contract_type, 'status', status) order by position) as operations
        from operation where iin = ${iin} group by application
    ),
    listed as (
      select a.*, operations, coalesce(one.position, 0)::int as position, one.value as operation,
             coalesce((one.value ->> 'done_on')::date, a.filed_on) as day
        from application a
        left join operated on operated.application = a.id
        left join lateral json_array_elements(operations) with ordinality as one (value, position)
          on json_array_length(operations) > 1
       where a.iin = ${iin}
    ),
    numbered as (
      select listed.*, (row_number() over (order by day, received_at, id, position))::int as ordinal from listed
    )`
}

/** What the citizen sees as the status of a row, in SQL: that of the operation, else of the application. */
function filter(sql: Sql, { kind, status, q }: ListQuery) {
  const key = q === undefined ? '' : numberKey(q)
  const nothing = q !== undefined && q.trim() !== '' && key === ''
  return sql`
    ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
    and ${status === undefined ? sql`true` : sql`coalesce(operation ->> 'status', case when state in ('executing', 'withdrawing') then 'accepted' else state end) = ${status}`}
    and ${nothing ? sql`false` : sql`position(${key} in number_key) > 0`}`
}

/** Keyset: what stands after the cursor in the order asked. An unreadable cursor begins at the beginning. */
function after(sql: Sql, { cursor, sort }: ListQuery) {
  const place = cursor === undefined ? undefined : readCursor(cursor)
  if (!place) return sql`true`
  const row = sql`(${place.day}::date, ${place.at}::timestamptz, ${place.id}, ${place.position}::int)`
  return sort === 'oldest'
    ? sql`(day, received_at, id, position) > ${row}`
    : sql`(day, received_at, id, position) < ${row}`
}

async function countRows(sql: Sql, iin: string, query: ListQuery): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    ${numbered(sql, iin)} select count(*)::int as count from numbered where ${filter(sql, query)}`
  return row?.count ?? 0
}

async function countKinds(sql: Sql, iin: string): Promise<{ kind: KindId; count: number }[]> {
  return await sql<{ kind: KindId; count: number }[]>`
    ${numbered(sql, iin)} select kind, count(*)::int as count from numbered group by kind order by count desc, kind`
}

function toListRow(row: Row): ListRow {
  const operation = row.operation ? toOperation(row.operation) : undefined
  const status: ShownStatus = operation?.status ?? shown(row.state)
  return {
    ordinal: row.ordinal,
    application: toApplication(row, row.operations ?? []),
    operation,
    status,
    withdrawal: withdrawability(row.kind, row.state),
  }
}
