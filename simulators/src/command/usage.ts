// Options of the command line, and what to say when they are wrong.
import { readFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Where keys and the first moment are kept unless `--data` says otherwise. */
export const USUAL_DATA = 'data/simulators'

const USAGE = `simulators [serve] [--data <dir>] [--keys <dir>]… [--clock <ISO time>]
           [--ncalayer-port <n>] [--ncalayer-page-port <n>] [--gbdfl-port <n>] [--pki-port <n>]
           [--smtp-port <n>] [--mail-page-port <n>] [--sms-port <n>] [--egov-mobile-port <n>]
           [--site <origin that eGov Mobile may go to>]…
simulators seed --core-url <url> --core-key-file <file> [--data <dir>] [--clock <ISO time>]
simulators core claim|release|execute|refuse --id <application> --core-url <url> --core-key-file <file>
           [--claim <id>] [--on <date>] [--clock <ISO time>]`

/** Wrong options: the message says which, and how they are written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(problem: string, options?: ErrorOptions) {
    super(`${problem}\n${USAGE}`, options)
  }
}

/** Options of these types. Throws UsageError for any other. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'wrong options', { cause })
  }
}

/** A port, or undefined when none was asked for; 0 is any free one. */
export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`not a port: ${text}`)
  return port
}

/** A clock that starts at the given moment and goes on from there; the real one when none is given. */
export function readClock(text: string | undefined): () => Date {
  if (text === undefined) return () => new Date()
  const start = Date.parse(text)
  if (Number.isNaN(start)) throw new UsageError(`not an ISO time: ${text}`)
  const ahead = start - Date.now()
  return () => new Date(Date.now() + ahead)
}

/** The value of an option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`missing: --${option}`)
  return value
}

/** The core's key, kept in a file so that no list of processes shows it. */
export function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new UsageError(`cannot read the key file ${file}`, { cause })
  }
}
