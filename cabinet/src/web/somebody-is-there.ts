// Whether a request shows that somebody is at the screen. A page that only reloads itself does not keep a session alive.
import type { Context } from 'hono'

/** By the Fetch Metadata of browsers: a page that opens from one of ours without a click has no Sec-Fetch-User. */
export function somebodyIsThere(c: Context): boolean {
  const { method } = c.req
  const opensItself =
    c.req.header('Sec-Fetch-Mode') === 'navigate' &&
    c.req.header('Sec-Fetch-Site') === 'same-origin' &&
    c.req.header('Sec-Fetch-User') === undefined &&
    !isClickInSafari(c)
  return method !== 'GET' || !opensItself
}

/** WebKit never sends Sec-Fetch-User. There a click names the page it was made on, and a page that reloads itself does not. */
function isClickInSafari(c: Context): boolean {
  const agent = c.req.header('User-Agent') ?? ''
  return /AppleWebKit\//.test(agent) && !/Chrom(e|ium)\//.test(agent) && c.req.header('Referer') !== undefined
}
