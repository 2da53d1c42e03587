// Arguments as node:util reads them, its complaints turned into ours.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './usage.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Asked<O extends Options> = { args: string[]; options: O; allowPositionals: true; strict: true; tokens: true }
type Parsed<O extends Options> = ReturnType<typeof parseArgs<Asked<O>>>
type Arguments<O extends Options> = { readonly values: Parsed<O>['values']; readonly files: readonly string[] }

/** Files and options. Throws UsageError for an unknown or repeated option, a missing value, no file, or standard input twice. */
export function readArguments<const O extends Options>(argv: readonly string[], options: O): Arguments<O> {
  const { values, positionals: files, tokens } = parse(argv, options)
  refuseRepeated(tokens, options)
  if (files.length === 0) throw new UsageError('name at least one file, or "-" for standard input')
  const named = [...files, ...Object.values(values).flat()]
  if (named.filter(value => value === '-').length > 1) throw new UsageError('standard input can be read only once')
  return { values, files }
}

function parse<const O extends Options>(argv: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true })
  } catch (fault) {
    const [sentence = ''] = fault instanceof Error ? fault.message.split(/\.\s/) : [] // advice follows it
    throw new UsageError(sentence, { cause: fault })
  }
}

/** Of an option given twice the last would count, so that a later one could quietly undo an earlier one. */
function refuseRepeated(tokens: ReturnType<typeof parse>['tokens'], options: Options): void {
  const names = tokens.flatMap(token => (token.kind === 'option' && !options[token.name]?.multiple ? [token.name] : []))
  const repeated = names.find((name, i) => names.indexOf(name) < i)
  if (repeated) throw new UsageError(`--${repeated} can be given only once`)
}
