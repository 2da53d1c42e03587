// For tests: the threads that check signatures, as they are shipped.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { readTrust } from './trust.ts'
import { openVerificationPool, type VerificationPool } from './verification-pool.ts'

let pool: VerificationPool | undefined

/** One for all tests of a process: starting threads takes longer than most of them. */
export function testPool(trustDir: string): VerificationPool {
  pool ??= openVerificationPool({
    trust: readTrust(trustDir),
    timeoutMs: 20_000,
    log: (level, event, facts) => console.error(level, event, facts),
    worker: pathToFileURL(path.join(inject('bundle'), 'signature-worker.js')),
  })
  return pool
}
