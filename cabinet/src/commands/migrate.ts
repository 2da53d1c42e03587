// `otinish migrate`: brings the database to the state that this program needs.
import { readDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { StartError } from '../main.ts'
import { places, projectRoot } from '../root.ts'
import { withAddresses } from './with-database.ts'

export async function migrateCommand(environment: NodeJS.ProcessEnv): Promise<void> {
  const applied = await withAddresses(readDatabaseConfig(environment), found => {
    if (!found.owner) throw new StartError('MIGRATIONS_DATABASE_URL: required to migrate the database of DATABASE_URL')
    return migrate(found.owner, found.serviceRole, places(projectRoot()).migrations, new Date())
  })
  console.log(JSON.stringify({ event: 'migrated', applied }))
}
