// The running service: composes, listens, does its jobs, stops gently.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { makeClock } from './clock.ts'
import { compose, type Jobs } from './compose.ts'
import type { Config } from './config.ts'
import { freePort } from './database/free-port.ts'
import { openDatabase } from './database/open-database.ts'
import { makeLog } from './logger.ts'
import { places, projectRoot } from './root.ts'
import { sessionKeys } from './secrets.ts'
import type { Log } from './web/access-log.ts'
import { statementRenderer } from './withdrawal/render-statement.ts'

export type Running = { readonly url: string; readonly stop: () => Promise<void> }

/** A sentence for whoever starts the service; anything else that is thrown is a fault of ours. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const EVERY = 30_000 // the jobs; they are also done at start
const GRACE = 10_000 // a signature that young is still in the hands of the request that brought it

/** Starts everything and answers when requests are served. */
export async function serve(config: Config): Promise<Running> {
  const root = projectRoot()
  const now = makeClock(config.CLOCK)
  const log = makeLog(config.LOG_LEVEL)
  const port = config.PORT === 0 ? await freePort() : config.PORT
  const publicUrl = new URL(config.PUBLIC_URL ?? `http://${config.HOST}:${port}`).origin
  const keys = sessionKeys(config)
  const server = await listen(config.HOST, port)
  const begun = [() => closeServer(server)] // to be ended: the door first, the rest in the opposite order
  const stop = async () => {
    for (const end of begun.splice(0)) await end()
  }
  try {
    const database = await openDatabase(config, root, now())
    begun.splice(1, 0, database.close)
    const render = statementRenderer(places(root).fonts, places(root).statements)
    const service = compose({ config, publicUrl, sessionKeys: keys, root, sql: database.sql, render, now, log })
    begun.splice(1, 0, await startJobs(service.jobs, now, log))
    server.off('request', notYet)
    server.on('request', getRequestListener(service.fetch))
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

/** Once at start, then now and then, never two rounds at a time. */
async function startJobs(jobs: Jobs, now: () => Date, log: Log): Promise<() => Promise<void>> {
  const round = async (grace: number) => {
    try {
      const count = await jobs.finishUndecided(new Date(now().getTime() - grace))
      if (count > 0) log('warn', 'signatures-finished-late', { count })
      await jobs.forgetExpired(now())
    } catch (error) {
      log('error', 'jobs-failed', { error: String(error) })
    }
  }
  await round(0)
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => round(GRACE))
  }, EVERY)
  return async () => {
    clearInterval(timer)
    await running
  }
}
