// «Бұл мен емес»: every session ends, nothing more is drawn up or signed in the person's name, the fund and the person are told.
// All in one transaction, once.
import { recordAct } from '../audit/act.ts'
import { almatyIso } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { tell } from '../notifications/tell.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import { type Alert, type NoAlert, UNKNOWN } from './alert.ts'
import type { LookOutcome } from './look-at-alert.ts'

type Needs = {
  readonly sql: Sql
  readonly look: (typed: string, address: string) => Promise<LookOutcome>
  readonly useAlert: (tx: Tx) => (code: string, now: Date) => Promise<boolean>
  readonly keepAlarm: (tx: Tx, iin: Iin, application: string, at: Date) => Promise<void>
  readonly endWhatWasBegun: (tx: Tx, iin: Iin) => Promise<void> // sessions, and what leads to one
  readonly stopDrafts: (tx: Tx, iin: Iin, at: Date) => Promise<void>
  readonly now: () => Date
}

/** `checking`: numbers of applications a signature for which is being checked already, and cannot be stopped here. */
export type RaiseOutcome = { readonly kind: 'raised'; readonly checking: readonly string[] } | NoAlert

export const raiseAlarm =
  (needs: Needs) =>
  async (typed: string, address: string): Promise<RaiseOutcome> => {
    const found = await needs.look(typed, address)
    if (found.kind === 'refusal') return found
    const { alert, code } = found
    return needs.sql.begin(async tx => {
      await holdPerson(tx, alert.iin)
      if (!(await needs.useAlert(tx)(code, needs.now()))) return UNKNOWN
      return { kind: 'raised', checking: await raise(needs, tx, alert) } as const
    })
  }

/** The drafts first: whoever was about to sign under one either is seen to be checked, or is refused. */
async function raise(needs: Needs, tx: Tx, alert: Alert): Promise<string[]> {
  const { iin, notice } = alert
  const at = needs.now()
  await needs.keepAlarm(tx, iin, notice.id, at)
  await needs.stopDrafts(tx, iin, at)
  await needs.endWhatWasBegun(tx, iin)
  const checking = await numbersChecked(tx, iin)
  await tellFund(tx, alert, at)
  const act = { act: 'alarm-raised', actor: { kind: 'person' }, outcome: notice.kind } as const
  await recordAct(tx, { at, iin, application: notice.id, ...act })
  await tell(tx)(iin, { kind: 'alarm-raised', checking }, at)
  return checking
}

async function numbersChecked(tx: Tx, iin: Iin): Promise<string[]> {
  const rows = await tx<{ number: string }[]>`
    select number from application where iin = ${iin} and state = 'withdrawing' order by number`
  return rows.map(({ number }) => number)
}

async function tellFund(tx: Tx, { iin, notice, at: toldAt }: Alert, at: Date): Promise<void> {
  const [row] = await tx<{ series: string }[]>`select series from application where iin = ${iin} and id = ${notice.id}`
  const { id: application, number, kind: because } = notice
  const payload = {
    application,
    series: row?.series ?? null,
    number,
    because,
    toldAt: almatyIso(toldAt),
    at: almatyIso(at),
  }
  await tx`
    insert into outbox (topic, application, payload, added_at)
    values ('application.disputed', ${application}, ${tx.json(payload)}, ${at})`
}
