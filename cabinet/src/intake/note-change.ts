// What the core did with a person's application, in the record of acts: the person reads it there.
import { type Act, recordAct } from '../audit/act.ts'
import type { Tx } from '../database/sql.ts'
import type { CoreCaller } from './receive-application.ts'

type Change = {
  readonly act: Extract<Act['act'], 'application-received' | 'application-changed' | 'status-reported'>
  readonly iin: string
  readonly application: string
  readonly state: string // afterwards
  readonly by: CoreCaller
  readonly at: Date
}

/** In the transaction that changes it. */
export async function noteChange(tx: Tx, { state, by, ...change }: Change): Promise<void> {
  await recordAct(tx, { ...change, actor: { kind: 'core', key: by.key }, outcome: state, request: by.request })
}
