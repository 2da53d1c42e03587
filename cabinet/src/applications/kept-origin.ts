// Where one came from to the application that was opened last, kept in a cookie: whoever comes back to it from a withdrawal, a
// certificate or a phone finds «Жабу» leading to the same list. Another application that is opened meanwhile takes its place.
import type { Context } from 'hono'
import type { Cookies } from '../web/cookies.ts'
import { readOrigin } from './origin.ts'

/** A path below the language. What the address says comes first, and is kept; without it what was kept for this application. */
export function originOf(c: Context, cookies: Cookies, id: string): string {
  const said = c.req.query('from')
  if (said === undefined) return readOrigin(readKept(cookies.read(c, 'from'), id))
  const origin = readOrigin(said)
  c.header('Set-Cookie', cookies.write('from', `${id}~${encodeURIComponent(origin)}`), { append: true })
  return origin
}

/** As an address has it, and no more trusted. */
function readKept(kept: string | undefined, id: string): string | undefined {
  return kept?.startsWith(`${id}~/`) ? kept.slice(id.length + 2).replace(/^applications/, '') : undefined
}
