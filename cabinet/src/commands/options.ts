// Options of a command line, each with a value.
import { parseArgs } from 'node:util'
import { UsageError } from './usage.ts'

/** Those that are given, all of them known. Throws UsageError. */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...args], options }).values as Partial<Record<Name, string>>
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'wrong options', { cause })
  }
}
