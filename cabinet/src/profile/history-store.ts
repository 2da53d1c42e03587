// The lines of the record of acts about a person that are not their own acts, newest first.
import type { Sql } from '../database/sql.ts'
import type { History, Look } from './history.ts'

const PAGE = 25
const UNTOLD = [
  ...['message-sent', 'message-given-up', 'evidence-key-destroyed'],
  ...['withdrawal-signed', 'qr-signed'], // before it is known by whom; what was found out is told
]

type Row = {
  readonly position: string
  readonly at: Date
  readonly act: string
  readonly actor_kind: string
  readonly application: string | null
  readonly number: string | null
}

/** `before`: a position; left out are what was sent, which stands among the messages, which key an erasure destroyed, and signatures received. */
export const readHistory =
  (sql: Sql) =>
  async (iin: string, before?: string): Promise<History> => {
    const older = before === undefined ? sql`` : sql`and e.position < ${before}`
    const rows = await sql<Row[]>`
      select e.position, e.at, e.act, e.actor_kind, e.application, a.number
        from audit_event e left join application a on a.iin = e.iin and a.id = e.application
       where e.iin = ${iin} and e.actor_kind <> 'person' and e.act <> all(${[...UNTOLD]}) ${older}
       order by e.position desc limit ${PAGE + 1}`
    const looks = rows.slice(0, PAGE).map(toLook)
    return { looks, next: rows.length > PAGE ? looks.at(-1)?.position : undefined }
  }

function toLook({ position, at, act, actor_kind: by, application: id, number }: Row): Look {
  return { position, at, by, act, application: id !== null && number !== null ? { id, number } : undefined }
}
