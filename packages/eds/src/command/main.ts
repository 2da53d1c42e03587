// The command line: which command, and the exit code that the outcome has.
import { certCommand } from './cert.ts'
import { inspectCommand } from './inspect.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'
import { trustCommand } from './trust.ts'
import { USAGE, UsageError } from './usage.ts'
import { verifyCommand } from './verify.ts'

export type ExitCode = 0 | 1 | 2 | 64

/** Runs one command. Answers the exit code: 0 valid, 1 invalid, 2 indeterminate, 64 usage. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = argv
  if (name === 'help' || isHelp(name) || (rest.length === 1 && rest.every(isHelp))) {
    terminal.out(USAGE)
    return 0
  }
  try {
    const command = COMMANDS.get(name)
    if (!command) throw new UsageError(name ? `there is no command "${name}"` : 'a command is needed')
    return await command(rest, terminal)
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault
    terminal.err(`eds: ${printable(fault.message)}\n\n${USAGE}`)
    return 64
  }
}

/** Beside other arguments it is none: a file that somebody named so must not make a verification exit 0. */
function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h'
}

type Command = (argv: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['verify', verifyCommand],
  ['cert', certCommand],
  ['inspect', inspectCommand],
  ['trust', trustCommand],
])
