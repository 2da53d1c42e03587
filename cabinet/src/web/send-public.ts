// A page that says the same to everybody: it may be kept for a moment, except when it names whoever is signed in.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from './context.ts'
import { documentOf } from './page.tsx'

/** A minute: so long a notice of maintenance may be late. The session's cookie tells the two kinds apart. */
export function sendPublic(c: Context<Env>, page: Child): Response | Promise<Response> {
  if (!c.get('session')) c.header('Cache-Control', 'public, max-age=60')
  c.header('Vary', 'Cookie')
  return c.html(documentOf(page))
}
