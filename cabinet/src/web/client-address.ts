// The address of whoever asks, as the nearest proxy that we trust tells it. Used to slow down guessing, and never logged.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * `proxies` stand between us and the client, each of which adds the address it was called from to the end of
 * X-Forwarded-For; what stands before those is the client's own word and is not read.
 */
export function clientAddress(c: Context, proxies: number): string {
  if (proxies === 0) return socketAddress(c)
  const told = (c.req.header('X-Forwarded-For') ?? '').split(',').map(part => part.trim())
  return told.at(-proxies)?.slice(0, 45) || socketAddress(c)
}

function socketAddress(c: Context): string {
  const isServed = c.env !== undefined && 'incoming' in (c.env as object)
  return (isServed ? getConnInfo(c).remote.address : undefined) ?? 'unknown'
}
