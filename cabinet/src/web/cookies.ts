// Cookies of the service: only for this host, never for scripts, Secure wherever the address is https.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Secrets } from '../sessions/enter.ts'

export type Cookies = {
  readonly read: (c: Context, name: CookieName) => string | undefined
  readonly write: (name: CookieName, value: string) => string // a Set-Cookie line
  readonly forget: (name: CookieName) => string
}
export type CookieName = 'session' | 'starter' | 'device' | 'from'

const SECRET = /^[A-Za-z0-9_-]{43}$/
const SHAPES: Readonly<Record<CookieName, RegExp>> = {
  session: SECRET,
  starter: SECRET,
  device: SECRET,
  from: /^[A-Za-z0-9._-]{1,40}~\/[!-~]{0,2100}$/, // an application, and the page from which one came to it
}

const DEVICE_DAYS = 400 // the longest that browsers keep a cookie; the others go when the browser is closed

/** Plain names without Secure only when PUBLIC_URL is http, which the configuration allows on loopback alone. */
export function cookiesFor(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:')
  const full = (name: CookieName) => (secure ? `__Host-${name}` : name)
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read: (c, name) => {
      const value = getCookie(c, full(name))
      return value && SHAPES[name].test(value) ? value : undefined
    },
    write: (name, value) =>
      `${full(name)}=${value}; ${name === 'device' ? `Max-Age=${DEVICE_DAYS * 86_400}; ` : ''}${rest}`,
    forget: name => `${full(name)}=; Max-Age=0; ${rest}`,
  }
}

/** After signing in: the session, and the secret by which this device is known again. */
export function keepSecrets(c: Context, cookies: Cookies, { session, device }: Secrets): void {
  c.header('Set-Cookie', cookies.write('session', session), { append: true })
  c.header('Set-Cookie', cookies.write('device', device), { append: true })
}

/** After signing out: what was begun in this browser is gone too, so that its next user cannot go on with it. */
export function signedOut(cookies: Cookies): string[] {
  return (['session', 'starter', 'from'] as const).map(cookies.forget)
}
