// A browser that keeps no cookies is told so at the first form, instead of being sent in circles after signing in.
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import type { CookieName, Cookies } from './cookies.ts'
import type { ProblemCode } from './problems.ts'

export type Beginnings = { readonly cookies: Cookies; readonly makeSecret: () => string }

type Refuse = (c: Context<Env>, code: ProblemCode) => Response | Promise<Response>

/** Pages on which something begins that is bound to the browser by its cookie `starter`. */
const PAGES = /^\/(kk|ru|en)\/(sign-in|register|forgotten-password|rehearsal|qr)(\/|$)/
const OURS: readonly CookieName[] = ['starter', 'session', 'device']

/** The page gives the browser its starter, so a form that comes without any cookie comes from one that keeps none. */
export function cookiesNeeded({ cookies, makeSecret }: Beginnings, refuse: Refuse): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!PAGES.test(c.req.path)) return next()
    if (c.req.method === 'GET' && cookies.read(c, 'starter') === undefined)
      c.header('Set-Cookie', cookies.write('starter', makeSecret()), { append: true })
    if (c.req.method === 'POST' && OURS.every(name => cookies.read(c, name) === undefined))
      return refuse(c, 'cookies-needed')
    return next()
  }
}
