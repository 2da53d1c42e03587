// What is said to NCALayer and what its frames mean: one signature by `sign` of kz.gov.pki.knca.basics. The rest is ignored.

export type Ask = {
  readonly data: string // base64 of what is signed
  readonly extKeyUsageOids: readonly string[]
  readonly iin?: string | undefined // greys out the certificates of others; the server checks
  readonly store?: string | undefined // absent: every key store that NCALayer finds
  readonly timestamp: boolean
  readonly locale: string // NCALayer's window speaks kk and ru
}

/** What an answer says. */
export type Answer =
  | { readonly is: 'signed'; readonly cms: string } // base64, one line
  | { readonly is: 'cancelled' } // the person closed NCALayer's window
  | { readonly is: 'outdated' } // no such module
  | { readonly is: 'failed'; readonly code: string }
  | { readonly is: 'unreadable' } // an answer that we do not understand

export function requestOf(ask: Ask): string {
  const { store, iin, timestamp } = ask
  return JSON.stringify({
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      ...(store ? { allowedStorages: [store] } : {}), // an empty list is not allowed
      format: 'cms',
      data: ask.data,
      signingParams: { decode: true, encapsulate: true, digested: false, ...(timestamp ? { tsaProfile: {} } : {}) },
      signerParams: { extKeyUsageOids: ask.extKeyUsageOids, ...(iin ? { iin } : {}), chain: null },
      locale: ask.locale,
    },
  })
}

type Message = { readonly [key: string]: unknown }

/** A greeting, an answer, or undefined: a heartbeat, an empty object, any other text. Nothing that arrives throws. */
export function readFrame(data: unknown): 'greeted' | Answer | undefined {
  const message = parse(data)
  if (!message) return undefined
  const { result, status, body } = message
  if (typeof (result as Message | undefined)?.['version'] === 'string') return 'greeted'
  const code = String(message['code'] ?? message['errorCode'] ?? '')
  if (status === true) return readResult((body as Message | undefined)?.['result'])
  if (code === 'MODULE_NOT_FOUND') return { is: 'outdated' }
  if (code === 'USER_CANCELED' || message['message'] === 'action.canceled') return { is: 'cancelled' }
  if (code === '200') return { is: 'unreadable' } // another module is content with something else
  return status === false || code ? { is: 'failed', code: code || 'unknown' } : undefined
}

function parse(data: unknown): Message | undefined {
  try {
    const message = JSON.parse(String(data))
    return typeof message === 'object' ? (message ?? undefined) : undefined
  } catch {
    return undefined
  }
}

/** A string, or an array of one, as PEM or bare base64 of a DER SEQUENCE; no result at all means cancelled. */
function readResult(result: unknown): Answer {
  if (result === undefined || result === null) return { is: 'cancelled' }
  const item: unknown = Array.isArray(result) && result.length === 1 ? result[0] : result
  if (typeof item !== 'string') return { is: 'unreadable' }
  const cms = item.replace(/-----(BEGIN|END) [A-Z0-9 ]+-----|\s+/g, '')
  return /^M[A-P][A-Za-z0-9+/]+={0,2}$/.test(cms) ? { is: 'signed', cms } : { is: 'unreadable' }
}
