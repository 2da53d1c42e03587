// Sealing on a real PostgreSQL: what commits, however late and in whatever order, comes into the chain exactly once.
import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { SERVICE } from '../database/embedded.ts'
import { freshDatabase } from '../database/fresh-database.ts'
import { migrate } from '../database/migrate.ts'
import { places, projectRoot } from '../root.ts'
import { TODAY } from '../test-authority.ts'
import { sealAudit } from './seal.ts'
import { emptyRecord } from './test-acts.ts'
import { verifyAudit } from './verify.ts'

describe('the sealer', () => {
  it('links every committed line once, and the database and the checker agree about each hash', async () => {
    const { add, seal, verify, sql } = await emptyRecord()
    await add({ iin: '851315400107', application: 'a-1', request: 'r-1', outcome: 'қабылданды' })
    await add({ actor: { kind: 'core', key: 'fund-core' }, act: 'claimed' })
    await add({ at: new Date('1969-12-31T23:59:59.999Z'), actor: { kind: 'system' } })
    const sealed = await seal()
    expect(sealed).toMatchObject({ lines: 3, last: '3' })
    expect(await verify()).toEqual({ is: 'whole', lines: '3', head: sealed?.head, waiting: 0 })
    expect(await sql`select line from audit_link order by ordinal`).toEqual([
      { line: '1' },
      { line: '2' },
      { line: '3' },
    ])
  })

  it('does nothing when there is nothing new', async () => {
    const { add, seal } = await emptyRecord()
    await add()
    await seal()
    expect(await seal()).toBeUndefined()
  })

  it('goes on over many transactions of its own', async () => {
    const { owner, seal, verify } = await emptyRecord()
    await owner`
      insert into audit_event (at, act, actor_kind, outcome)
      select '2026-06-16T05:00:00Z', 'signed-in', 'person', 'done' from generate_series(1, 12000)`
    expect(await seal()).toMatchObject({ lines: 12_000, last: '12000' })
    expect(await verify()).toMatchObject({ is: 'whole', lines: '12000', waiting: 0 })
  })
})

describe('the sealer among others', () => {
  it('takes a line that commits after later ones have been linked', async () => {
    const { sql, add, seal, verify } = await emptyRecord()
    const slow = await sql.reserve()
    await slow`begin`
    await add({ outcome: 'slow' }, slow)
    await add({ outcome: 'quick' })
    expect(await seal()).toMatchObject({ lines: 1 })
    await slow`commit`
    slow.release()
    expect(await seal()).toMatchObject({ lines: 1, last: '2' })
    expect(await sql`select line from audit_link order by ordinal`).toEqual([{ line: '2' }, { line: '1' }])
    expect(await verify()).toMatchObject({ is: 'whole', lines: '2', waiting: 0 })
  })

  it('is not waiting for a line whose transaction was undone', async () => {
    const { sql, add, seal, verify } = await emptyRecord()
    const undone = sql.begin(async tx => {
      await add({}, tx)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await add()
    await seal()
    expect(await verify()).toMatchObject({ is: 'whole', lines: '1', waiting: 0 })
  })

  it('works beside others like it and beside those who write: no line is lost, none linked twice', async () => {
    const { sql, add, seal, verify } = await emptyRecord()
    const write = async (writer: number) => {
      for (let i = 0; i < 40; i++)
        await sql
          .begin(async tx => {
            await add({ outcome: `${writer}-${i}-a` }, tx)
            await add({ outcome: `${writer}-${i}-b` }, tx)
            if (i % 8 === 7) await tx`select 1 / 0`.catch(() => {}) // and so it is undone
          })
          .catch(() => {})
    }
    let writing = true
    const sealWhileWriting = async () => {
      while (writing) await seal()
    }
    const sealers = [sealWhileWriting(), sealWhileWriting()]
    await Promise.all([1, 2, 3, 4].map(write))
    writing = false
    await Promise.all(sealers)
    await seal()
    expect(await verify()).toMatchObject({ is: 'whole', lines: String(4 * 35 * 2), waiting: 0 })
  })
})

describe('the sealer cannot be stopped', () => {
  for (const [what, column, value] of [
    ['a moment without an end', 'at', 'infinity'],
    ['a moment that has no number', 'at', '294276-12-31T00:00:00Z'],
    ['an endless request', 'request', 'x'.repeat(61)],
    ['an endless actor', 'actor', 'x'.repeat(61)],
  ] as const)
    it(`by a line with ${what}: the service cannot write it`, async () => {
      const { sql } = await emptyRecord()
      const line = { at: TODAY.toISOString(), act: 'signed-in', actor_kind: 'person', outcome: 'x', [column]: value }
      const values = Object.values(line).map(text => `'${text}'`)
      const insert = `insert into audit_event (${Object.keys(line)}) values (${values})`
      await expect(sql.unsafe(insert)).rejects.toThrow('violates check constraint')
    })

  it('by a role that may only read, whatever advisory lock it holds', async () => {
    const { sql, owner, add, seal } = await emptyRecord()
    await add()
    const other = await sql.reserve()
    await other`select pg_advisory_lock(7311042018)`
    await expect(other`select from audit_sealer for update`).rejects.toThrow('permission denied')
    const [locks] = await owner`select count(*)::int as held from pg_locks where locktype = 'advisory' and granted`
    expect(locks?.['held']).toBeGreaterThan(0)
    expect(await seal()).toMatchObject({ lines: 1 })
    other.release()
  })
})

it('every column of a line is in what is hashed', async () => {
  const { owner } = await emptyRecord()
  const columns = await owner`
    select column_name from information_schema.columns where table_name = 'audit_event' order by ordinal_position`
  const [source] = await owner`select pg_get_functiondef('audit_bytes'::regproc) as text`
  const hashed = [...String(source?.['text']).matchAll(/\(line\)\."?(\w+)/g)].map(([, column]) => column)
  expect(columns.map(row => row['column_name'])).toEqual(hashed)
})

it('lines from before there was a chain wait for the first sealing', async () => {
  const { ownerUrl, owner, sql } = await freshDatabase({ template: 'template0' })
  await migrate(ownerUrl, SERVICE, firstMigrations(11), TODAY)
  await owner`insert into audit_event (at, act, actor_kind, outcome) values (${TODAY}, 'signed-in', 'person', 'done')`
  await migrate(ownerUrl, SERVICE, FOLDER, TODAY)
  expect(await verifyAudit(sql)()).toMatchObject({ is: 'whole', lines: '0', waiting: 1 })
  expect(await sealAudit(sql)()).toMatchObject({ lines: 1 })
})

const FOLDER = places(projectRoot()).migrations

function firstMigrations(count: number): string {
  const folder = mkdtempSync(path.join(inject('scratch'), 'migrations-'))
  for (const name of readdirSync(FOLDER).sort().slice(0, count))
    copyFileSync(path.join(FOLDER, name), path.join(folder, name))
  return folder
}
