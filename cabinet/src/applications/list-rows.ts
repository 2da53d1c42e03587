// The SQL of the list: which rows, in which order, from where on, and which number each has.
import type { Sql } from '../database/sql.ts'
import type { ShownStatus } from './application.ts'
import type { Cursor } from './cursor.ts'

/** A walk through the order of a person's rows. A way back is walked from its end. */
export type Walk = {
  readonly iin: string
  readonly kinds: readonly string[] | undefined
  readonly status: ShownStatus | undefined
  readonly numberKey: string | undefined
  readonly descends: boolean // from the newest to the oldest
  readonly from: Cursor | undefined
  readonly rows: number // at most
}

/** Is every row of the person on the way, so that their numbers follow each other? */
export function isWhole({ kinds, status, numberKey }: Walk): boolean {
  return (kinds ?? status ?? numberKey) === undefined
}

/**
 * The rows of the walk, as `page`. Each way is read in the order of an index. By kind or status: of each pair that the person
 * has as many as are asked for, of all these the first. By number: whatever was found before.
 */
export function walked(sql: Sql, walk: Walk) {
  const { iin, numberKey } = walk
  if (numberKey !== undefined)
    return sql`${foundByNumber(sql, iin, numberKey)}, found as (
        select row.*
          from numbered, lateral (select * from list_row where iin = ${iin} and application = numbered.id offset 0) row
         where ${ofStatusAndKind(sql, walk, sql`row`)}
      ), page as (select * from found where ${beyond(sql, walk)} ${ordered(sql, walk)})`
  if (isWhole(walk))
    return sql`with page as (select * from list_row where iin = ${iin} and ${beyond(sql, walk)} ${ordered(sql, walk)})`
  return sql`with page as (
    select row.*
      from list_count pair,
           lateral (select * from list_row
                     where iin = ${iin} and status = pair.status and kind = pair.kind and ${beyond(sql, walk)}
                     ${ordered(sql, walk)}) row
     where pair.iin = ${iin} and pair.month = '' and pair.status <> '' and ${ofStatusAndKind(sql, walk, sql`pair`)}
     ${ordered(sql, walk)})`
}

/** Applications whose number begins so; where none does, those that have it anywhere, for which all of the person are looked at. */
function foundByNumber(sql: Sql, iin: string, key: string) {
  if (key === '') return sql`with numbered as (select id from application where false)`
  const after = `${key}\u{10ffff}`
  return sql`with beginning as (
      select id from application
       where iin = ${iin} and number_key collate "C" >= ${key} and number_key collate "C" < ${after}
    ), numbered as (
      select id from beginning
      union all
      select id from application
       where iin = ${iin} and position(${key} in number_key) > 0 and not exists (select from beginning))`
}

/** How many rows of its month come before a `row` of the person, and it itself. Its number is that and all of earlier months. */
export function inMonth(sql: Sql, iin: string) {
  return sql`(
    select count(*)::integer from list_row older
     where older.iin = ${iin} and older.day >= date_trunc('month', row.day::timestamp)::date
       and (older.day, older.received_at, older.application, older.position)
        <= (row.day, row.received_at, row.application, row.position))`
}

/** How many rows the person has of each month, from which the numbers follow. */
export function months(sql: Sql, iin: string) {
  return sql`(select json_agg(json_build_array(month, rows)) from list_count where iin = ${iin} and month > '')`
}

function ofStatusAndKind(sql: Sql, { kinds, status }: Walk, table: ReturnType<Sql>) {
  return sql`${status === undefined ? sql`true` : sql`${table}.status = ${status}`}
    and ${kinds === undefined ? sql`true` : sql`${table}.kind = any(${kinds as string[]})`}`
}

/** Keyset: what stands beyond the cursor on the way. */
function beyond(sql: Sql, { from, descends }: Walk) {
  if (!from) return sql`true`
  const { day, at, id, position } = from
  const place = sql`(${day}::date, ${at}::timestamptz, ${id}, ${position}::int)`
  return descends
    ? sql`(day, received_at, application, position) < ${place}`
    : sql`(day, received_at, application, position) > ${place}`
}

export function ordered(sql: Sql, { descends, rows }: Walk) {
  const way = descends ? sql`desc` : sql`asc`
  return sql`order by day ${way}, received_at ${way}, application ${way}, position ${way} limit ${rows}`
}
