// The database and the two roles inside the embedded server.
import { type Embedded, type EmbeddedOptions, ensureEmbedded, SERVICE } from './embedded.ts'
import { connect } from './sql.ts'

const DATABASE = 'otinish'

/** Starts the embedded server if need be and answers with the addresses of our database in it. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const server = await ensureEmbedded(options)
  await ensureServiceRole(server)
  await ensureDatabase(server.ownerUrl)
  return {
    ownerUrl: inDatabase(server.ownerUrl, DATABASE),
    serviceUrl: inDatabase(server.serviceUrl, DATABASE),
    stop: server.stop,
  }
}

/** The same server and role, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

const ALREADY_THERE = new Set(['42710', '42P04', '23505']) // role, database, or both made by another at this moment

export async function ensureServiceRole(server: Pick<Embedded, 'ownerUrl' | 'serviceUrl'>): Promise<void> {
  const password = decodeURIComponent(new URL(server.serviceUrl).password)
  const there = `select 1 from pg_roles where rolname = '${SERVICE}'`
  await unlessThere(server.ownerUrl, there, `create role ${SERVICE} login password '${password.replaceAll("'", "''")}'`)
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  await unlessThere(ownerUrl, `select 1 from pg_database where datname = '${DATABASE}'`, `create database ${DATABASE}`)
}

/** Asked first: PostgreSQL writes a statement that fails into its log, and one of these has a password in it. */
async function unlessThere(url: string, there: string, statement: string): Promise<void> {
  const sql = connect(url, { connections: 1 })
  try {
    if ((await sql.unsafe(there)).length === 0) await sql.unsafe(statement)
  } catch (error) {
    if (!ALREADY_THERE.has(String((error as { code?: unknown }).code))) throw error
  } finally {
    await sql.end()
  }
}
