// What is not an answer but a crash: anything thrown that is not one of this package's errors with their codes.
import { DerError } from '../der/error.ts'
import { EdsError } from '../error.ts'

/** What was read, or the code of the error of ours that says why not. Throws on everything else. */
export function readOrCode<T>(read: () => T): { readonly value: T } | { readonly code: string } {
  try {
    return { value: read() }
  } catch (fault) {
    if (fault instanceof DerError || fault instanceof EdsError) return { code: fault.code }
    throw fault
  }
}
