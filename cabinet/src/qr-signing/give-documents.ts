// A phone is given a statement to read: counted, and a line that its person can see. Both or none.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { MAX_GIVEN } from './decide.ts'

type Row = { readonly iin: Iin; readonly application: string; readonly purpose: string }

/** False: nobody asked before, the code is over, or the statement was given often enough. */
export const giveDocuments =
  (sql: Sql, hash: KeyedHash) =>
  (id: string, now: Date): Promise<boolean> =>
    sql.begin(async tx => {
      const [row] = await tx<Row[]>`
        update qr_operation o set given = o.given + 1
          from withdrawal_draft d
         where o.id in ${tx(hash.all(id))} and d.id = o.draft
           and o.state = 'scanned' and o.expires_at > ${now} and o.given < ${MAX_GIVEN}
        returning d.iin, d.application, o.purpose`
      if (!row) return false
      const { iin, application, purpose: outcome } = row
      await recordAct(tx, { at: now, act: 'qr-document-given', actor: { kind: 'anybody' }, iin, application, outcome })
      return true
    })
