// What was received before signatures could be held: the migration gives it an end, and the job takes it up at once.
import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { SERVICE } from '../database/embedded.ts'
import { freshDatabase } from '../database/fresh-database.ts'
import { migrate } from '../database/migrate.ts'
import { places, projectRoot } from '../root.ts'
import { TODAY } from '../test-authority.ts'
import { takeDue } from './signature-store.ts'

const FOLDER = places(projectRoot()).migrations

function firstMigrations(count: number): string {
  const folder = mkdtempSync(path.join(inject('scratch'), 'migrations-'))
  for (const name of readdirSync(FOLDER).sort().slice(0, count))
    copyFileSync(path.join(FOLDER, name), path.join(folder, name))
  return folder
}

it('a signature left undecided by the version before is due at once, until a day after its receipt; a decided one is not', async () => {
  const { ownerUrl, owner, sql } = await freshDatabase({ template: 'template0' })
  await migrate(ownerUrl, SERVICE, firstMigrations(5), TODAY)
  await owner.unsafe(`
    insert into application (iin, id, series, number, number_key, kind, contract_types, filed_on, received_at, state, version,
      changed_at, synced_at, intake_digest)
      values ('781515300300', 'a-1', 's', '1', '1', 'bank-details', '{}', '2026-06-16', '${TODAY.toISOString()}', 'accepted', 1,
      '${TODAY.toISOString()}', '${TODAY.toISOString()}', '\\x00');
    insert into withdrawal_draft values ('00000000-0000-4000-8000-000000000000', '781515300300', 'a-1', 1, '{}', '\\x00',
      decode(repeat('00', 32), 'hex'), '${TODAY.toISOString()}', '${TODAY.toISOString()}');
    insert into withdrawal_signature (iin, id, draft, application, cms, cms_sha256, way, received_at, state, refusal, decided_at)
      select '781515300300', ('00000000-0000-4000-8000-00000000000' || n)::uuid, '00000000-0000-4000-8000-000000000000', 'a-1',
             '\\x30', decode(repeat('0' || n, 32), 'hex'), 'api', '${TODAY.toISOString()}',
             case n when 1 then 'checking' else 'rejected' end, case n when 2 then 'signature-invalid' end,
             case n when 2 then '${TODAY.toISOString()}'::timestamptz end from generate_series(1, 2) n`)
  await migrate(ownerUrl, SERVICE, FOLDER, TODAY)
  const end = new Date(TODAY.getTime() + 24 * 3_600_000)
  expect(await takeDue(sql, TODAY)).toMatchObject({ cms_sha256: Buffer.alloc(32, 1), give_up_at: end, tries: 1 })
  expect(await takeDue(sql, TODAY)).toBeUndefined()
})
