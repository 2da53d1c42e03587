// OCSP over HTTP: one request, one answer. RFC 6960 §A.1 (POST), at an address that the caller named.

const TIMEOUT_MS = 10_000 // a responder answers in a fraction of a second or is not well
const MAX_BYTES = 64 * 1024 // an answer holds one status and a certificate or two: some four thousand octets
const USER_AGENT = 'Otinish-eds/0.1' // the national service turns away who does not say who asks

/** Why there is no answer, in a word or two. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
}

/**
 * The body of the answer, whose content is for the reader to judge. Throws RequestError: no connection, no answer in ten
 * seconds, a redirect (a responder has no reason for one), another status than 200, a body that is too large.
 */
export async function postRequest(url: string, body: Uint8Array, timeoutMs = TIMEOUT_MS): Promise<Uint8Array> {
  const response = await attempt(timeoutMs, () =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/ocsp-request',
        accept: 'application/ocsp-response',
        'user-agent': USER_AGENT,
      },
      body: Buffer.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }),
  )
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new RequestError(`status ${response.status}`)
  }
  return attempt(timeoutMs, () => bodyOf(response))
}

/** Stops reading at the limit, whatever the length that the header claims. */
async function bodyOf({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.length
    if (length > MAX_BYTES) throw new RequestError('an answer of unusual size')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function attempt<T>(timeoutMs: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof RequestError) throw cause
    const slow = cause instanceof Error && cause.name === 'TimeoutError'
    throw new RequestError(slow ? `no answer in ${timeoutMs / 1000} s` : reasonOf(cause), { cause })
  }
}

/** fetch says "fetch failed" and puts the reason beside it. */
function reasonOf(fault: unknown): string {
  const { cause = fault } = fault instanceof Error ? fault : {}
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : 'no connection'
}
