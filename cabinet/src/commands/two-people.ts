// Whatever is hard to undo is done by one person and approved by another; both are named in the record of acts.
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'

export type TwoPeople = { readonly by: string; readonly approvedBy: string }

const NAME = /^[\p{L}\d][\p{L}\d._-]{1,21}$/u // it goes into the record of acts
const WHOM = 'required, a login of 2 to 22 letters, digits, ".", "_", "-"'

/** With further options, whose names are given. Throws UsageError. */
export function readTwoPeople<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): TwoPeople & Partial<Record<Name, string>> {
  const options = readOptions<Name | 'by' | 'approved-by'>(args, ['by', 'approved-by', ...names])
  const { by, 'approved-by': approvedBy } = options
  if (by === undefined || !NAME.test(by)) throw new UsageError(`--by: ${WHOM}`)
  if (approvedBy === undefined || !NAME.test(approvedBy)) throw new UsageError(`--approved-by: ${WHOM}`)
  if (by.toLowerCase() === approvedBy.toLowerCase()) throw new UsageError('--approved-by: must be another than --by')
  return { ...options, by, approvedBy }
}
