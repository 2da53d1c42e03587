// SMS through an HTTP gateway: our own JSON contract, POST {to, text, id} → 202 {id}. The same id is delivered once.
import { z } from 'zod'
import { parsePhone } from '../accounts/contact.ts'
import type { Log } from '../web/access-log.ts'
import { channelClient } from './channel-client.ts'
import { NotSentError, type SendOutcome, type ShortText } from './outgoing.ts'

export type SendSms = (text: ShortText) => Promise<SendOutcome>

export type SmsOptions = {
  readonly url: string
  readonly token?: string | undefined
  readonly log: Log
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000

export function smsSender({ url, token, log, timeoutMs = TIMEOUT_MS }: SmsOptions): SendSms {
  const client = channelClient({ channel: 'sms', timeoutMs, log })
  return async message => {
    if (parsePhone(message.to) !== message.to) return { kind: 'refused', why: 'address-unusable' }
    return client(async signal => judge(await post(message, { url, token, signal }), message.id))
  }
}

type Call = { readonly url: string; readonly token: string | undefined; readonly signal: AbortSignal }
type Reply = { readonly status: number; readonly text: string }

async function post({ id, to, text }: ShortText, { url, token, signal }: Call): Promise<Reply> {
  const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) }
  const body = JSON.stringify({ to, text, id })
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    return { status: answer.status, text: await answer.text() }
  } catch {
    throw new NotSentError(signal.aborted ? 'timeout' : 'unreachable')
  }
}

const Accepted = z.object({ id: z.string() })

/** Throws NotSentError for what may succeed later. An acceptance of something else is none. */
function judge({ status, text }: Reply, id: string): SendOutcome {
  if (status === 202 && acceptedId(text) === id) return { kind: 'sent' }
  if (status === 409) return { kind: 'sent' } // it has one with this id: ours, before its words were mended
  if (status === 401 || status === 403) throw new NotSentError('not-let-in')
  if (status === 400 || status === 422) return { kind: 'refused', why: 'address-refused' }
  throw new NotSentError('server-error')
}

function acceptedId(text: string): string | undefined {
  try {
    return Accepted.safeParse(JSON.parse(text)).data?.id
  } catch {
    return undefined
  }
}
