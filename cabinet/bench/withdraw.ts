// Signed withdrawals over HTTP, from the signature to the registration: npm run bench:withdraw [-- --each N --rounds N]
// The real service with the embedded PostgreSQL and the simulated authorities, each a process of its own; the signatures are made
// beforehand, by keys never seen before. In turns: the verification of evidence alone, pgbench with the two transactions of a withdrawal, and the list beside it all.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { decodeMaybePem } from '@otinish/eds/pem'
import { openAuthority } from '@otinish/simulators/pki/authority'
import autocannon from 'autocannon'
import { startWorld, type World } from '../../ops/world.mjs'
import { addAccount } from '../src/accounts/add-account.ts'
import { openEmbedded } from '../src/database/embedded-database.ts'
import { connect, type Sql } from '../src/database/sql.ts'
import { projectRoot } from '../src/root.ts'
import { readTrust } from '../src/signatures/trust.ts'
import { openVerificationPool } from '../src/signatures/verification-pool.ts'
import type { Proof } from '../src/withdrawal/evidence.ts'
import { findPgbench } from './bare-list.ts'
import { operationsOfSignature } from './curve-operations.ts'
import { cookiesOf, PASSWORD, READER } from './people.ts'
import { processorSeconds } from './processor.ts'
import {
  BUDGET as VERIFICATION_BUDGET,
  type Verified,
  verifyEvidence,
  WARMING as WARMING_ROUNDS,
} from './verify-evidence.ts'
import { type Signed, sendAll, untilCompleted } from './withdraw-client.ts'
import { type Prepared, prepareDrafts, STATEMENT, signStatement } from './withdraw-data.ts'
import { replay, writeScript } from './withdraw-script.ts'

const { values: options } = parseArgs({
  allowPositionals: true, // this file, for whoever bundles it
  options: { each: { type: 'string', default: '240' }, rounds: { type: 'string', default: '5' } },
})
const EACH = Number(options.each) // withdrawals of a round, and as many more beside the list
const ROUNDS = Number(options.rounds)
const AT_ONCE = 16
const WARMING = 40
const REPLAYED = 400 // of a round, by pgbench
const CLIENTS = 8
const PAGES_A_SECOND = 40
const CURVES = 20 // signatures of a round whose curve operations are timed alone
const BUDGET = 300 // withdrawals a second
const SERVICE = 'otinish.js'
const SIMULATORS = 'simulators.js'

type Place = { readonly world: World; readonly owner: Sql; readonly dataDir: string }
type Burst = {
  readonly aSecond: number // registered
  readonly completed: number // a second, with receipts, report and seals
  readonly p95: number
  readonly cpu: Readonly<Record<string, number>> // ms each, completion and all
}
type Round = {
  readonly alone: Burst
  readonly busy: Burst
  readonly pages: number
  readonly pagesMeanwhile: number
  readonly pgbench: number
  readonly curve: number // ms of processor a withdrawal
  readonly verified: Verified // the complete verification alone, by threads of this process
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'otinish-bench-withdraw-'))
  const world = await startWorld({ dataDir, mode: 'test', log: tellFailures })
  const { ownerUrl, serviceUrl, stop } = await openEmbedded({ root: projectRoot(), dataDir }) // it runs already
  const owner = connect(ownerUrl, { connections: 1, statementTimeout: 0 })
  const trust = readTrust(path.join(dataDir, 'simulators', 'trust'))
  const pool = openVerificationPool({ trust, timeoutMs: 60_000, log: console.error })
  try {
    const facts = { mode: 'test', mail: 'somebody@example.kz', phone: '+77010000001', language: 'kk' } as const
    await addAccount(owner, { ...facts, iin: READER, password: PASSWORD, now: new Date() })
    const cookie = await cookiesOf(world.url, READER)
    const signatures = WARMING + 2 * ROUNDS * EACH + CURVES // the last are only timed
    const drafts = await prepareDrafts(owner, signatures + 1 + ROUNDS * REPLAYED)
    const authority = await openAuthority(path.join(dataDir, 'simulators'), new Date())
    const signed = drafts.slice(0, signatures).map(draft => ({ ...draft, cms: signStatement(draft, authority) }))
    const pgbench = findPgbench()
    const script = pgbench && (await prepareReplay(owner, serviceUrl, drafts.slice(signatures), dataDir))
    const next = (count: number) => signed.splice(0, count)
    const place = { world, owner, dataDir }
    await burst(place, next(WARMING))
    for (let i = 0; i < WARMING_ROUNDS; i++) await verifyEvidence(pool, authority)
    const rounds: Round[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const pages = await pagesWhile(world, cookie, () => setTimeout(3_000))
      const alone = await burst(place, next(EACH))
      const together = await pagesWhile(world, cookie, () => burst(place, next(EACH)))
      const clients = { clients: CLIENTS, each: REPLAYED / CLIENTS }
      const verified = await verifyEvidence(pool, authority)
      const curve = curveTime(signed.slice(0, CURVES), authority['issuing-gost'].certificate)
      const tps = script ? await replay(pgbench, serviceUrl, script, clients) : Number.NaN
      const meanwhile = { busy: together.done, pagesMeanwhile: together.p95 }
      rounds.push({ alone, pages: pages.p95, ...meanwhile, pgbench: tps, curve, verified })
    }
    tell(rounds)
  } finally {
    await pool.close()
    await owner.end()
    await stop()
    await world.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function tellFailures(line: string): void {
  if (line.includes('not-completed')) console.error(line)
}

/** The statements of one are recorded; the others wait in a queue. */
async function prepareReplay(owner: Sql, serviceUrl: string, drafts: readonly Prepared[], folder: string) {
  const [prepared, ...others] = drafts
  if (!prepared) throw new Error('no draft')
  await owner`create table bench_queue (n bigint primary key, iin text, application text, draft uuid)`
  await owner`
    insert into bench_queue
    select (row ->> 'n')::bigint, row ->> 'iin', row ->> 'application', (row ->> 'draft')::uuid
      from jsonb_array_elements(${owner.json(others.map((one, i) => ({ ...one, n: i + 1 })))}) row`
  await owner`create sequence bench_next`
  await owner`grant select on bench_queue to otinish_service`
  await owner`grant usage on bench_next to otinish_service`
  const cms = Buffer.alloc(39_500, 0x30)
  const script = await writeScript(serviceUrl, { prepared, proof: aProof(cms), cms, folder })
  await owner`update evidence_due set next_try_at = next_try_at + interval '1 day'` // under a key that the service has not
  return script
}

/** Of the sizes that pieces have. */
function aProof(cms: Buffer): Proof {
  const now = new Date()
  const certificate = { commonName: 'x', issuer: 'x', serial: '01', algorithm: 'gost2015-512', notAfter: now }
  return {
    certificate,
    chain: [new Uint8Array(1_200), new Uint8Array(1_200)],
    report: { outcome: 'valid', reasons: [], signers: [] },
    revocation: { status: 'good', source: 'ocsp', at: now, proof: new Uint8Array(2_000) },
    timestamp: { at: now, authority: 'x', token: new Uint8Array(2_200) },
    extended: Buffer.concat([cms, Buffer.alloc(4_500)]),
  }
}

/** All of them by so many at once, each over a connection that stays; then until nothing is left for the job. */
async function burst({ world: { url }, owner, dataDir }: Place, signed: readonly Signed[]): Promise<Burst> {
  const before = processorOf(dataDir)
  const began = performance.now()
  const times = await sendAll(url, signed, AT_ONCE)
  const seconds = (performance.now() - began) / 1000
  await untilCompleted(owner)
  const whole = (performance.now() - began) / 1000
  const after = processorOf(dataDir)
  const cpu = Object.entries(after).map(([who, used]) => [who, ((used - (before[who] ?? 0)) * 1000) / signed.length])
  const [aSecond, completed] = [signed.length / seconds, signed.length / whole]
  return { aSecond, completed, p95: quantile(times, 0.95), cpu: Object.fromEntries(cpu) }
}

/** Milliseconds a withdrawal. Timed are the two of its signature; the answer about revocation and the time stamp take as much. */
function curveTime(signed: readonly Signed[], issuer: Uint8Array): number {
  const operations = signed.flatMap(({ cms }) => operationsOfSignature(decodeMaybePem(cms), issuer))
  const before = process.cpuUsage()
  for (const operation of operations) if (!operation()) throw new Error('a good signature was refused')
  const { user, system } = process.cpuUsage(before)
  return (2 * (user + system)) / 1000 / signed.length
}

function processorOf(dataDir: string): Record<string, number> {
  const { user, system } = process.cpuUsage()
  return { ...processorSeconds([SERVICE, SIMULATORS], dataDir), client: (user + system) / 1e6 }
}

/** The p95 of the list of applications, asked for at a steady rate while something else is done. */
async function pagesWhile<T>(
  { url }: World,
  cookie: string,
  work: () => Promise<T>,
): Promise<{ done: T; p95: number }> {
  const times: number[] = []
  const load = { url: `${url}/kk/applications`, headers: { cookie }, connections: 2, overallRate: PAGES_A_SECOND }
  const running = autocannon({ ...load, duration: 3_600 }, () => {})
  running.on('response', (_client, status, _bytes, ms) => {
    if (status === 200) times.push(ms)
  })
  const done = await work()
  running.stop()
  return { done, p95: quantile(times, 0.95) }
}

function tell(rounds: readonly Round[]): void {
  const middle = (of: (round: Round) => number) => quantile(rounds.map(of), 0.5)
  const rate = middle(({ alone }) => alone.aSecond)
  const cpu = (who: string) => middle(({ alone }) => alone.cpu[who] ?? Number.NaN).toFixed(1)
  const complete = middle(({ verified }) => verified.complete / verified.curve)
  const pages = middle(({ pages, pagesMeanwhile }) => pagesMeanwhile / pages)
  console.log(
    [
      `signed withdrawals over HTTP, ${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.version}, ${AT_ONCE} at once, statement of ${STATEMENT.length} octets, medians of ${ROUNDS} rounds of ${EACH} in turns`,
      `  ${rate.toFixed(0)} a second (aim ${BUDGET}): ${rate >= BUDGET ? 'reached' : 'MISSED'}; p95 ${middle(({ alone }) => alone.p95).toFixed(0)} ms; round by round ${rounds.map(({ alone }) => alone.aSecond.toFixed(0)).join(' ')}`,
      `  until receipts, reports and seals are there too, which a job adds: ${middle(({ alone }) => alone.completed).toFixed(0)} a second`,
      `  processor in ms a withdrawal, all of that in it: service ${cpu(SERVICE)}, PostgreSQL ${cpu('postgres')}, simulators ${cpu(SIMULATORS)}, what asks ${cpu('client')}`,
      `  complete verification alone: ${middle(({ verified }) => verified.complete).toFixed(1)} ms; to its four curve operations with no key known before: ${complete.toFixed(2)} (budget ${VERIFICATION_BUDGET}): ${complete <= VERIFICATION_BUDGET ? 'within' : 'MISSED'}`,
      `  pgbench, its two transactions alone, ${CLIENTS} at once: ${middle(round => round.pgbench).toFixed(0)} a second`,
      `  the list's p95 at ${PAGES_A_SECOND} a second: alone ${middle(round => round.pages).toFixed(1)} ms, meanwhile ${middle(round => round.pagesMeanwhile).toFixed(1)} ms`,
      `  ratio: ${pages.toFixed(2)} (budget 2): ${pages <= 2 ? 'within' : 'MISSED'}`,
      `  four curve operations with no key known before: ${middle(({ curve }) => curve).toFixed(1)} ms, ${(100 * middle(({ alone, curve }) => curve / (alone.cpu[SERVICE] ?? Number.NaN))).toFixed(0)} % of the service's processor`,
    ].join('\n'),
  )
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

await main()
