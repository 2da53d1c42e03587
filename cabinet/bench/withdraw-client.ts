// For benchmarks of withdrawals: signatures are sent as by a page, and what follows them is waited for.
import { setTimeout } from 'node:timers/promises'
import type { Sql } from '../src/database/sql.ts'
import type { Prepared } from './withdraw-data.ts'

export type Signed = Prepared & { readonly cms: string }

/** All of them by so many at once, each over a connection that stays. Answers how long each took, in ms. */
export async function sendAll(url: string, signed: readonly Signed[], atOnce: number): Promise<readonly number[]> {
  const queue = [...signed]
  const times: number[] = []
  const worker = async () => {
    for (let one = queue.pop(); one; one = queue.pop()) times.push(await send(url, one))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return times
}

/** Until nothing is left for the job that makes receipts and seals. */
export async function untilCompleted(owner: Sql): Promise<void> {
  while (await isSomethingDue(owner)) await setTimeout(50)
}

async function isSomethingDue(owner: Sql): Promise<boolean> {
  const [first] = await owner<{ late: boolean }[]>`
    select next_try_at > now() as late from evidence_due where next_try_at < now() + interval '1 hour' limit 1`
  if (first?.late) throw new Error('evidence was not completed, and waits to be tried again')
  return first !== undefined
}

async function send(url: string, { draft, cms }: Signed): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/api/v1/withdrawal-drafts/${draft}/signature`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ cms }),
  })
  const text = await response.text()
  if (response.status !== 201) throw new Error(`a withdrawal was answered ${response.status}: ${text}`)
  return performance.now() - began
}
