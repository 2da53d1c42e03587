// Why something could not be verified.
import type { Code } from './code.ts'
import { DerError, type DerFault } from './der/error.ts'

/** A check that did not pass; `code` is one of those that a report gives. */
export class EdsError extends Error {
  override readonly name = 'EdsError'
  readonly code: Code

  constructor(code: Code, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** The report's code for what was thrown while reading or checking. Anything but our own errors is thrown on. */
export function codeOf(thrown: unknown): Code {
  if (thrown instanceof EdsError) return thrown.code
  if (thrown instanceof DerError) return LIMITS.has(thrown.code) ? 'limit-exceeded' : 'der-invalid'
  throw thrown
}

/** For what is only told, or judged elsewhere: undefined where it cannot be read. Anything but our own errors is thrown on. */
export function readOrUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (thrown) {
    codeOf(thrown)
    return undefined
  }
}

const LIMITS: ReadonlySet<DerFault> = new Set(['too-large', 'too-deep', 'too-many'])
