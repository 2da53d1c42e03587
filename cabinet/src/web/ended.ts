// Why a session ended, as an address says it to the page that one is sent to. It is only shown, never relied upon.
import type { Context } from 'hono'

export const ENDED = ['idle', 'day', 'out', 'everywhere', 'over'] as const
export type Ended = (typeof ENDED)[number]

export function endedOf(c: Context): Ended | undefined {
  const told = c.req.query('ended')
  return ENDED.find(reason => reason === told)
}
