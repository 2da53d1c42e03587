// What browsers are told on every answer: nothing from elsewhere, no frames, no caching of anything personal.
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'

export type SecuritySettings = { readonly publicUrl: string; readonly ncalayerUrl: string }

export function securityHeaders({ publicUrl, ncalayerUrl }: SecuritySettings): MiddlewareHandler<Env> {
  const headers = Object.entries(alwaysSent(publicUrl, ncalayerUrl))
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!isStricter(c.res.headers, name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** A page whose address holds a secret says so itself. */
function isStricter(sent: Headers, name: string): boolean {
  return name === 'Referrer-Policy' && sent.get(name) === 'no-referrer'
}

function alwaysSent(publicUrl: string, ncalayerUrl: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${new URL(ncalayerUrl).origin}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]
  const headers: Record<string, string> = {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), loopback-network=(self)',
  }
  if (publicUrl.startsWith('https:')) headers['Strict-Transport-Security'] = 'max-age=31536000; includeSubDomains'
  return headers
}
