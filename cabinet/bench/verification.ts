// One withdrawal's evidence (signature, certificate, OCSP answer, time stamp), complete, in the threads, against the bare
// curve operations in it, as they are for keys never seen before: npm run bench:verification
// CPU time of the whole process, main thread included, over interleaved rounds; the authorities' own work is not in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openAuthority } from '@otinish/simulators/pki/authority'
import { readTrust } from '../src/signatures/trust.ts'
import { openVerificationPool } from '../src/signatures/verification-pool.ts'
import { BUDGET, type Verified, verifyEvidence, WARMING, WITHDRAWALS } from './verify-evidence.ts'

const ROUNDS = 5

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'otinish-bench-'))
  const authority = await openAuthority(folder, new Date())
  const trust = readTrust(path.join(folder, 'trust'))
  const pool = openVerificationPool({ trust, timeoutMs: 60_000, log: console.error })
  const rounds: Verified[] = []
  for (let i = 0; i < WARMING; i++) await verifyEvidence(pool, authority)
  for (let i = 0; i < ROUNDS; i++) rounds.push(await verifyEvidence(pool, authority))
  await pool.close()
  rmSync(folder, { recursive: true })
  const ratio = median(rounds.map(({ complete, curve }) => complete / curve))
  console.log(
    [
      `complete verification: ${median(rounds.map(({ complete }) => complete)).toFixed(2)} ms of CPU a withdrawal`,
      `  its four curve operations, no key known before: ${median(rounds.map(({ curve }) => curve)).toFixed(2)} ms`,
      `  ratio: ${ratio.toFixed(2)} (budget ${BUDGET}): ${ratio <= BUDGET ? 'within' : 'MISSED'}`,
      `first part (signature, certificate) all at once: ${median(rounds.map(({ wall }) => WITHDRAWALS / wall)).toFixed(0)} a second`,
      `  longest stall of the main thread meanwhile: ${Math.max(...rounds.map(({ stall }) => stall)).toFixed(1)} ms`,
    ].join('\n'),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

await main()
