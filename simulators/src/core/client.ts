// A small client of the service's `/core/v1`, as the fund's core would have it.

export type Money = { readonly value: string; readonly currency: 'KZT' }
export type Localised = { readonly kk: string; readonly ru: string; readonly en: string }

export type RefusalByFund = {
  readonly code: string
  readonly text: Localised
  readonly next: Localised | null
  readonly appealUntil: string | null
}

export type Status =
  | { readonly is: 'accepted' }
  | { readonly is: 'executed'; readonly on: string }
  | { readonly is: 'refused'; readonly on: string; readonly refusal: RefusalByFund }

export type Operation = {
  readonly on: string
  readonly amount: Money | null
  readonly contractType: 'mandatory' | 'occupational' | 'voluntary' | 'employer'
  readonly status: 'accepted' | 'executed' | 'refused'
}

/** What `PUT /core/v1/applications/{id}` takes. */
export type IntakeApplication = {
  readonly iin: string
  readonly series: string
  readonly number: string
  readonly kind: string
  readonly contractTypes: readonly Operation['contractType'][]
  readonly filedOn: string
  readonly receivedAt: string
  readonly counterparty: { readonly name: Localised } | null
  readonly amount: Money | null
  readonly purpose: string | null
  readonly operatorRelease: 'yes' | 'no' | 'unknown' | null
  readonly status: Status
  readonly operations: readonly Operation[]
}

export type Answer = { readonly status: number; readonly body: unknown }

export type CoreClient = {
  put(id: string, application: IntakeApplication): Promise<Answer>
  putDocument(id: string, kind: 'receipt' | 'application', pdf: Buffer): Promise<Answer>
  claim(id: string, claimId: string): Promise<Answer>
  release(id: string, claimId: string): Promise<Answer>
  /** Says that the application is executed or refused. Repeating the same `eventId` must be harmless. */
  say(eventId: string, id: string, status: Exclude<Status, { is: 'accepted' }>): Promise<Answer>
}

/** Nothing listens at the service's address, or it says nothing in time. */
export class CoreSilentError extends Error {
  override readonly name = 'CoreSilentError'

  constructor(url: string, options?: ErrorOptions) {
    super(`The service at ${url} does not answer.`, options)
  }
}

const TIMEOUT = 10_000

/** `url` is the service's own address, `key` a key of the core. Answers whatever comes; throws CoreSilentError. */
export function coreClient(url: string, key: string): CoreClient {
  const send = async (method: string, path: string, type: string, body: string | Buffer): Promise<Answer> => {
    const response = await fetch(new URL(`/core/v1${path}`, url), {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch(cause => {
      throw new CoreSilentError(url, { cause })
    })
    return { status: response.status, body: readBody(await response.text()) }
  }
  const call = (method: string, path: string, body: unknown) =>
    send(method, path, 'application/json', JSON.stringify(body))
  const at = (id: string) => `/applications/${encodeURIComponent(id)}`
  return {
    put: (id, application) => call('PUT', at(id), application),
    putDocument: (id, kind, pdf) => send('PUT', `${at(id)}/documents/${kind}`, 'application/pdf', pdf),
    claim: (id, claimId) => call('POST', `${at(id)}/execution`, { claimId }),
    release: (id, claimId) => call('DELETE', `${at(id)}/execution`, { claimId }),
    say: (eventId, application, status) => call('POST', '/status-events', { id: eventId, application, status }),
  }
}

function readBody(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
