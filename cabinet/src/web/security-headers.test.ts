// What browsers are told on every answer.
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { Env } from './context.ts'
import { securityHeaders } from './security-headers.ts'

async function headersAt(publicUrl: string, ncalayerUrl: string): Promise<Headers> {
  const app = new Hono<Env>()
  app.use(securityHeaders({ publicUrl, ncalayerUrl }))
  app.get('/', c => c.text('x'))
  app.get('/kept', c => c.text('x', 200, { 'Cache-Control': 'public' }))
  expect((await app.request('/kept')).headers.get('Cache-Control')).toBe('public')
  return (await app.request('/')).headers
}

it('a page loads from us alone, talks to us and NCALayer alone, posts to us alone, and is framed by nobody', async () => {
  const headers = await headersAt('https://cabinet.example.kz', 'wss://127.0.0.1:13579/')
  expect(headers.get('Content-Security-Policy')?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self' wss://127.0.0.1:13579",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
})

it.each([
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), loopback-network=(self)'],
  ['Cache-Control', 'no-store'],
])('%s: %s', async (name, value) => {
  expect((await headersAt('https://cabinet.example.kz', 'wss://127.0.0.1:13579/')).get(name)).toBe(value)
})

it('nobody is told to come by https only where there is none', async () => {
  const headers = await headersAt('http://127.0.0.1:8080', 'ws://127.0.0.1:13579/')
  expect(headers.get('Strict-Transport-Security')).toBeNull()
})
