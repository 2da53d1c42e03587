// Pages for a signed-in person: anyone else is sent to sign in and comes back afterwards.
import type { Context } from 'hono'
import type { Session } from '../sessions/session.ts'
import type { Env } from './context.ts'

type Handler = (c: Context<Env>, session: Session) => Response | Promise<Response>

/** A handler that is only reached with a session. After a form, one comes back to the page it stood on. */
export const signedIn = (handler: Handler) => (c: Context<Env>) => {
  const session = c.get('session')
  return session ? handler(c, session) : c.redirect(signInAddress(c), 303)
}

/** Where to sign in, so as to come back here. */
export function signInAddress(c: Context<Env>, back = c.req.method === 'GET' ? pathOf(c) : ownReferer(c)): string {
  const query = new URLSearchParams()
  if (back) query.set('next', back)
  if (c.get('sessionOver')) query.set('ended', 'over')
  return `/${c.get('language')}/sign-in${query.size > 0 ? `?${query}` : ''}`
}

/** A path of ours to go on to, or undefined: never another site, whatever the address says. */
export function ownPath(text: string | undefined): string | undefined {
  return text && /^\/(kk|ru|en)\/[A-Za-z0-9/._~%?=&+-]*$/.test(text) && !text.includes('//') ? text : undefined
}

/** The page a form was posted from, as the browser tells it; only its path is taken, so it is ours or nothing. */
export function ownReferer(c: Context<Env>): string | undefined {
  const referer = c.req.header('Referer') ?? ''
  return URL.canParse(referer) ? ownPath(new URL(referer).pathname) : undefined
}

function pathOf(c: Context<Env>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
