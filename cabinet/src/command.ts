// The command `otinish`.
import { AccountError } from './accounts/add-account.ts'
import { AuditError, auditCommand } from './commands/audit.ts'
import { calendarCommand } from './commands/calendar.ts'
import { coreKeyCommand } from './commands/core-key.ts'
import { demoAccountCommand } from './commands/demo-account.ts'
import { EvidenceError, evidenceCommand } from './commands/evidence.ts'
import { ArchiveError } from './commands/evidence-verify.ts'
import { MaintenanceError, maintenanceCommand } from './commands/maintenance.ts'
import { migrateCommand } from './commands/migrate.ts'
import { UsageError } from './commands/usage.ts'
import { ConfigError, readConfig } from './config.ts'
import { MigrationError } from './database/migrate.ts'
import { CalendarError } from './deadlines/import-calendar.ts'
import { SealError } from './evidence/seal-key.ts'
import { StartError, serve } from './main.ts'
import { TrustError } from './signatures/trust.ts'

async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args
  if (command === 'serve' && rest.length === 0) return serveUntilStopped()
  if (command === 'migrate' && rest.length === 0) return migrateCommand(process.env)
  if (command === 'core-key') return coreKeyCommand(rest, process.env)
  if (command === 'calendar') return calendarCommand(rest, process.env)
  if (command === 'audit') return auditCommand(rest, process.env)
  if (command === 'evidence') return evidenceCommand(rest, process.env)
  if (command === 'maintenance') return maintenanceCommand(rest, process.env)
  if (command === 'demo-account') return demoAccountCommand(rest, process.env)
  throw new UsageError()
}

/** Asked to stop while still starting, it finishes starting and then stops: nothing is left running. */
async function serveUntilStopped(): Promise<void> {
  const config = readConfig(process.env)
  const asked = new Promise<void>(resolve => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
  const running = await serve(config)
  console.log(JSON.stringify({ event: 'ready', url: running.url }))
  await asked
  await running.stop()
  process.exit(0)
}

/** A sentence for what whoever starts it can put right; the whole error for what they cannot. */
function fail(error: unknown): never {
  const plain = error instanceof Error && PLAIN.some(kind => error instanceof kind)
  console.error(plain ? error.message : error)
  process.exit(error instanceof UsageError ? 64 : 1)
}

const PLAIN = [
  UsageError,
  ConfigError,
  StartError,
  MigrationError,
  TrustError,
  AccountError,
  AuditError,
  CalendarError,
  EvidenceError,
  SealError,
  ArchiveError,
  MaintenanceError,
]

main(process.argv.slice(2)).catch(fail)
