// A page that shows what is wrong with a form: its status, and when to come again.
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from './context.ts'
import type { Fault, Faults } from './fault.ts'
import { documentOf } from './page.tsx'
import { PROBLEMS } from './problems.ts'

/** The status of the first fault; 200 when there is none. */
export function faultPage(c: Context<Env>, page: Child, faults: Faults<string>, now: Date): Response {
  const [first] = Object.values(faults)
  if (!first) return c.html(documentOf(page))
  return c.html(documentOf(page), PROBLEMS[first.code].status, later(first, now))
}

function later({ again }: Fault, now: Date): Record<string, string> {
  if (!again) return {}
  return { 'Retry-After': String(Math.max(1, Math.ceil((again.getTime() - now.getTime()) / 1000))) }
}
