// Does the record of acts hold? Every link is computed again from its line; the first that differs is named.
import type { Sql } from '../database/sql.ts'
import { BEGINNING, type Hash, type Line, linkHash } from './chain.ts'

export type Verdict =
  | { readonly is: 'whole'; readonly lines: string; readonly head: string; readonly waiting: number }
  | Broken
export type Broken = {
  readonly is: 'broken'
  readonly why: Why
  readonly place: string | undefined // in the chain
  readonly line: string | undefined // its position in audit_event
}

export type Why =
  | 'line-changed' // or moved, or its link was
  | 'line-gone'
  | 'link-gone'
  | 'line-never-sealed' // put in, or taken off the chain
  | 'head-unknown' // the chain was cut, or made anew, since that hash was noted

type LinkRow = { readonly ordinal: string; readonly line: string; readonly hash: Buffer }
type Row = LinkRow & (Line | { readonly [column in keyof Line]: null })

const PAGE = 5_000

/** `noted`: the hash of a link, in hex, as it was noted outside of the database at some time. */
export const verifyAudit =
  (sql: Sql) =>
  async (noted?: string): Promise<Verdict> => {
    let head: Hash = BEGINNING
    let ordinal = 0n
    let found = noted === undefined || noted === head.toString('hex') // an empty record has an end too
    for await (const row of links(sql)) {
      const place = String(++ordinal)
      if (row.ordinal !== place) return broken('link-gone', place)
      if (row.position === null) return broken('line-gone', place, row.line)
      head = linkHash(head, ordinal, row)
      if (!head.equals(row.hash)) return broken('line-changed', place, row.line)
      found ||= head.toString('hex') === noted
    }
    const unsealed = await neverSealed(sql)
    if (unsealed !== undefined) return broken('line-never-sealed', undefined, unsealed)
    if (!found) return broken('head-unknown')
    return { is: 'whole', lines: String(ordinal), head: head.toString('hex'), waiting: await waiting(sql) }
  }

function broken(why: Why, place?: string, line?: string): Broken {
  return { is: 'broken', why, place, line }
}

/** In the order of the chain, page by page: it may be long. */
async function* links(sql: Sql): AsyncGenerator<Row> {
  let after = '0'
  while (true) {
    const page = await sql<Row[]>`
      select link.ordinal, link.line, link.hash, event.position,
             (extract(epoch from event.at) * 1000000)::bigint as at, event.act, event.actor_kind, event.actor,
             event.iin, event.application, event.outcome, event.request
        from audit_link link left join audit_event event on event.position = link.line
       where link.ordinal > ${after} order by link.ordinal limit ${PAGE}`
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.ordinal
  }
}

/** One statement, so that what is sealed at this moment is seen on one side of it. The chain begins at 1: a link before it is none. */
async function neverSealed(sql: Sql): Promise<string | undefined> {
  const [row] = await sql<{ position: string }[]>`
    select position from audit_event event
     where not exists (select from audit_link where line = event.position and ordinal > 0)
       and not exists (select from audit_unsealed where position = event.position)
     order by position limit 1`
  return row?.position
}

async function waiting(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from audit_unsealed`
  return row?.count ?? 0
}
