// What came of an operation, with its line in the record of acts, in one transaction. False: somebody was first, nothing is changed.
import { type Act, recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Judgement } from './judge-signatures.ts'
import { type Ended, recordDeclined, recordFailed, recordSigned } from './store.ts'

type Signed = Pick<Extract<Judgement, { kind: 'signer' }>, 'signer' | 'checked'>

export type Outcomes = {
  readonly signed: (ended: Ended, answer: string, signed: Signed, purpose: string) => Promise<boolean>
  readonly failed: (ended: Ended, answer: string, problem: ProblemCode) => Promise<boolean>
  readonly declined: (ended: Ended, purpose: string) => Promise<boolean>
}

export function outcomesIn(sql: Sql, hash: KeyedHash): Outcomes {
  const record = (act: Act, change: (tx: Tx) => Promise<boolean>) =>
    sql.begin(async tx => {
      const isFirst = await change(tx)
      if (isFirst) await recordAct(tx, act)
      return isFirst
    })
  return {
    signed: ({ at, ...ended }, answer, { signer, checked }, outcome) =>
      record({ at, act: 'qr-signed', actor: checked ? PERSON : ANYBODY, iin: signer, outcome }, tx =>
        recordSigned(tx, hash)({ at, ...ended }, answer, signer),
      ),
    failed: (ended, answer, outcome) =>
      record({ at: ended.at, act: 'qr-refused', actor: ANYBODY, outcome }, tx =>
        recordFailed(tx, hash)(ended, answer, outcome),
      ),
    declined: (ended, outcome) =>
      record({ at: ended.at, act: 'qr-declined', actor: ANYBODY, outcome }, tx => recordDeclined(tx, hash)(ended)),
  }
}

/** Only who is proved to have signed is named as the one who did it. */
const PERSON = { kind: 'person' } as const
const ANYBODY = { kind: 'anybody' } as const
