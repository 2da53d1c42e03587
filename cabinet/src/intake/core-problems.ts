// A refusal to the core as RFC 9457 problem details.
import type { Context } from 'hono'
import type { Env } from '../web/context.ts'
import { PROBLEM_JSON } from '../web/problem-response.ts'
import { CORE_PROBLEMS, type CoreProblem } from './core-problem-codes.ts'

/** `extra` tells the true state. Typed as no answer, so that routes with typed answers may return it. */
export function coreProblem(c: Context<Env>, code: CoreProblem, extra: object = {}): never {
  const { status, title } = CORE_PROBLEMS[code]
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_JSON }
  if (code === 'withdrawal-being-checked') headers['Retry-After'] = '5'
  if (code === 'key-unknown') headers['WWW-Authenticate'] = 'Bearer'
  const body = JSON.stringify({ type: 'about:blank', status, code, title, ...extra })
  return c.newResponse(body, status, headers) as never
}
