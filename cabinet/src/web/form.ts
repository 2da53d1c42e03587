// The fields of a form that was sent. What cannot be read as a form is the sender's mistake, not a fault of ours.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env } from './context.ts'

export async function readForm(c: Context<Env>): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody()
  } catch (cause) {
    throw new HTTPException(400, { cause })
  }
}

const MAX_SHOWN = 300 // longer than anything that fits; a page does not send back 100 KB

/** What was typed, to be shown again when something is wrong with it. A field that is missing or is a file says nothing. */
export function shownAgain(field: unknown): string {
  return textOf(field).slice(0, MAX_SHOWN)
}

export function textOf(field: unknown): string {
  return typeof field === 'string' ? field : ''
}
