// Asks a responder (OCSP, RFC 6960 appendix A.1) or a time-stamping authority (RFC 3161 §3.4) by POST. What is answered
// is not judged here.
import { callAuthority, SilenceError, wholeOf } from './authority-call.ts'
import type { Answered, Client } from './authority-client.ts'

export type Answer = { readonly response: Uint8Array; readonly receivedAt: Date }

/** `whole`: when it ends, nobody waits for the answer any more. */
export type Ask = (request: Uint8Array, whole: AbortSignal) => Promise<Answered<Answer>>

export type Protocol = {
  readonly request: string // media types
  readonly response: RegExp
  readonly isSilence: (response: Uint8Array) => boolean
}

const LIMIT = 64 * 1024 // the national answers, certificates included, are of 1.5 to 5 KB

export const OCSP: Protocol = {
  request: 'application/ocsp-request',
  response: /^application\/ocsp-response$/,
  isSilence: saysLater,
}

export const TSP: Protocol = {
  request: 'application/timestamp-query',
  response: /^application\/timestamp-reply$/,
  isSilence: () => false,
}

export type AskNeeds = { readonly url: string; readonly client: Client; readonly now: () => Date }

export const askBy =
  (protocol: Protocol, { url, client, now }: AskNeeds): Ask =>
  (request, whole) =>
    client(async signal => {
      const headers = { 'Content-Type': protocol.request }
      const answer = await callAuthority({
        url,
        body: request,
        headers,
        accepts: protocol.response,
        limit: LIMIT,
        signal,
      })
      if (answer.status !== 200) throw new SilenceError('refused')
      const response = await wholeOf(answer.body)
      if (protocol.isSilence(response)) throw new SilenceError('server-error')
      return { response, receivedAt: now() }
    }, whole)

/** An OCSPResponse that is internalError (2) or tryLater (3) and nothing else: the production responder has its moments. */
function saysLater(response: Uint8Array): boolean {
  const isStatus = response.length === 5 && [0x30, 3, 0x0a, 1].every((octet, i) => response[i] === octet)
  return isStatus && (response[4] === 2 || response[4] === 3)
}
