// Reading addresses and small bodies of requests, and refusing those that another site's page sends to us.
import type { IncomingMessage } from 'node:http'

const MAX_BODY = 1_000_000 // forms and settings are a few hundred bytes
const LOOPBACK = 'http://127.0.0.1'

/** The body; longer ones are cut off by an error. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BODY) throw new RangeError('the body is too long')
  }
  return Buffer.concat(chunks)
}

/** The body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8')
}

/** The body as JSON, or undefined when it is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readBody(request))
  } catch {
    return undefined
  }
}

/** What was asked for; `//` and the like are no address, and must not end every simulator of the process. */
export function addressOf(request: IncomingMessage): URL {
  const asked = request.url ?? '/'
  return new URL(URL.canParse(asked, LOOPBACK) ? asked : '/no-address', LOOPBACK)
}

/** A page of another site may not steer us: its Origin differs, and a foreign name for us shows in Host. */
export function isForeign(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  return !isLoopback || (origin !== undefined && origin !== `http://${host}`)
}
