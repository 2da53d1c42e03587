// A proof of revocation that does not speak, thrown between the steps of a judgement and never out of it.
import { DerError } from '../der/error.ts'
import { EdsError } from '../error.ts'
import type { RevocationFault } from './revocation-status.ts'

export class RevocationError extends Error {
  override readonly name = 'RevocationError'
  readonly why: RevocationFault

  constructor(why: RevocationFault, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

/** Why the step failed: `malformed` stands for octets that could not be read. What is not ours is thrown on. */
export function faultOf(thrown: unknown, malformed: RevocationFault): RevocationFault {
  if (thrown instanceof RevocationError) return thrown.why
  if (thrown instanceof DerError) return malformed
  if (thrown instanceof EdsError && thrown.code === 'limit-exceeded') return thrown.code
  throw thrown
}

type SignatureFaults = { readonly unsupported: RevocationFault; readonly invalid: RevocationFault }

/** Runs a check of a signature; its refusals become one of the two faults. */
export function checkSignature(check: () => void, { unsupported, invalid }: SignatureFaults): void {
  try {
    check()
  } catch (thrown) {
    const isRefusal = thrown instanceof EdsError || thrown instanceof DerError
    if (!isRefusal) throw thrown
    const why = thrown.code === 'algorithm-unsupported' ? unsupported : invalid
    throw new RevocationError(why, { cause: thrown })
  }
}
