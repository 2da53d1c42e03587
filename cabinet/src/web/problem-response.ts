// A refusal as RFC 9457 problem details: the same code and words as on the pages.
import type { Context } from 'hono'
import type { Env } from './context.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

/** Codes after which the same request may succeed soon, and in how many seconds. */
const RETRY_AFTER: Partial<Record<ProblemCode, number>> = {
  'withdrawal-being-checked': 5,
  'person-data-unavailable': 60,
  'signature-not-checkable': 120,
  'signature-check-busy': 15,
  'verification-busy': 15,
  'too-many-requests': 60,
  'drafts-too-often': 3_600,
}

/** Says to programs, also on a page, when to come again. */
export function retryAfter(code: ProblemCode): Record<string, string> {
  const seconds = RETRY_AFTER[code]
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) }
}

/** Answers a JSON call with a problem. `extra` are extension members. */
export function problem(c: Context<Env>, code: ProblemCode, extra: object = {}): Response {
  if (c.req.path.startsWith('/qr/')) return messageForPhone(c, code)
  const { status, text } = PROBLEMS[code]
  const body = JSON.stringify({ type: 'about:blank', status, code, title: text[c.var.language], ...extra })
  const headers = { 'Content-Type': PROBLEM_JSON, 'Content-Language': c.var.language, ...retryAfter(code) }
  return c.newResponse(body, status, headers)
}

/** eGov Mobile shows the sentence of `{"message"}` and knows no other form of a refusal. */
function messageForPhone(c: Context<Env>, code: ProblemCode): Response {
  const { status, text } = PROBLEMS[code]
  const language = c.var.language
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Language': language }
  return c.newResponse(JSON.stringify({ message: text[language] }), status, { ...headers, ...retryAfter(code) })
}

/** The same problem with the answer typed as no JSON, so that routes with typed answers may return it. */
export function problemAs(c: Context<Env>, code: ProblemCode, extra: object = {}): never {
  return problem(c, code, extra) as never
}
