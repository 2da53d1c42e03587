// From the page of devices: ending a session of one's own elsewhere, forgetting a device.
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { forgetDevice } from './device-store.ts'
import { endSessionOf } from './ending-store.ts'
import { holdPerson } from './hold-person.ts'
import type { Session } from './session.ts'

type Needs = { readonly sql: Sql; readonly now: () => Date }

/** What is not there, or is another person's, changes nothing and is not told apart. */
export const endSessionElsewhere = (needs: Needs) =>
  leavingALine(needs, 'session-ended', (tx, { person }, key) => endSessionOf(tx)(person.iin, key))

/** The sessions that were begun on it end, but the one that asks. */
export const forgetOneDevice = (needs: Needs) =>
  leavingALine(needs, 'device-forgotten', (tx, { person, key }, id) => forgetDevice(tx)(person.iin, id, key))

type Change = (tx: Tx, session: Session, id: string) => Promise<boolean>

const leavingALine =
  ({ sql, now }: Needs, act: 'session-ended' | 'device-forgotten', change: Change) =>
  (session: Session, id: string): Promise<void> =>
    sql.begin(async tx => {
      const { iin } = session.person
      await holdPerson(tx, iin)
      if (await change(tx, session, id))
        await recordAct(tx, { at: now(), act, actor: { kind: 'person' }, iin, outcome: 'done' })
    })
