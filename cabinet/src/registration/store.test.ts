// What the table of registrations keeps, whatever the steps around it believe.
import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { freshDatabase } from '../database/fresh-database.ts'
import { keyedHash, makeSecret } from '../sessions/keyed-hash.ts'
import { TODAY } from '../test-authority.ts'
import { changeRegistration, findRegistration, openRegistration, verifyAddress } from './store.ts'

const OLD_KEY = '11'.repeat(32)
const NEW_KEY = '22'.repeat(32)
const CODE = '5f2b1c1e-0000-4000-8000-000000000001'
const NEWER = '5f2b1c1e-0000-4000-8000-000000000002'

async function opened() {
  const { sql, owner } = await freshDatabase()
  const iin = parseIin('851315400107')
  if (!iin) throw new Error('not an IIN')
  const hash = keyedHash([OLD_KEY])
  const starter = makeSecret()
  await openRegistration(sql, hash)({ iin, way: 'eds', starter: makeSecret(), next: starter, now: TODAY })
  const change = (to: object) => sql.begin(tx => changeRegistration(tx, hash)(starter, to))
  return { sql, owner, hash, starter, change }
}

describe('the table of registrations', () => {
  it('verifies an address by its newest code alone, whatever was checked a moment before', async () => {
    const { sql, hash, starter, change } = await opened()
    const contacts = { mail: 'a@example.kz', phone: '+77011234567', mail_code: CODE, sms_code: CODE }
    await change({ confirmed_at: TODAY, ...contacts })
    await change({ mail_code: NEWER })
    const verify = (code: string) => verifyAddress(sql, hash)({ starter, channel: 'mail', code, now: TODAY })
    expect([await verify(CODE), await verify(NEWER)]).toEqual([false, true])
    expect((await findRegistration(sql, hash)(starter, TODAY))?.phone?.verified).toBe(false)
  })

  it('knows no secret of a browser, and finds it under a rotated key too', async () => {
    const { sql, owner, starter } = await opened()
    const rotated = keyedHash([NEW_KEY, OLD_KEY])
    expect(await findRegistration(sql, rotated)(starter, TODAY)).toBeDefined()
    expect(await findRegistration(sql, keyedHash([NEW_KEY]))(starter, TODAY)).toBeUndefined()
    expect(JSON.stringify(await owner`select * from registration`)).not.toContain(starter)
  })

  it.each([
    ['contacts before the name is confirmed', { mail: 'a@example.kz', phone: '+77011234567' }, 'contacts_come_after'],
    ['one contact alone', { confirmed_at: TODAY, mail: 'a@example.kz' }, 'contacts_come_together'],
    ['a proof of no contact', { confirmed_at: TODAY, mail_verified_at: TODAY }, 'verified_is_given'],
    ['an end without proofs', { confirmed_at: TODAY, done_at: TODAY }, 'done_is_verified'],
  ])('refuses %s', async (_, to, constraint) => {
    const { change } = await opened()
    await expect(change(to)).rejects.toThrow(constraint)
  })
})
