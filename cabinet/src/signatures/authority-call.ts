// One call to an authority over HTTP, and what may be taken for its answer. RFC 6960 appendix A, RFC 3161 §3.4.

/** Why there is no answer; these words stand in the log. */
export type Silence =
  | 'unreachable' // no connection, or it broke; a redirect counts: an authority's address is configured, never found out
  | 'timeout'
  | 'server-error' // 5xx, and an OCSP responder's own tryLater or internalError
  | 'refused' // another status than 200
  | 'content-type'
  | 'too-large'
  | 'circuit-open' // it was silent so often that it is left alone for a while

/** Thrown inside the client only: whoever asks gets a value. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError'
  readonly why: Silence

  constructor(why: Silence, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

export type Call = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | undefined // present: POST
  readonly accepts: RegExp // media types of an answer
  readonly limit: number // octets
  readonly signal: AbortSignal
}

// A filter before the national services answers a request without User-Agent by a redirect.
const USER_AGENT = 'Otinish/0.1 (electronic signature verification)'

/** The answer's head, checked; its body comes in pieces, never more than the limit. Throws SilenceError. */
export async function callAuthority(
  call: Call,
): Promise<{ status: 200; headers: Headers; body: AsyncIterable<Uint8Array> } | { status: 304 }> {
  const response = await send(call)
  const { status, headers, body } = response
  const fault = status === 304 ? undefined : faultOf(response, call)
  if (fault || status === 304 || !body) await body?.cancel()
  if (fault) throw new SilenceError(fault)
  if (status === 304) return { status }
  return { status: 200, headers, body: limited(body ?? [], call) }
}

async function send({ url, headers, body, signal }: Call): Promise<Response> {
  try {
    const post = body && { method: 'POST', body: Buffer.from(body) }
    return await fetch(url, { ...post, headers: { 'User-Agent': USER_AGENT, ...headers }, redirect: 'error', signal })
  } catch (cause) {
    throw new SilenceError(signal.aborted ? 'timeout' : 'unreachable', { cause })
  }
}

function faultOf({ status, headers }: Response, { accepts, limit }: Call): Silence | undefined {
  if (status >= 500) return 'server-error'
  if (status !== 200) return 'refused'
  const type = (headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!accepts.test(type)) return 'content-type'
  return Number(headers.get('Content-Length') ?? 0) > limit ? 'too-large' : undefined
}

/** Leaving the loop, by an error too, ends the connection. */
async function* limited(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { limit, signal }: Call,
): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of body) {
      size += piece.length
      if (size > limit) throw new SilenceError('too-large')
      yield piece
    }
  } catch (cause) {
    if (cause instanceof SilenceError) throw cause
    throw new SilenceError(signal.aborted ? 'timeout' : 'unreachable', { cause })
  }
}

/** Everything at once, for answers that are small. */
export async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
