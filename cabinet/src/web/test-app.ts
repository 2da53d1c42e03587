// A bare application for tests of page routes: language from the address, a session when there is one.
import { Hono } from 'hono'
import { aPerson } from '../applications/test-applications.ts'
import type { Session } from '../sessions/session.ts'
import type { Env } from './context.ts'
import { isLanguage } from './language.ts'

export const ASSETS = { url: (name: string) => `/assets/${name}` }

export const aSession = (over: Partial<Session> = {}): Session => ({
  key: '5f2b1c1e-0000-4000-8000-000000000001',
  person: aPerson(),
  signedInBy: 'eds',
  since: new Date('2026-06-17T07:00:00Z'),
  provedSince: new Date('2026-06-17T06:59:00Z'),
  expiresAt: new Date('2026-06-17T07:15:00Z'),
  endsAt: new Date('2026-06-17T19:00:00Z'),
  readAt: new Date('2026-06-17T07:00:00Z'),
  device: undefined,
  unread: 0,
  alarmed: false,
  ...over,
})

export function testApp(session: Session | undefined): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const first = c.req.path.split('/')[1] ?? ''
    c.set('language', isLanguage(first) ? first : 'kk')
    c.set('session', session)
    c.set('requestId', 'r-1')
    c.set('site', 'https://cabinet.example')
    await next()
  })
  return app
}

export function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}
