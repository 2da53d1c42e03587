// The messages of a person, newest first. Reading one is an act of theirs: nothing is marked by looking at a list.
import type { Sql } from '../database/sql.ts'
import type { Message } from './message.ts'
import { readNotice } from './notice.ts'

export const PAGE = 20

type Row = {
  readonly id: string
  readonly kind: string
  readonly facts: unknown
  readonly at: Date
  readonly read_at: Date | null
}

export type Inbox = {
  readonly messages: readonly Message[]
  readonly unread: number
  readonly next: string | undefined
}

/** `after`: the id of the last one on the page before; one that is not theirs begins anew. */
export const listMessages =
  (sql: Sql) =>
  async (iin: string, after?: string): Promise<Inbox> => {
    const older =
      after === undefined
        ? sql``
        : sql`and (at, id) < (select at, id from message where iin = ${iin} and id = ${after})`
    const [rows, [count]] = await Promise.all([
      sql<Row[]>`
        select id, kind, facts, at, read_at from message where iin = ${iin} ${older}
         order by at desc, id desc limit ${PAGE + 1}`,
      sql<{ unread: number }[]>`select count(*)::int as unread from message where iin = ${iin} and read_at is null`,
    ])
    const shown = rows.slice(0, PAGE)
    const next = rows.length > PAGE ? shown.at(-1)?.id : undefined
    return { messages: shown.flatMap(row => toMessage(row) ?? []), unread: count?.unread ?? 0, next }
  }

export const findMessage =
  (sql: Sql) =>
  async (iin: string, id: string): Promise<Message | undefined> => {
    const [row] = await sql<Row[]>`select id, kind, facts, at, read_at from message where iin = ${iin} and id = ${id}`
    return row && toMessage(row)
  }

const LINK_DAYS = 90

/** To what a link leads: of this person's messages only, whoever else it was sent to. */
export const findByCode =
  (sql: Sql) =>
  async (iin: string, code: string, now: Date): Promise<Message | undefined> => {
    const since = new Date(now.getTime() - LINK_DAYS * 86_400_000)
    const [row] = await sql<Row[]>`
      select id, kind, facts, at, read_at from message where iin = ${iin} and at > ${since} and code = ${code}`
    return row && toMessage(row)
  }

/** Once: the moment of the first reading stays. */
export const markRead =
  (sql: Sql) =>
  async (iin: string, id: string, now: Date): Promise<void> => {
    await sql`update message set read_at = ${now} where iin = ${iin} and id = ${id} and read_at is null`
  }

/** Those that were on the page: one that came meanwhile stays unread. */
export const markAllRead =
  (sql: Sql) =>
  async (iin: string, upTo: Date, now: Date): Promise<void> => {
    await sql`update message set read_at = ${now} where iin = ${iin} and read_at is null and at <= ${upTo}`
  }

function toMessage({ id, kind, facts, at, read_at }: Row): Message | undefined {
  const notice = readNotice({ kind, facts })
  return notice && { id, notice, at, isRead: read_at !== null }
}
