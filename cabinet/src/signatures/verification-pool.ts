// The threads that check signatures, with the trust that each of them holds.
import { availableParallelism } from 'node:os'
import type { Log } from '../web/access-log.ts'
import { openPool, type Pool } from './pool.ts'
import { octetsOf, type Trust } from './trust.ts'
import type * as tasks from './worker.ts'

export type VerificationPool = Pool<typeof tasks>

type Options = {
  readonly trust: Trust
  readonly timeoutMs: number
  readonly log: Log
  readonly worker?: URL // the one beside the bundle of the service unless told otherwise
}

// Two at least, so that one slow message delays nobody; one core is left to the service itself.
const threads = Math.max(2, availableParallelism() - 1)

export function openVerificationPool({ trust, timeoutMs, log, worker }: Options): VerificationPool {
  return openPool<typeof tasks>({
    worker: worker ?? new URL('./signature-worker.js', import.meta.url),
    workerData: octetsOf(trust),
    threads,
    timeoutMs,
    onTrouble: (why, task) => log('error', 'signature-check-ended', { why, task }),
  })
}
