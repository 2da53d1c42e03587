// What a request tells of the browser that sends it.
import type { Context } from 'hono'
import type { Visitor } from '../sessions/visitor.ts'
import { clientAddress } from './client-address.ts'
import type { Cookies } from './cookies.ts'

export type ReadVisitor = (c: Context) => Visitor

const MAX_AGENT = 300

export const visitorOf =
  (cookies: Cookies, proxies: number): ReadVisitor =>
  c => ({
    session: cookies.read(c, 'session'),
    device: cookies.read(c, 'device'),
    agent: (c.req.header('User-Agent') ?? '').slice(0, MAX_AGENT),
    address: clientAddress(c, proxies),
  })
