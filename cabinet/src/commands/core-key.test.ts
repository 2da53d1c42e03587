// The key of the core and the file that it is written to: one without the other would lock the core out.
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { findCoreKey } from '../intake/core-key.ts'
import { coreKeyCommand } from './core-key.ts'
import { UsageError } from './usage.ts'

async function commandOnFreshDatabase() {
  const { sql, url, ownerUrl } = await freshDatabase()
  const env = { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: ownerUrl }
  const folder = mkdtempSync(path.join(inject('scratch'), 'keys-'))
  const add = (out: string) =>
    coreKeyCommand(['add', '--name', 'core', '--scopes', 'intake', '--out', path.join(folder, out)], env)
  const works = async (out: string) =>
    (await findCoreKey(sql)(`Bearer ${readFileSync(path.join(folder, out), 'utf8').trim()}`)) !== undefined
  return { folder, add, works }
}

it('a key in the place of a file that was open to all is for its owner alone', async () => {
  const { folder, add, works } = await commandOnFreshDatabase()
  writeFileSync(path.join(folder, 'key'), 'another', { mode: 0o644 })
  await add('key')
  expect(statSync(path.join(folder, 'key')).mode & 0o777).toBe(0o600)
  expect(await works('key')).toBe(true)
  expect(readdirSync(folder)).toEqual(['key'])
})

it('a key that cannot be written does not take the place of the one before', async () => {
  const { add, works } = await commandOnFreshDatabase()
  await add('key')
  await expect(add('nowhere/key')).rejects.toThrow(UsageError)
  expect(await works('key')).toBe(true)
})
