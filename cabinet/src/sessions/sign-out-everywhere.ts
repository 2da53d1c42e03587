// Signing out everywhere: every session of the person ends at once, this one too, and the person is told.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { TellOfSession } from './begin-session.ts'
import { endOtherSessions } from './ending-store.ts'
import { holdPerson } from './hold-person.ts'
import type { KeyedHash } from './keyed-hash.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly tell: TellOfSession
  readonly now: () => Date
}

export const signOutEverywhere =
  ({ sql, hash, tell, now }: Needs) =>
  (iin: Iin): Promise<void> =>
    sql.begin(async tx => {
      await holdPerson(tx, iin)
      const at = now()
      const count = await endOtherSessions(tx, hash)(iin, undefined)
      if (count === 0) return // two presses of one button: the first has said it
      await tell(tx)(iin, { kind: 'signed-out-everywhere' }, at)
      await recordAct(tx, { at, act: 'signed-out-everywhere', actor: { kind: 'person' }, iin, outcome: 'done' })
    })
