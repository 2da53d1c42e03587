// For tests: a real PostgreSQL database of one's own, migrated, dropped after the test.
import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { inDatabase } from './embedded-database.ts'
import { connect, type Sql } from './sql.ts'
import { TEMPLATE } from './test-cluster.ts'

export type FreshDatabase = {
  readonly sql: Sql // as the service, with its least rights
  readonly owner: Sql
  readonly url: string
  readonly ownerUrl: string
}

export type FreshOptions = {
  readonly connections?: number
  readonly template?: string
  readonly through?: (url: string) => Promise<string> // another address by which the service reaches it
  readonly until?: (clean: () => Promise<void>) => void // when to drop it; after the test unless told otherwise
}

/** Call it inside a test: the database goes when the test is over. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const cluster = inject('postgres')
  if (!cluster) throw new Error('vitest.config.ts must name cabinet/src/database/test-cluster.ts as globalSetup')
  const name = await (options.template ? clone(cluster.ownerUrl, options.template) : nextClone(cluster.ownerUrl))
  const direct = inDatabase(cluster.serviceUrl, name)
  const url = (await options.through?.(direct)) ?? direct
  const ownerUrl = inDatabase(cluster.ownerUrl, name)
  const sql = connect(url, { connections: options.connections ?? 4 })
  const owner = connect(ownerUrl, { connections: 2 })
  const until = options.until ?? onTestFinished
  until(async () => {
    await Promise.all([sql.end({ timeout: 1 }), owner.end({ timeout: 1 })])
    void asAdmin(cluster.ownerUrl, `drop database ${name} with (force)`).catch(() => {}) // if the server is quicker to go
  })
  return { sql, owner, url, ownerUrl }
}

let ahead: Promise<string> | undefined // made while a test runs, for the next one of this process

function nextClone(ownerUrl: string): Promise<string> {
  const next = ahead ?? clone(ownerUrl, TEMPLATE)
  ahead = clone(ownerUrl, TEMPLATE)
  ahead.catch(() => {}) // told to whoever takes it
  return next
}

async function clone(ownerUrl: string, template: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(ownerUrl, `create database ${name} template ${template} strategy file_copy`)
  return name
}

let admin: Sql | undefined // one for all tests of a process

async function asAdmin(url: string, statement: string): Promise<void> {
  admin ??= connect(url, { connections: 1, statementTimeout: 60_000 })
  await admin.unsafe(statement)
}
