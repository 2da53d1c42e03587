// While an alarm stands contacts, passwords and choices of messages stay as they are, unless whoever changes them could take it back.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { isChangeBarred, type SignedIn } from './decide.ts'

/** Asked in the transaction that changes, with the person held: an alarm is raised before it or after. */
export type BarsChange = (sql: Sql | Tx) => (iin: Iin, session: SignedIn | undefined) => Promise<boolean>

type FindAlarm = (sql: Sql | Tx) => (iin: Iin) => Promise<Date | undefined>

export const barsChange =
  (findAlarm: FindAlarm): BarsChange =>
  sql =>
  async (iin, session) =>
    isChangeBarred(await findAlarm(sql)(iin), session)

export const CHANGES_STOPPED = { kind: 'refusal', code: 'changes-stopped' } as const
