// For tests, as a process of its own, built for them alone: the service, which dies at an await of a request that asks for it:
// `X-Die-At: 7`, the seventh of all, or `X-Die-At: authority-asked 2`, the second of that kind. Counted are the statements of the
// database, the ends of its transactions, the tasks of the threads before and after, the questions to the authorities when they
// have left and when they are answered, and our own answer. It dies as from SIGKILL: nothing is flushed, nobody is told.
// `POST /jobs` does what instances do by themselves with undecided signatures, and may die of it like any other request.
import { AsyncLocalStorage } from 'node:async_hooks'
import diagnostics from 'node:diagnostics_channel'
import type { Jobs } from '../../compose/compose.ts'
import { readConfig } from '../../config.ts'
import type { Sql } from '../../database/sql.ts'
import { type Between, serve } from '../../main.ts'
import type { VerificationPool } from '../../signatures/verification-pool.ts'
import type { Await } from './test-crashes.ts'

type Fuse = { readonly of: string | undefined; left: number; readonly passed: Await[] }

const fuse = new AsyncLocalStorage<Fuse>() // of that request alone, whatever else the service does meanwhile

function pass(what: Await): void {
  const burning = fuse.getStore()
  if (!burning) return
  burning.passed.push(what)
  if (burning.of !== undefined && burning.of !== what) return
  if (--burning.left === 0) process.kill(process.pid, 'SIGKILL')
}

/** Each statement as it is made, and each transaction when it has been committed. */
function counting<S extends Sql>(sql: S): S {
  return new Proxy(sql, {
    apply: (target, self, args: unknown[]) => {
      if (Array.isArray(args[0]) && 'raw' in args[0]) pass('statement')
      return Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, args)
    },
    get: (target, name) => {
      if (name !== 'begin') return Reflect.get(target, name)
      return async (work: (tx: Sql) => Promise<unknown>) => {
        const result = await target.begin(tx => work(counting(tx as unknown as Sql)))
        pass('committed')
        return result
      }
    },
  })
}

function countingThreads(pool: VerificationPool): VerificationPool {
  const run: VerificationPool['run'] = async (...task) => {
    pass('thread-asked')
    const outcome = await pool.run(...task)
    pass('thread-answered')
    return outcome
  }
  return { ...pool, run }
}

const usualFetch = globalThis.fetch

/** Between the question, which has left us to its last octet, and the answer. */
async function countingFetch(...question: Parameters<typeof fetch>): Promise<Response> {
  const left = new Promise<void>(resolve => {
    const once = () => {
      diagnostics.unsubscribe('undici:request:bodySent', once)
      resolve()
    }
    diagnostics.subscribe('undici:request:bodySent', once)
  })
  const answering = usualFetch(...question)
  const settled = answering.then(
    () => {},
    () => {},
  )
  await Promise.race([left, settled])
  pass('authority-asked')
  const answer = await answering
  pass('authority-answered')
  return answer
}

let jobs: Jobs | undefined

const countingVisitors: NonNullable<Between['visitors']> = fetch => async request => {
  const [n = 'Infinity', of] = (request.headers.get('X-Die-At') ?? '').split(' ').filter(Boolean).reverse()
  const burning: Fuse = { of, left: Number(n), passed: [] }
  const response = await fuse.run(burning, async () => {
    const answer = new URL(request.url).pathname === '/jobs' ? await doJob() : await fetch(request)
    pass('answer')
    return answer
  })
  response.headers.set('X-Passed', burning.passed.join(' '))
  return response
}

async function doJob(): Promise<Response> {
  return Response.json({ finished: await jobs?.finishUndecided() })
}

globalThis.fetch = countingFetch
const config = readConfig(process.env)
const { url } = await serve(config, {
  database: counting,
  threads: countingThreads,
  visitors: countingVisitors,
  jobs: all => {
    jobs = all
    return all
  },
})
console.log(JSON.stringify({ event: 'ready', url }))
