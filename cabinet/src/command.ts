// The command `otinish`: serve, migrate, core-key.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig, readDatabaseConfig } from './config.ts'
import { MigrationError, migrate } from './database/migrate.ts'
import { findDatabase } from './database/open-database.ts'
import { connect } from './database/sql.ts'
import { addCoreKey, makeCoreKey, SCOPES, type Scope } from './intake/core-key.ts'
import { StartError, serve } from './main.ts'
import { places, projectRoot } from './root.ts'
import { TrustError } from './signatures/trust.ts'

const USAGE = `otinish serve
otinish migrate
otinish core-key add --name NAME --scopes intake,execution,status --out FILE
Settings come from the environment: docs/operations/configuration.md`

class UsageError extends Error {
  override readonly name = 'UsageError'
}

async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args
  if (command === 'serve' && rest.length === 0) return serveUntilStopped()
  if (command === 'migrate' && rest.length === 0) return migrateOnce()
  if (command === 'core-key' && rest[0] === 'add') return addKey(rest.slice(1))
  throw new UsageError(USAGE)
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

async function migrateOnce(): Promise<void> {
  const config = readDatabaseConfig(process.env)
  const root = projectRoot()
  const found = await findDatabase(config, root)
  try {
    if (!found.owner) throw new StartError('MIGRATIONS_DATABASE_URL: required to migrate the database of DATABASE_URL')
    const applied = await migrate(found.owner, found.serviceRole, places(root).migrations, new Date())
    console.log(JSON.stringify({ event: 'migrated', applied }))
  } finally {
    await found.stop()
  }
}

/** The key is written to a file that only the caller can read, and nowhere else. */
async function addKey(args: string[]): Promise<void> {
  const options = { name: { type: 'string' }, scopes: { type: 'string' }, out: { type: 'string' } } as const
  const { name, scopes, out } = parseArgs({ args, options }).values
  if (!name || !scopes || !out) throw new UsageError(USAGE)
  const asked = scopes.split(',').map(readScope)
  const root = projectRoot()
  const found = await findDatabase(readDatabaseConfig(process.env), root)
  const owner = connect(found.owner ?? found.service, { connections: 1 })
  try {
    if (found.owner) await migrate(found.owner, found.serviceRole, places(root).migrations, new Date())
    const key = makeCoreKey()
    await addCoreKey(owner, key, { name, scopes: asked }, new Date())
    writeFileSync(out, `${key}\n`, { mode: 0o600 })
    console.log(JSON.stringify({ event: 'core-key-added', name, scopes: asked, file: out }))
  } finally {
    await owner.end()
    await found.stop()
  }
}

function readScope(text: string): Scope {
  const scope = SCOPES.find(one => one === text.trim())
  if (!scope) throw new UsageError(`no such scope: ${text}\n${USAGE}`)
  return scope
}

/** A sentence for what whoever starts it can put right; the whole error for what they cannot. */
function fail(error: unknown): never {
  const plain = error instanceof Error && PLAIN.some(kind => error instanceof kind)
  console.error(plain ? error.message : error)
  process.exit(error instanceof UsageError ? 64 : 1)
}

const PLAIN = [UsageError, ConfigError, StartError, MigrationError, TrustError]

main(process.argv.slice(2)).catch(fail)
