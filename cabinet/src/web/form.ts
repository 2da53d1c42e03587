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
