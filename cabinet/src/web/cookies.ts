// Cookies of the service: only for this host, never for scripts, Secure wherever the address is https.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

export type Cookies = {
  readonly read: (c: Context, name: CookieName) => string | undefined
  readonly write: (name: CookieName, value: string) => string // a Set-Cookie line
  readonly forget: (name: CookieName) => string
}
export type CookieName = 'session' | 'starter'

/** Plain names without Secure only when PUBLIC_URL is http, which the configuration allows on loopback alone. */
export function cookiesFor(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:')
  const full = (name: CookieName) => (secure ? `__Host-${name}` : name)
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    read: (c, name) => {
      const value = getCookie(c, full(name))
      return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
    },
    write: (name, value) => `${full(name)}=${value}; ${rest}`,
    forget: name => `${full(name)}=; Max-Age=0; ${rest}`,
  }
}
