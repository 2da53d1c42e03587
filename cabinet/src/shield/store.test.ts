// An alert whose code was made again, as the key of the service was replaced between a letter and an SMS.
import { expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { tell } from '../notifications/tell.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { alertCode, findAlert, useAlert } from './store.ts'

const OLD = '11'.repeat(32)
const NEW = '22'.repeat(32)

it('an alert that has a code under each of two keys is answered once, by either of them', async () => {
  const { sql, owner } = await freshDatabase()
  const { iin } = AIGERIM
  await tell(sql)(iin, { kind: 'withdrawal-drafted', id: 'a-1', number: '1114647-ИБР' }, TODAY)
  const [row] = await owner`select id from message`
  const told = { iin, message: String(row?.['id']), at: TODAY }
  const both = keyedHash([NEW, OLD])
  const before = await alertCode(sql, keyedHash([OLD]))(told)
  const after = await alertCode(sql, both)(told)
  expect(before).not.toBe(after)
  for (const code of [before, after]) expect(await findAlert(sql, both)(code, TODAY)).toBeDefined()

  expect(await sql.begin(tx => useAlert(tx, both)(before, TODAY))).toBe(true)
  for (const code of [before, after]) {
    expect(await findAlert(sql, both)(code, TODAY)).toBeUndefined()
    expect(await sql.begin(tx => useAlert(tx, both)(code, TODAY))).toBe(false)
  }
  const later = keyedHash(['33'.repeat(32), NEW, OLD])
  expect(await findAlert(sql, later)(await alertCode(sql, later)(told), TODAY)).toBeUndefined()
})
