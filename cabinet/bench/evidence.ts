// `otinish evidence verify` over an archive of thousands: npm run bench:evidence [-- --count N --rounds N]
// Every withdrawal is a real one: a key never seen before, signed, sent over HTTP, checked, stamped, sealed, and put under a root.
// The command runs as an operator runs it, a process of its own, while the service stands idle.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openAuthority } from '@otinish/simulators/pki/authority'
import { startWorld } from '../../ops/world.mjs'
import { openEmbedded } from '../src/database/embedded-database.ts'
import { connect, type Sql } from '../src/database/sql.ts'
import { keepRoots } from '../src/evidence/keep-roots.ts'
import { projectRoot } from '../src/root.ts'
import { sendAll, untilCompleted } from './withdraw-client.ts'
import { prepareDrafts, signStatement } from './withdraw-data.ts'

const { values: options } = parseArgs({
  allowPositionals: true, // this file, for whoever bundles it
  options: { count: { type: 'string', default: '3000' }, rounds: { type: 'string', default: '3' } },
})
const COUNT = Number(options.count)
const ROUNDS = Number(options.rounds)
const AT_ONCE = 16
const LOOK_MS = 100

type Run = {
  readonly seconds: number
  readonly processor: number
  readonly rss: readonly number[]
  readonly told: string
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'otinish-bench-evidence-'))
  const world = await startWorld({ dataDir, mode: 'test' })
  const { ownerUrl, serviceUrl, stop } = await openEmbedded({ root: projectRoot(), dataDir }) // it runs already
  const owner = connect(ownerUrl, { connections: 1, statementTimeout: 0 })
  try {
    await fillArchive(owner, { url: world.url, dataDir })
    const env = { MODE: 'test', DATA_DIR: dataDir, DATABASE_URL: serviceUrl, TRUST_DIR: world.simulators.trustDir }
    const runs: Run[] = []
    for (let i = 0; i < ROUNDS; i++) runs.push(await verify(env))
    tell(runs)
  } finally {
    await owner.end()
    await stop()
    await world.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function fillArchive(owner: Sql, { url, dataDir }: { url: string; dataDir: string }): Promise<void> {
  const authority = await openAuthority(path.join(dataDir, 'simulators'), new Date())
  const drafts = await prepareDrafts(owner, COUNT)
  const signed = drafts.map(draft => ({ ...draft, cms: signStatement(draft, authority) }))
  await sendAll(url, signed, AT_ONCE)
  await untilCompleted(owner)
  const unstamped = { timestamp: undefined, judgeStamp: never, timeoutMs: 0, report: () => {} }
  await keepRoots({ sql: owner, ...unstamped, now: () => new Date(Date.now() + 60 * 60_000) })()
  await owner`vacuum analyze`
}

function never(): never {
  throw new Error('nobody is asked for a stamp')
}

/** The command, looked at while it runs. */
function verify(env: Readonly<Record<string, string>>): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/otinish.js', 'evidence', 'verify'], { env, cwd: projectRoot() })
  const rss: number[] = []
  let [told, processor] = ['', 0]
  child.stdout.on('data', chunk => {
    told += chunk
  })
  child.stderr.pipe(process.stderr)
  const looking = setInterval(() => {
    const seen = lookAt(child.pid)
    if (!seen) return
    rss.push(seen.rss)
    processor = seen.processor
  }, LOOK_MS)
  return new Promise(resolve => {
    child.on('close', () => {
      clearInterval(looking)
      resolve({ seconds: (performance.now() - began) / 1000, processor, rss, told: lineOf(told) })
    })
  })
}

function lineOf(told: string): string {
  return told.split('\n').find(line => line.includes('evidence-verified')) ?? told
}

/** Megabytes, and seconds of processor; undefined when it is gone. */
function lookAt(pid: number | undefined): { rss: number; processor: number } | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    if (!kilobytes) return undefined
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15)
    return { rss: Number(kilobytes) / 1024, processor: (Number(user) + Number(system)) / 100 }
  } catch {
    return undefined
  }
}

function tell(runs: readonly Run[]): void {
  const middle = (of: (run: Run) => number) => runs.map(of).toSorted((a, b) => a - b)[runs.length >> 1] ?? Number.NaN
  const sixth = ({ rss }: Run, n: number) => {
    const part = rss.slice(Math.floor((rss.length * n) / 6), Math.floor((rss.length * (n + 1)) / 6))
    return part.reduce((sum, one) => sum + one, 0) / part.length
  }
  console.log(
    [
      `evidence verify, ${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.version}, ${COUNT} withdrawals of as many keys, median of ${ROUNDS} runs`,
      `  ${middle(({ seconds }) => COUNT / seconds).toFixed(0)} withdrawals a second (${runs.map(({ seconds }) => (COUNT / seconds).toFixed(0)).join(' ')}), ${middle(({ processor }) => (processor * 1000) / COUNT).toFixed(1)} ms of processor each`,
      `  memory (RSS), MB in each sixth of the time: ${[0, 1, 2, 3, 4, 5].map(n => middle(run => sixth(run, n)).toFixed(0)).join(', ')}; at most ${middle(({ rss }) => Math.max(...rss)).toFixed(0)} MB`,
      `  ${runs[0]?.told}`,
    ].join('\n'),
  )
}

await main()
