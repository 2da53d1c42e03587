// One line for each request: what, how it ended, how long. The address is told by its route, so that no id, number or
// search text gets into a log.
import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from './context.ts'

export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: object) => void

export function accessLog(log: Log): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now()
    const request = randomUUID()
    c.set('requestId', request)
    await next()
    c.res.headers.set('X-Request-Id', request)
    const ms = Math.round((performance.now() - began) * 10) / 10
    const { status } = c.res
    log(status >= 500 ? 'error' : 'info', 'request', {
      request,
      method: c.req.method,
      route: routePath(c, -1),
      status,
      ms,
    })
  }
}
