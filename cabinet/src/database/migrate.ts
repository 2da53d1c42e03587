// Brings a database to the state that this program needs. Numbered files, forward only, one at a time in the whole world.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { connect, type Sql, type Tx } from './sql.ts'

export type Migration = {
  readonly version: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

const LOCK = 7_311_042_017 // any number that nobody else locks in this database

/** Reads the files; refuses gaps and names that do not begin with four digits. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'))
  return files.sort().map((name, i) => {
    const version = Number(/^(\d{4})-/.exec(name)?.[1])
    if (version !== i + 1) throw new MigrationError(`${name}: expected number ${String(i + 1).padStart(4, '0')}`)
    const text = withFiles(readFileSync(path.join(folder, name), 'utf8'), folder)
    return { version, name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** `:'file PATH'`, seen from the folder, stands for the text of a file: it belongs to the migration and to its hash. */
function withFiles(text: string, folder: string): string {
  return text.replaceAll(/:'file ([^']+)'/g, (_, name: string) => {
    const content = readFileSync(path.join(folder, name), 'utf8')
    return `'${content.replaceAll("'", "''")}'`
  })
}

/** Applies what is missing, as the owner; `service` is the role that the grants are for. Returns the names applied. */
export async function migrate(ownerUrl: string, service: string, folder: string, now: Date): Promise<string[]> {
  const sql = connect(ownerUrl, { connections: 1, statementTimeout: 0 })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    await prepareRecord(sql, service)
    const missing = unapplied(readMigrations(folder), await appliedTo(sql))
    for (const migration of missing) await apply(sql, migration, service, now)
    return missing.map(migration => migration.name)
  } finally {
    await sql.end() // ends the session, and with it the lock
  }
}

/** Throws, with one sentence, unless the database is exactly as this program expects it. */
export async function checkMigrated(sql: Sql, folder: string): Promise<void> {
  const [found] = await sql`select to_regclass('schema_migration') is not null as there`
  const missing = unapplied(readMigrations(folder), found?.['there'] ? await appliedTo(sql) : [])
  if (missing.length > 0)
    throw new MigrationError(`the database lacks ${missing.length} migration(s): run "otinish migrate" first`)
}

type Applied = { readonly version: number; readonly name: string; readonly sha256: string }

function unapplied(wanted: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const one of applied) {
    const file = wanted[one.version - 1]
    if (!file) throw new MigrationError(`the database is newer than this program: it has ${one.name}`)
    if (file.sha256 !== one.sha256) throw new MigrationError(`${file.name} was changed after it was applied`)
  }
  return wanted.slice(applied.length)
}

async function prepareRecord(sql: Sql, service: string): Promise<void> {
  await sql`
    create table if not exists schema_migration (
      version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)`
  await sql`grant select on schema_migration to ${sql(service)}`
}

async function appliedTo(sql: Sql): Promise<Applied[]> {
  return await sql<Applied[]>`select version, name, sha256 from schema_migration order by version`
}

async function apply(sql: Sql, migration: Migration, service: string, now: Date): Promise<void> {
  const text = migration.text.replaceAll(':"service"', `"${service.replaceAll('"', '""')}"`)
  await sql.begin(async (tx: Tx) => {
    await tx.unsafe(text)
    await tx`
      insert into schema_migration (version, name, sha256, applied_at)
      values (${migration.version}, ${migration.name}, ${migration.sha256}, ${now})`
  })
}
