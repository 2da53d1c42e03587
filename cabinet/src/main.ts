// The running service: composes, listens, does its jobs, stops gently.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { makeClock } from './clock.ts'
import { compose, type Jobs, type Service } from './compose/compose.ts'
import type { Config } from './config.ts'
import { freePort } from './database/free-port.ts'
import { openDatabase } from './database/open-database.ts'
import type { Sql } from './database/sql.ts'
import { openTypesetThreads } from './documents/typeset-threads.ts'
import { evidenceKeyMistake } from './evidence/check-keys.ts'
import { readSealKey } from './evidence/seal-key.ts'
import { listSealPins } from './evidence/seal-pins.ts'
import { wrappingKeys } from './evidence/wrapping-keys.ts'
import { makeLog } from './logger.ts'
import { places, projectRoot } from './root.ts'
import { evidenceKeys, sessionKeys } from './secrets.ts'
import { readTrust, type Trust, TrustError } from './signatures/trust.ts'
import { openVerificationPool, type VerificationPool } from './signatures/verification-pool.ts'
import type { Log } from './web/access-log.ts'

export type Running = { readonly url: string; readonly stop: () => Promise<void> }

/** A sentence for whoever starts the service; anything else that is thrown is a fault of ours. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const ONCE_A_MINUTE = 60_000 // it is looked at whether a revocation list, or statistics, are due
const ONCE_A_DAY = 86_400_000
const GRACE = 5_000 // for what runs when the service is asked to stop; what is cut off is taken up again by its lease

const TASKS = 4 // a check is three tasks of threads and the authorities' answers between

/** What may stand between the service and the world: nothing, but in tests of faults. */
export type Between = {
  readonly database?: (sql: Sql) => Sql
  readonly threads?: (pool: VerificationPool) => VerificationPool
  readonly visitors?: (fetch: Service['fetch']) => Service['fetch']
  readonly jobs?: (jobs: Jobs) => Jobs
}

/** Starts everything and answers when requests are served. */
export async function serve(config: Config, between: Between = {}): Promise<Running> {
  const root = projectRoot()
  const now = makeClock(config.CLOCK)
  const log = makeLog(config.LOG_LEVEL)
  const port = config.PORT === 0 ? await freePort() : config.PORT
  const publicUrl = new URL(config.PUBLIC_URL ?? `http://${config.HOST}:${port}`).origin
  const keys = {
    sessionKeys: sessionKeys(config),
    evidenceKeys: evidenceKeys(config),
    sealKey: readSealKey(config.SEAL_KEY, now()),
    sealPins: listSealPins(config.TRUST_DIR),
  }
  const trust = trustFor(config)
  const server = await listen(config.HOST, port)
  const begun = [() => closeServer(server)] // to be ended: the door first, then the jobs, the threads, the database
  const stop = async () => {
    for (const end of begun.splice(0)) await end()
  }
  try {
    const threads = openVerificationPool({ trust, timeoutMs: config.CHECK_TIMEOUT_MS / TASKS, log })
    const pool = between.threads?.(threads) ?? threads
    begun.splice(1, 0, pool.close)
    const database = await openDatabase(config, root, now())
    begun.splice(2, 0, database.close)
    await checkEvidenceKeys(database.sql, keys.evidenceKeys)
    const { fonts, statements: templates } = places(root)
    const onDeath = (error: Error) => log('error', 'paper-thread-died', { error: error.name })
    const papers = openTypesetThreads({ fonts, templates, onDeath })
    begun.splice(1, 0, papers.close)
    await Promise.all([warm(pool), papers.ready()])
    const sql = between.database?.(database.sql) ?? database.sql
    const service = compose({ config, publicUrl, ...keys, root, sql, pool, ...papers.by, now, log })
    begun.splice(1, 0, startJobs(between.jobs?.(service.jobs) ?? service.jobs, config.JOBS_EVERY_MS, { now, log }))
    server.off('request', notYet)
    server.on('request', getRequestListener(between.visitors?.(service.fetch) ?? service.fetch))
    return { url: publicUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Server = ReturnType<typeof createServer>

/** Taken first: a busy port is found before anything else is started. */
function listen(host: string, port: number): Promise<Server> {
  const server = createServer(notYet)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE'
      reject(
        busy ? new StartError(`port ${port} of ${host} is busy: set PORT to another, or stop what uses it`) : error,
      )
    })
    server.listen(port, host, () => resolve(server))
  })
}

/** Whoever comes before everything is ready is told so, and does not wait for ever. */
function notYet(_: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(503, { 'Retry-After': '1', 'Cache-Control': 'no-store' }).end()
}

/** Lets running requests end, but not for ever. */
function closeServer(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), 5_000)
  return new Promise(resolve => {
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** A thread that cannot start stops the start: without it nothing can be checked. */
async function warm(pool: VerificationPool): Promise<void> {
  const outcome = await pool.run('acts', 'ready', undefined)
  if (outcome.kind !== 'done') throw new StartError('the threads that check signatures did not start')
}

/** Evidence that cannot be read stops the start. */
async function checkEvidenceKeys(sql: Sql, keys: readonly string[]): Promise<void> {
  const mistake = await evidenceKeyMistake(sql, wrappingKeys(keys))
  if (mistake) throw new StartError(mistake)
}

/** Throws TrustError. */
function trustFor(config: Config): Trust {
  const trust = readTrust(config.TRUST_DIR)
  const noStamps = config.TSP_URL !== undefined && trust.stampAnchors.length === 0
  if (noStamps)
    throw new TrustError(`TRUST_DIR: TSP_URL is set, and no authority's certificate in ${config.TRUST_DIR}/tsp`)
  return trust
}

type Surroundings = { readonly now: () => Date; readonly log: Log }

/** At start, which does not wait for them, then now and then. */
function startJobs(jobs: Jobs, every: number, { now, log }: Surroundings): () => Promise<void> {
  const stopping = new AbortController()
  const ends = [
    repeat(every, log, async () => {
      const count = await jobs.finishUndecided()
      if (count > 0) log('warn', 'signatures-finished-late', { count })
    }),
    repeat(every, log, async () => void (await jobs.deliverMessages())),
    repeat(every, log, () => jobs.forgetExpired(now())),
    repeat(every, log, jobs.sealAudit),
    repeat(every, log, async () => void (await jobs.completeEvidence())),
    repeat(every, log, jobs.noteOutside),
    repeat(every, log, async () => void (await jobs.keepCodes())),
    repeat(every, log, () => jobs.recountDeadlines(stopping.signal)),
    repeat(ONCE_A_MINUTE, log, jobs.computeStatistics),
    repeat(ONCE_A_MINUTE, log, jobs.keepRoots),
    repeat(ONCE_A_DAY, log, jobs.lookAtSealKey),
    repeat(ONCE_A_MINUTE, log, () => jobs.refreshLists(stopping.signal)),
  ]
  return async () => {
    stopping.abort()
    await Promise.race([Promise.all(ends.map(end => end())), wait(GRACE, undefined, { ref: false })])
  }
}

/** Never two rounds at a time; a round that is late is left out. Answers how to end it. */
function repeat(every: number, log: Log, round: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  const run = () => {
    running ??= round()
      .catch(error => log('error', 'jobs-failed', { error: String(error) }))
      .finally(() => {
        running = undefined
      })
  }
  run()
  const timer = setInterval(run, every)
  return async () => {
    clearInterval(timer)
    await running
  }
}
