// The database of this start: the configured one, or the embedded one, migrated either way.
import type { DatabaseConfig } from '../config.ts'
import { places } from '../root.ts'
import { SERVICE } from './embedded.ts'
import { openEmbedded } from './embedded-database.ts'
import { checkMigrated, migrate } from './migrate.ts'
import { connect, type Sql } from './sql.ts'

export type Database = {
  readonly sql: Sql
  readonly close: () => Promise<void>
}

export type Addresses = {
  readonly service: string
  readonly owner: string | undefined // absent: whoever owns the database migrates it elsewhere
  readonly serviceRole: string
  readonly stop: () => Promise<void>
}

/** Where the database is; starts the embedded one. */
export async function findDatabase(config: DatabaseConfig, root: string): Promise<Addresses> {
  if (!config.DATABASE_URL) {
    const { serviceUrl, ownerUrl, stop } = await openEmbedded({ root, dataDir: config.DATA_DIR })
    return { service: serviceUrl, owner: ownerUrl, serviceRole: SERVICE, stop }
  }
  const serviceRole = decodeURIComponent(new URL(config.DATABASE_URL).username)
  const stop = async () => {}
  return { service: config.DATABASE_URL, owner: config.MIGRATIONS_DATABASE_URL, serviceRole, stop }
}

/** Opens the pool on a database that is as this program expects it. */
export async function openDatabase(config: DatabaseConfig, root: string, now: Date): Promise<Database> {
  const found = await findDatabase(config, root)
  const sql = connect(found.service, { connections: config.DATABASE_CONNECTIONS })
  try {
    if (found.owner) await migrate(found.owner, found.serviceRole, places(root).migrations, now)
    await checkMigrated(sql, places(root).migrations)
  } catch (error) {
    await sql.end({ timeout: 1 })
    await found.stop()
    throw error
  }
  return {
    sql,
    close: async () => {
      await sql.end({ timeout: 5 })
      await found.stop()
    },
  }
}
