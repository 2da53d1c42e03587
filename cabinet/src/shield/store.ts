// Alerts that wait for an answer, and who has raised an alarm.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { isOfApplication, readNotice } from '../notifications/notice.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Alert } from './alert.ts'
import { alertCodeOf, kept } from './alert-code.ts'
import { answerableUntil } from './decide.ts'

export type Told = { readonly iin: string; readonly message: string; readonly at: Date }

/** The code of a message that is being sent or shown. It is made here first, and then always the same. */
export const alertCode =
  (sql: Sql, hash: KeyedHash) =>
  async ({ iin, message, at }: Told): Promise<string> => {
    const code = alertCodeOf(message, hash)
    await sql`
      insert into alert_code (code, iin, message, expires_at)
      values (${kept(code, hash).one}, ${iin}, ${message}, ${answerableUntil(at)}) on conflict do nothing`
    return code
  }

type AlertRow = { readonly iin: Iin; readonly kind: string; readonly facts: unknown; readonly at: Date }

/** While it may be answered: after a change of the key one alert has two codes, and either of them answers it. */
export const findAlert =
  (sql: Sql, hash: KeyedHash) =>
  async (code: string, now: Date): Promise<Alert | undefined> => {
    const [row] = await sql<AlertRow[]>`
      select m.iin, m.kind, m.facts, m.at from alert_code a join message m on m.iin = a.iin and m.id = a.message
       where a.code in ${sql(kept(code, hash).all)} and a.expires_at > ${now}
         and not ${isAnswered(sql)}`
    return row && toAlert(row)
  }

/** Answered once: under whichever key its code was made. False: somebody was quicker. The person is held. */
export const useAlert =
  (tx: Tx, hash: KeyedHash) =>
  async (code: string, now: Date): Promise<boolean> => {
    const used = await tx`
      update alert_code every set used_at = ${now} from alert_code a
       where a.code in ${tx(kept(code, hash).all)} and a.expires_at > ${now} and not ${isAnswered(tx)}
         and every.iin = a.iin and every.message = a.message
      returning every.iin`
    return used.length > 0
  }

/** The alert of the code `a`, by this code or by another of its own. */
function isAnswered(sql: Sql | Tx) {
  return sql`exists (
    select from alert_code other where other.iin = a.iin and other.message = a.message and other.used_at is not null)`
}

function toAlert({ iin, at, ...stored }: AlertRow): Alert | undefined {
  const notice = readNotice(stored)
  return notice && isOfApplication(notice) ? { iin, notice, at } : undefined
}

/** `application`: the one that is disputed; others may be already, under an alarm that stands. */
export async function keepAlarm(tx: Tx, iin: Iin, application: string, at: Date): Promise<void> {
  await tx`
    insert into alarm as stands (iin, raised_at, disputed) values (${iin}, ${at}, ${[application]})
        on conflict (iin) do update set raised_at = ${at},
           disputed = array_append(array_remove(stands.disputed, ${application}), ${application})`
}

export const findAlarm =
  (sql: Sql | Tx) =>
  async (iin: Iin): Promise<Date | undefined> => {
    const [row] = await sql<{ raised_at: Date }[]>`select raised_at from alarm where iin = ${iin}`
    return row?.raised_at
  }

/** Answers which applications were disputed under it, in the order of the presses. */
export async function dropAlarm(tx: Tx, iin: Iin): Promise<readonly string[]> {
  const [stood] = await tx<{ disputed: string[] }[]>`delete from alarm where iin = ${iin} returning disputed`
  return stood?.disputed ?? []
}

/** Called now and then by the housekeeping. */
export const forgetAlerts =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from alert_code where expires_at < ${now}`
  }
