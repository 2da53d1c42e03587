// No other site may act in a person's name. Sec-Fetch-Site first, Origin where a browser does not send it.
// *same-site* is refused too: the ports of one address share cookies.
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import type { ProblemCode } from './problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
/**
 * Known by a key, by the token of an operation, by a code (of a paper, an alert) or by the files that are sent: cookies count for
 * nothing there. A page whose address holds a code tells no other page where one comes from, and older browsers then send no
 * origin with its form.
 */
const EXEMPT = /^\/(core|qr)\/|^\/(kk|ru|en)\/(n|verify(\/(withdrawal|files))?)$|^\/api\/v1\/verifications$/

type Refuse = (c: Context<Env>, code: ProblemCode) => Response | Promise<Response>

export function sameSiteOnly(publicUrl: string, refuse: Refuse): MiddlewareHandler<Env> {
  const origin = new URL(publicUrl).origin
  return async (c, next) => {
    if (SAFE.has(c.req.method) || EXEMPT.test(c.req.path)) return next()
    return isOwn(c, origin) ? next() : refuse(c, 'cross-site')
  }
}

function isOwn(c: Context<Env>, origin: string): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const from = c.req.header('Origin')
  if (from !== undefined) return from === origin
  return isJson(c.req.header('Content-Type')) || isEmpty(c) // no form can send JSON, or nothing at all, without a preflight
}

/** A form always names its type, and whatever runs in a browser sends Origin: this is a program with nothing to say. */
function isEmpty(c: Context<Env>): boolean {
  const length = c.req.header('Content-Length') ?? '0'
  return !c.req.header('Content-Type') && !c.req.header('Transfer-Encoding') && length === '0'
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}
