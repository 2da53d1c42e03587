// Planned work in the database: an operator adds and cancels it, the service reads it.
import { recordAct } from '../audit/act.ts'
import type { Sql } from '../database/sql.ts'
import { CONCERNS } from '../web/announcement.ts'
import type { Maintenance, Plan } from './maintenance.ts'

type Row = {
  id: string
  what: string
  begins_at: Date
  ends_at: Date
  text_kk: string | null
  text_ru: string | null
  text_en: string | null
  cancelled_at: Date | null
}

/** What is not over yet, cancelled or not. */
export const readMaintenance =
  (sql: Sql) =>
  async (now: Date): Promise<Maintenance[]> => {
    const rows = await sql<Row[]>`
      select id, what, begins_at, ends_at, text_kk, text_ru, text_en, cancelled_at
        from maintenance where ends_at > ${now} order by begins_at, id`
    return rows.flatMap(toMaintenance)
  }

function toMaintenance(row: Row): Maintenance[] {
  const what = CONCERNS.find(part => part === row.what)
  const { id, begins_at: from, ends_at: until, text_kk: kk, text_ru: ru, text_en: en } = row
  const text = kk !== null && ru !== null && en !== null ? { kk, ru, en } : undefined
  return what ? [{ id, what, from, until, text, cancelledAt: row.cancelled_at ?? undefined }] : []
}

/** Answers the number by which it is cancelled. */
export function addMaintenance(owner: Sql, { what, from, until, text }: Plan, now: Date): Promise<string> {
  return owner.begin(async tx => {
    const [row] = await tx<{ id: string }[]>`
      insert into maintenance (what, begins_at, ends_at, text_kk, text_ru, text_en, made_at)
      values (${what}, ${from}, ${until}, ${text?.kk ?? null}, ${text?.ru ?? null}, ${text?.en ?? null}, ${now})
      returning id`
    if (!row) throw new Error('an insert gave no row')
    const outcome = `${row.id} ${what}`
    await recordAct(tx, { at: now, act: 'maintenance-planned', actor: { kind: 'system' }, outcome })
    return row.id
  })
}

/** `false`: there is no such work, it is over, or it was cancelled before. */
export function cancelMaintenance(owner: Sql, id: string, now: Date): Promise<boolean> {
  return owner.begin(async tx => {
    const cancelled = await tx`
      update maintenance set cancelled_at = ${now} where id = ${id} and ends_at > ${now} and cancelled_at is null returning id`
    if (cancelled.length === 0) return false
    await recordAct(tx, { at: now, act: 'maintenance-cancelled', actor: { kind: 'system' }, outcome: id })
    return true
  })
}
