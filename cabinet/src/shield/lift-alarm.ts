// «Бұл мен едім»: whoever has proved by a signature who they are takes the alarm back.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { tell } from '../notifications/tell.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import type { Session } from '../sessions/session.ts'
import { decideLift, type LiftRuling } from './decide.ts'

type Needs = {
  readonly sql: Sql
  readonly findAlarm: (tx: Tx) => (iin: Iin) => Promise<Date | undefined>
  readonly dropAlarm: (tx: Tx, iin: Iin) => Promise<void>
  readonly now: () => Date
}

/** Told by every way the person has, as raising it was: whoever lifts it in their name does not do it unheard. */
export const liftAlarm =
  ({ sql, findAlarm, dropAlarm, now }: Needs) =>
  ({ person: { iin }, signedInBy, provedSince }: Session): Promise<LiftRuling> =>
    sql.begin(async tx => {
      await holdPerson(tx, iin)
      const ruling = decideLift(await findAlarm(tx)(iin), { signedInBy, provedSince })
      if (ruling !== 'lift') return ruling
      const at = now()
      await dropAlarm(tx, iin)
      await recordAct(tx, { at, act: 'alarm-lifted', actor: { kind: 'person' }, iin, outcome: signedInBy })
      await tell(tx)(iin, { kind: 'alarm-lifted', way: signedInBy }, at)
      return 'lift'
    })
