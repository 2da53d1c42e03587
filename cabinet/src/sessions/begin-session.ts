// A session begins: the one that this browser had ends, the device is known again, and a line says so.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { Secrets } from './enter.ts'
import { type KeyedHash, makeSecret } from './keyed-hash.ts'
import type { SignInWay } from './session.ts'
import { endSession, openSession } from './store.ts'
import type { Visitor } from './visitor.ts'

/** New secrets each time: whatever a stranger put into the browser before opens nothing afterwards. */
export const beginSession =
  (sql: Sql, hash: KeyedHash) =>
  (iin: Iin, by: SignInWay, visitor: Visitor, now: Date): Promise<Secrets> =>
    sql.begin(async tx => {
      const session = makeSecret()
      await openSession(tx, hash)({ secret: session, iin, by, now })
      if (visitor.session !== undefined) await endSession(tx, hash)(visitor.session)
      await recordAct(tx, { at: now, act: 'signed-in', actor: { kind: 'person' }, iin, outcome: by })
      return { session, device: visitor.device ?? makeSecret() }
    })
