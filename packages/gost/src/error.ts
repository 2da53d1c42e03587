// What is thrown when bytes are not a GOST key or signature, or a source of randomness is broken.

export type GostFault =
  | 'key-length'
  | 'key-header'
  | 'key-out-of-range'
  | 'key-not-on-curve'
  | 'key-order'
  | 'signature-length'
  | 'signature-out-of-range'
  | 'random-length'
  | 'random-stuck'

/** A key, a signature or a source of randomness that cannot be used; `code` is stable, the message is for people. */
export class GostError extends Error {
  override readonly name = 'GostError'
  readonly code: GostFault

  constructor(code: GostFault, options?: ErrorOptions) {
    super(`GOST R 34.10: ${code}`, options)
    this.code = code
  }
}
