// What NCALayer sends. Envelopes of the `basics` module and of the dispatcher, keys in the order that was recorded.

export type Failure = {
  readonly kind: 'failure'
  readonly code: 'INVOCATION_ERROR' | 'GENERAL_ERROR' | 'INVALID_SIGNING_PARAMS' | 'SIGNING_FAILURE'
  readonly message: string
  readonly details?: string
}

/** The first frame, sent unasked. */
export function greeting(version: string): string {
  return JSON.stringify({ result: { version } })
}

export function success(result: string | readonly string[]): string {
  return JSON.stringify({ body: { result }, status: true })
}

/** The person closed the dialog: a body without a result. */
export function cancelled(): string {
  return JSON.stringify({ body: {}, status: true })
}

export function failureFrame({ code, details, message }: Failure): string {
  return JSON.stringify({ code, ...(details === undefined ? {} : { details }), message, status: false })
}

/** The dispatcher's answer when the module is not installed. */
export function moduleNotFound(): string {
  return JSON.stringify({ success: false, errorCode: 'MODULE_NOT_FOUND' })
}

/** The dispatcher's answer to what is not JSON. */
export function notJson(): string {
  return JSON.stringify({ success: false, code: 'COMMON_JSON_WRAPPING_EXCEPTION' })
}
