// Under which address the world knows us, for whatever must be named in full.
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

export function ownSite(publicUrl: string): MiddlewareHandler<Env> {
  const { origin } = new URL(publicUrl)
  return async (c, next) => {
    c.set('site', origin)
    await next()
  }
}
