// One HTTP call of the app, with the documented headers and no other: `fetch` would add Accept-Language of its own.
import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Uint8Array }

const TIMEOUT = 30_000 // what a service may take at most
const MAX_BODY = 64 * 1024 * 1024

/** The answer, redirects not followed, or undefined when there is none. */
export function call({ method, url, headers, body }: Call): Promise<Answer | undefined> {
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise(resolve => {
    const options = { method, headers: { ...headers, ...length }, agent: false, signal: AbortSignal.timeout(TIMEOUT) }
    const sent = send(url, options, response => resolve(whole(response)))
    sent.on('error', () => resolve(undefined)) // after an answer it changes nothing
    sent.end(body)
  })
}

async function whole(response: IncomingMessage): Promise<Answer | undefined> {
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of response) {
      chunks.push(chunk)
      length += chunk.length
      if (length > MAX_BODY) return undefined
    }
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
  } catch {
    return undefined // broken off in the middle
  }
}
