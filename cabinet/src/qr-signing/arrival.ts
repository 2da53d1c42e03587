// When an answer of a phone first arrived. A phone that hears nothing sends the same again, and may come after its code has run
// out: what it sent in time was received in time.
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Arrival } from './decide.ts'

/** So many different answers of one code are remembered: a phone has one. */
const MAX_REMEMBERED = 20

/** Remembers an answer that comes while its code is scanned and good. Its arrival, or the first, if it came so before. */
export const arrivalOf =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, answer: string, now: Date): Promise<Arrival> => {
    const [ids, octets] = [[...hash.all(id)], Buffer.from(answer, 'hex')]
    const [noted] = await sql`
      insert into qr_answer (operation, answer, arrived_at)
      select o.id, ${octets}::bytea, ${now}::timestamptz from qr_operation o
       where o.id in ${sql(ids)} and o.state = 'scanned' and o.expires_at > ${now}
         and (select count(*) from qr_answer a where a.operation = o.id) < ${MAX_REMEMBERED}
          on conflict do nothing
      returning arrived_at`
    if (noted) return { at: now, again: false }
    // Asked after that, and not in one statement with it: that would not see what came at the same moment.
    const [before] = await sql<{ at: Date }[]>`
      select arrived_at as at from qr_answer where operation in ${sql(ids)} and answer = ${octets}`
    return before ? { ...before, again: true } : { at: now, again: false }
  }
