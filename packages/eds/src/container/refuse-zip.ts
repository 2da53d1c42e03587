// Why a container is not read. The code goes into the report, the cause says what it was.
import { EdsError } from '../error.ts'

/** It is not of the form that is read here. */
export function malformed(because: string): EdsError {
  return new EdsError('container-invalid', { cause: new RangeError(because) })
}

/** Past a limit of ours, though it might be honest. */
export function tooLarge(because: string): EdsError {
  return new EdsError('limit-exceeded', { cause: new RangeError(because) })
}
