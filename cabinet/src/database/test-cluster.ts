// For tests: one PostgreSQL for the whole run, with a migrated template that each test clones. Nothing is synced to disk.
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { places, projectRoot } from '../root.ts'
import { type Embedded, ensureEmbedded, SERVICE } from './embedded.ts'
import { ensureServiceRole, inDatabase } from './embedded-database.ts'
import { migrate } from './migrate.ts'
import { connect } from './sql.ts'
import { makeScratch, sweepScratch } from './test-scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly ownerUrl: string; readonly serviceUrl: string }
    scratch: string // a folder that goes with the run
  }
}

export const TEMPLATE = 'otinish_template'

const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  autovacuum: 'off',
  scram_iterations: '1', // hundreds of connections, each of which computes them
  log_checkpoints: 'off', // each clone is one
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
}

/** TEST_DATABASE_URL: a superuser's address of a throw-away server to use instead, to try another PostgreSQL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = projectRoot()
  await sweepScratch()
  const scratch = makeScratch()
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? elsewhere(given) : await ensureEmbedded({ root, dataDir: scratch, settings: SETTINGS })
  await ensureServiceRole(server)
  const admin = connect(server.ownerUrl, { connections: 1 })
  await admin.unsafe(`drop database if exists ${TEMPLATE}`)
  await admin.unsafe(`create database ${TEMPLATE}`)
  await admin.end()
  await migrate(inDatabase(server.ownerUrl, TEMPLATE), SERVICE, places(root).migrations, new Date())
  project.provide('scratch', scratch)
  project.provide('postgres', { ownerUrl: server.ownerUrl, serviceUrl: server.serviceUrl })
  return async () => {
    await server.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

function elsewhere(ownerUrl: string): Embedded {
  const service = new URL(ownerUrl)
  service.username = SERVICE
  service.password = 'test'
  return { ownerUrl, serviceUrl: service.href, stop: async () => {} }
}
