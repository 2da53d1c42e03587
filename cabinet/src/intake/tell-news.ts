// A person is told of what the core did with their application, in the transaction that does it.
import type { Tx } from '../database/sql.ts'
import { callBack, noteInCabinet, tell } from '../notifications/tell.ts'
import { type Change, type FactChange, newsOf, newsOfFacts } from './news.ts'

type Told = { readonly iin: string; readonly id: string; readonly number: string }

/** Called once for each change: a repeat changes nothing and so tells nothing. */
export async function tellNews(tx: Tx, { iin, id, number }: Told, change: Change, now: Date): Promise<void> {
  const wasUnclear = change.before === 'unclear' && change.after !== 'unclear'
  const calledBack = wasUnclear && (await callBack(tx)(iin, 'status-unclear', id))
  const kind = newsOf(change, now)
  if (kind === undefined) return
  const notice = { kind, id, number } as const
  // Whoever was not written to that it became unclear need not be written to that it is clear.
  if (kind === 'status-clear' && calledBack) return noteInCabinet(tx)(iin, notice, now)
  await tell(tx)(iin, notice, now)
}

/** What changed beside the state, each thing by itself. */
export async function tellFacts(tx: Tx, { iin, id, number }: Told, change: FactChange, now: Date): Promise<void> {
  for (const kind of newsOfFacts(change, now)) await tell(tx)(iin, { kind, id, number }, now)
}
