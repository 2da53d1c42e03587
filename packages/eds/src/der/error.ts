// What can be wrong with bytes that should be DER, and where.

/** Past a limit of ours, though it might be DER. */
export type DerLimit = 'too-large' | 'too-deep' | 'too-many'

export type DerFault =
  | DerLimit
  | 'truncated'
  | 'trailing-bytes'
  | 'tag-unsupported'
  | 'form-wrong'
  | 'length-indefinite'
  | 'length-not-minimal'
  | 'length-too-long'
  | 'boolean-malformed'
  | 'integer-malformed'
  | 'bits-malformed'
  | 'null-malformed'
  | 'oid-malformed'
  | 'string-malformed'
  | 'time-malformed'
  | 'set-not-sorted'
  | 'unexpected'

/** Bytes that are not DER, or not the structure asked for. `offset` is where, counted from the start of the input. */
export class DerError extends Error {
  override readonly name = 'DerError'
  readonly code: DerFault
  readonly offset: number

  constructor(code: DerFault, offset: number, options?: ErrorOptions) {
    super(`${code} at byte ${offset}`, options)
    this.code = code
    this.offset = offset
  }
}
