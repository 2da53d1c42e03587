// For tests, as a process of its own, built for them alone: the service, which dies at the n-th await of a request that asks for it
// (`X-Die-At: n`). Counted are the statements of the database, the ends of its transactions, the tasks of the threads before and
// after (between them the authorities are asked), and the answer. It dies as from SIGKILL: nothing is flushed, nobody is told.
import { AsyncLocalStorage } from 'node:async_hooks'
import { readConfig } from '../../config.ts'
import type { Sql } from '../../database/sql.ts'
import { type Between, serve } from '../../main.ts'
import type { VerificationPool } from '../../signatures/verification-pool.ts'

type Fuse = { left: number; passed: number }

const fuse = new AsyncLocalStorage<Fuse>() // of that request alone, whatever else the service does meanwhile

function pass(): void {
  const of = fuse.getStore()
  if (!of) return
  of.passed++
  if (--of.left === 0) process.kill(process.pid, 'SIGKILL')
}

/** Each statement as it is made, and each transaction when it has been committed. */
function counting<S extends Sql>(sql: S): S {
  return new Proxy(sql, {
    apply: (target, self, args: unknown[]) => {
      if (Array.isArray(args[0]) && 'raw' in args[0]) pass()
      return Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, args)
    },
    get: (target, name) => {
      if (name !== 'begin') return Reflect.get(target, name)
      return async (work: (tx: Sql) => Promise<unknown>) => {
        const result = await target.begin(tx => work(counting(tx as unknown as Sql)))
        pass()
        return result
      }
    },
  })
}

function countingThreads(pool: VerificationPool): VerificationPool {
  const run: VerificationPool['run'] = async (...task) => {
    pass()
    const outcome = await pool.run(...task)
    pass()
    return outcome
  }
  return { ...pool, run }
}

const countingVisitors: NonNullable<Between['visitors']> = fetch => async request => {
  const of = { left: Number(request.headers.get('X-Die-At') ?? Number.POSITIVE_INFINITY), passed: 0 }
  const response = await fuse.run(of, async () => {
    const answer = await fetch(request)
    pass()
    return answer
  })
  response.headers.set('X-Passed', String(of.passed))
  return response
}

const config = readConfig(process.env)
const { url } = await serve(config, { database: counting, threads: countingThreads, visitors: countingVisitors })
console.log(JSON.stringify({ event: 'ready', url }))
