import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { places, projectRoot } from '../root.ts'
import { SERVICE } from './embedded.ts'
import { freshDatabase } from './fresh-database.ts'
import { checkMigrated, migrate, readMigrations } from './migrate.ts'

const FOLDER = places(projectRoot()).migrations
const NOW = new Date('2026-06-16T05:00:00Z')

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}

describe('migrations', () => {
  it('are applied once, however many instances start at the same moment', async () => {
    const { ownerUrl, sql } = await freshDatabase({ template: 'template0' })
    const starts = Array.from({ length: 5 }, () => migrate(ownerUrl, SERVICE, FOLDER, NOW))
    const applied = (await Promise.all(starts)).flat()
    expect(applied).toEqual(readMigrations(FOLDER).map(one => one.name))
    await checkMigrated(sql, FOLDER)
  })

  it('change nothing when run again', async () => {
    const { ownerUrl } = await freshDatabase()
    expect(await migrate(ownerUrl, SERVICE, FOLDER, NOW)).toEqual([])
  })

  it('leave nothing of one that fails', async () => {
    const { ownerUrl, owner } = await freshDatabase({ template: 'template0' })
    const folder = folderWith({
      '0001-a.sql': 'create table a (x int)',
      '0002-b.sql': 'create table b (x int); select 1/0',
    })
    await expect(migrate(ownerUrl, SERVICE, folder, NOW)).rejects.toThrow(/division by zero/)
    const [found] = await owner`select to_regclass('a') is not null as a, to_regclass('b') is not null as b`
    expect(found).toEqual({ a: true, b: false })
  })

  it('are refused when an applied file was changed, a number is missing or the database is newer', async () => {
    const { ownerUrl } = await freshDatabase({ template: 'template0' })
    await migrate(ownerUrl, SERVICE, folderWith({ '0001-a.sql': 'select 1', '0002-b.sql': 'select 2' }), NOW)
    const changed = folderWith({ '0001-a.sql': 'select 1', '0002-b.sql': 'select 3' })
    await expect(migrate(ownerUrl, SERVICE, changed, NOW)).rejects.toThrow('0002-b.sql was changed')
    const older = folderWith({ '0001-a.sql': 'select 1' })
    await expect(migrate(ownerUrl, SERVICE, older, NOW)).rejects.toThrow('newer than this program')
    expect(() => readMigrations(folderWith({ '0001-a.sql': '', '0003-c.sql': '' }))).toThrow('expected number 0002')
  })

  it('may hold the text of a file, which then stays as it was', async () => {
    const { ownerUrl, owner } = await freshDatabase({ template: 'template0' })
    const files = { '0001-a.sql': "create table a as select :'file it.json'::jsonb as x" }
    const folder = folderWith({ ...files, 'it.json': '{"it": "isn\'t \\"one\\""}' })
    await migrate(ownerUrl, SERVICE, folder, NOW)
    expect(await owner`select x from a`).toEqual([{ x: { it: 'isn\'t "one"' } }])
    const changed = folderWith({ ...files, 'it.json': '{}' })
    await expect(migrate(ownerUrl, SERVICE, changed, NOW)).rejects.toThrow('0001-a.sql was changed')
  })

  it('are asked for by a service that starts on a database that lacks them', async () => {
    const { sql } = await freshDatabase({ template: 'template0' })
    await expect(checkMigrated(sql, FOLDER)).rejects.toThrow('otinish migrate')
  })
})
