// A client of NCALayer, the program that holds the keys: one signature by `kz.gov.pki.knca.basics` over a WebSocket.
// It opens the socket when asked and never by itself, sends once and never again, and ends in exactly one outcome.

export type Ask = {
  readonly data: string // base64 of what is signed
  readonly extKeyUsageOids: readonly string[]
  readonly iin?: string | undefined // greys out the certificates of others; the server checks
  readonly store?: string | undefined // absent: every key store that NCALayer finds
  readonly timestamp: boolean
  readonly locale: string // NCALayer's window speaks kk and ru
}

export type Phase = 'connecting' | 'waiting'

export type Outcome =
  | { readonly is: 'signed'; readonly cms: string } // base64, one line
  | { readonly is: 'cancelled' } // the person closed NCALayer's window
  | { readonly is: 'stopped' } // the person stopped waiting here; NCALayer's window may still be open
  | { readonly is: 'unreachable' } // why, a page cannot know
  | { readonly is: 'interrupted' } // closed before an answer: nothing was signed here
  | { readonly is: 'timed-out' }
  | { readonly is: 'outdated' } // no such module
  | { readonly is: 'failed'; readonly code: string }
  | { readonly is: 'unreadable' } // an answer that we do not understand

export type NcaLayer = {
  /** Asks for one signature. While one is asked for, the same outcome answers every further call. */
  sign(ask: Ask, tell?: (phase: Phase) => void): Promise<Outcome>
  /** Ends the waiting on our side. NCALayer cannot be told to cancel. */
  stop(): void
}

const CONNECT_MS = 5_000
const GREETING_MS = 5_000
const SIGN_MS = 10 * 60_000

export function ncaLayer(url: string, open = (address: string): WebSocket => new WebSocket(address)): NcaLayer {
  let current: Promise<Outcome> | undefined
  let stop = () => {}
  return {
    sign(ask, tell = () => {}) {
      current ??= new Promise<Outcome>(resolve => {
        stop = exchange(() => open(url), JSON.stringify(requestOf(ask)), tell, resolve)
      }).finally(() => {
        current = undefined
      })
      return current
    },
    stop: () => stop(),
  }
}

/** One conversation. States: connecting → greeting → waiting → done; each has its time limit. Answers how to stop it. */
function exchange(open: () => WebSocket, request: string, tell: (phase: Phase) => void, done: (o: Outcome) => void) {
  let state: 'connecting' | 'greeting' | 'waiting' | 'done' = 'connecting'
  let timer: ReturnType<typeof setTimeout>
  let socket: WebSocket | undefined

  const enter = (next: typeof state, ms: number, then: () => void) => {
    state = next
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const finish = (outcome: Outcome) => {
    if (state === 'done') return
    state = 'done'
    clearTimeout(timer)
    socket?.close()
    done(outcome)
  }
  const send = () => {
    if (state !== 'greeting') return
    enter('waiting', SIGN_MS, () => finish({ is: 'timed-out' }))
    tell('waiting')
    socket?.send(request)
  }

  tell('connecting')
  enter('connecting', CONNECT_MS, () => finish({ is: 'unreachable' }))
  try {
    socket = open()
  } catch {
    finish({ is: 'unreachable' }) // a policy or a malformed address: as opaque as the rest
    return () => {}
  }
  socket.onopen = () => state === 'connecting' && enter('greeting', GREETING_MS, send) // without a greeting we ask all the same
  socket.onclose = () => finish({ is: state === 'connecting' ? 'unreachable' : 'interrupted' })
  socket.onmessage = ({ data }) => {
    const message = parse(data)
    if (isGreeting(message)) return send()
    const outcome = state === 'waiting' && message && outcomeOf(message)
    if (outcome) finish(outcome)
  }
  return () => finish({ is: 'stopped' })
}

function requestOf(ask: Ask) {
  return {
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      ...(ask.store ? { allowedStorages: [ask.store] } : {}),
      format: 'cms',
      data: ask.data,
      signingParams: { decode: true, encapsulate: true, digested: false, ...(ask.timestamp ? { tsaProfile: {} } : {}) },
      signerParams: { extKeyUsageOids: ask.extKeyUsageOids, ...(ask.iin ? { iin: ask.iin } : {}), chain: null },
      locale: ask.locale,
    },
  }
}

type Message = { readonly [key: string]: unknown }

/** A heartbeat, an empty or any other text is no message; nothing that arrives may throw. */
function parse(data: unknown): Message | undefined {
  try {
    const message = JSON.parse(String(data))
    return typeof message === 'object' ? (message ?? undefined) : undefined
  } catch {
    return undefined
  }
}

function isGreeting(message: Message | undefined): boolean {
  return typeof (message?.['result'] as Message | undefined)?.['version'] === 'string'
}

/** What an answer says, or undefined when it is no answer to us (another module's talk, an empty object). */
function outcomeOf(message: Message): Outcome | undefined {
  const { status, body } = message
  const code = String(message['code'] ?? message['errorCode'] ?? '')
  if (status === true) return resultOf((body as Message | undefined)?.['result'])
  if (code === 'MODULE_NOT_FOUND') return { is: 'outdated' }
  if (code === 'USER_CANCELED' || message['message'] === 'action.canceled') return { is: 'cancelled' }
  return status === false || code ? { is: 'failed', code: code || 'unknown' } : undefined
}

/** A string, or an array of one, as PEM or bare base64 of a DER SEQUENCE; no result at all means cancelled. */
function resultOf(result: unknown): Outcome {
  if (result === undefined || result === null) return { is: 'cancelled' }
  const item: unknown = Array.isArray(result) && result.length === 1 ? result[0] : result
  if (typeof item !== 'string') return { is: 'unreadable' }
  const cms = item.replace(/-----(BEGIN|END) [A-Z0-9 ]+-----/g, '').replace(/\s+/g, '')
  return /^M[A-P][A-Za-z0-9+/]+={0,2}$/.test(cms) ? { is: 'signed', cms } : { is: 'unreadable' }
}
