// The command of the simulators: starts them, or speaks to the service as the fund's core does.
import { coreCommand } from './command/core.ts'
import { seedCommand } from './command/seed.ts'
import { serveCommand } from './command/serve.ts'
import { UsageError } from './command/usage.ts'

const EXPECTED = new Set(['PortBusyError', 'SeedError', 'CoreSilentError'])
const COMMANDS = { serve: serveCommand, seed: seedCommand, core: coreCommand } as const

const [first = 'serve', ...others] = process.argv.slice(2)
const named = Object.entries(COMMANDS).find(([name]) => name === first)
const [command, args] = named ? [named[1], others] : [serveCommand, process.argv.slice(2)]

try {
  await command(args)
} catch (error) {
  // One sentence for what can be expected (a busy port, a wrong option); the rest keeps its stack.
  const isExpected = error instanceof UsageError || (error instanceof Error && EXPECTED.has(error.name))
  console.error(isExpected ? (error as Error).message : error)
  process.exitCode = error instanceof UsageError ? 64 : 1
}
