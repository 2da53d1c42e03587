// Arguments as node:util reads them, its complaints turned into ours.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Files and options. Throws UsageError for an unknown option, a missing value, no file, or standard input twice. */
export function readArguments<const O extends Options>(argv: readonly string[], options: O) {
  const { values, positionals: files } = parse(argv, options)
  if (files.length === 0) throw new UsageError('name at least one file, or "-" for standard input')
  const named = [...files, ...Object.values(values).flat()]
  if (named.filter(value => value === '-').length > 1) throw new UsageError('standard input can be read only once')
  return { values, files }
}

function parse<const O extends Options>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (fault) {
    const [sentence = ''] = fault instanceof Error ? fault.message.split('. ') : []
    throw new UsageError(sentence, { cause: fault })
  }
}
