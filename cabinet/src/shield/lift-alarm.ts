// «Бұл мен едім»: whoever has proved by a signature who they are takes the alarm back.
import { recordAct } from '../audit/act.ts'
import { almatyIso } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { tell } from '../notifications/tell.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import type { Session, SignInWay } from '../sessions/session.ts'
import { decideLift, type LiftRuling } from './decide.ts'

type Needs = {
  readonly sql: Sql
  readonly findAlarm: (tx: Tx) => (iin: Iin) => Promise<Date | undefined>
  readonly dropAlarm: (tx: Tx, iin: Iin) => Promise<readonly string[]> // applications of which the fund was told
  readonly now: () => Date
}

/** Told by every way the person has, as raising it was, and to the fund: whoever lifts it in their name does not do it unheard. */
export const liftAlarm =
  ({ sql, findAlarm, dropAlarm, now }: Needs) =>
  ({ person: { iin }, signedInBy, provedSince }: Session): Promise<LiftRuling> =>
    sql.begin(async tx => {
      await holdPerson(tx, iin)
      const ruling = decideLift(await findAlarm(tx)(iin), { signedInBy, provedSince })
      if (ruling !== 'lift') return ruling
      const at = now()
      for (const application of await dropAlarm(tx, iin)) await tellFund(tx, { iin, application, way: signedInBy, at })
      await recordAct(tx, { at, act: 'alarm-lifted', actor: { kind: 'person' }, iin, outcome: signedInBy })
      await tell(tx)(iin, { kind: 'alarm-lifted', way: signedInBy }, at)
      return 'lift'
    })

type Lifted = { readonly iin: Iin; readonly application: string; readonly way: SignInWay; readonly at: Date }

/** What it does with an application that it holds back is its own rule: it hears that the person has taken the word back. */
async function tellFund(tx: Tx, { iin, application, way, at }: Lifted): Promise<void> {
  const [row] = await tx<{ series: string; number: string }[]>`
    select series, number from application where iin = ${iin} and id = ${application}`
  const payload = { application, series: row?.series ?? null, number: row?.number ?? null, way, at: almatyIso(at) }
  await tx`
    insert into outbox (topic, application, payload, added_at)
    values ('application.dispute-lifted', ${application}, ${tx.json(payload)}, ${at})`
}
