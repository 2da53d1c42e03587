// What came of an operation, with its line in the record of acts, in one transaction. False: somebody was first, nothing is changed.
import { type Act, recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { ProblemCode } from '../web/problems.ts'
import { type Ended, recordDeclined, recordFailed, recordSigned } from './store.ts'

export type Outcomes = {
  readonly signed: (ended: Ended, answer: string, signer: Iin, purpose: string) => Promise<boolean>
  readonly failed: (ended: Ended, answer: string, problem: ProblemCode) => Promise<boolean>
  readonly declined: (ended: Ended, purpose: string) => Promise<boolean>
}

export function outcomesIn(sql: Sql, hash: KeyedHash): Outcomes {
  const record = (act: Omit<Act, 'actor'>, change: (tx: Tx) => Promise<boolean>) =>
    sql.begin(async tx => {
      const isFirst = await change(tx)
      if (isFirst) await recordAct(tx, { ...act, actor: { kind: 'person' } })
      return isFirst
    })
  return {
    signed: (ended, answer, signer, outcome) =>
      record({ at: ended.at, act: 'qr-signed', iin: signer, outcome }, tx =>
        recordSigned(tx, hash)(ended, answer, signer),
      ),
    failed: (ended, answer, outcome) =>
      record({ at: ended.at, act: 'qr-refused', outcome }, tx => recordFailed(tx, hash)(ended, answer, outcome)),
    declined: (ended, outcome) =>
      record({ at: ended.at, act: 'qr-declined', outcome }, tx => recordDeclined(tx, hash)(ended)),
  }
}
