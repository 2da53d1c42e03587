// The database for a command that runs once: started if it is the embedded one, migrated where its owner is known.
import type { DatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { type Addresses, findDatabase } from '../database/open-database.ts'
import { connect, type Sql } from '../database/sql.ts'
import { places, projectRoot } from '../root.ts'

/** Found before `work`, let go after it. */
export async function withAddresses<T>(config: DatabaseConfig, work: (found: Addresses) => Promise<T>): Promise<T> {
  const found = await findDatabase(config, projectRoot())
  try {
    return await work(found)
  } finally {
    await found.stop()
  }
}

/** A connection as the owner where the address is known, else as the service. */
export function withDatabase<T>(config: DatabaseConfig, work: (sql: Sql) => Promise<T>): Promise<T> {
  return withAddresses(config, async found => {
    if (found.owner) await migrate(found.owner, found.serviceRole, places(projectRoot()).migrations, new Date())
    const sql = connect(found.owner ?? found.service, { connections: 1 })
    try {
      return await work(sql)
    } finally {
      await sql.end()
    }
  })
}
