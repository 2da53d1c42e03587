import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { freshDatabase } from '../database/fresh-database.ts'
import {
  findAccount,
  findPasswordHash,
  makeAccount,
  replaceHash,
  setContact,
  setLanguage,
  setPassword,
} from './account-store.ts'

const NOW = new Date('2026-06-16T07:00:00Z')
const AIGERIM = iin('851315400107')
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2E$aGFzaA'
const OTHER_HASH = HASH.replace('aGFzaA', 'b3RoZXI')

function iin(text: string) {
  const parsed = parseIin(text)
  if (!parsed) throw new Error(`no IIN: ${text}`)
  return parsed
}

const ACCOUNT = {
  iin: AIGERIM,
  language: 'kk',
  contacts: { mail: 'aigerim@example.kz', phone: '+77010000001' },
  passwordHash: HASH,
  now: NOW,
} as const

describe('an account', () => {
  it('is made once by ten who make it at once, and is the first one’s', async () => {
    const { sql } = await freshDatabase({ connections: 10 })
    const phones = Array.from({ length: 10 }, (_, i) => `+7701000000${i}`)
    const made = await Promise.all(
      phones.map(phone => makeAccount(sql)({ ...ACCOUNT, contacts: { mail: undefined, phone } })),
    )
    expect(made.toSorted()).toEqual([...Array(9).fill('exists'), 'made'])
    expect((await findAccount(sql)(AIGERIM))?.contacts.phone).toBe(phones[made.indexOf('made')])
  })

  it('tells that there is a password, and never what is kept of it', async () => {
    const { sql } = await freshDatabase()
    await makeAccount(sql)({ ...ACCOUNT, passwordHash: undefined })
    expect(await findAccount(sql)(AIGERIM)).toMatchObject({ hasPassword: false })
    expect(await findPasswordHash(sql)(AIGERIM)).toBeUndefined()
    expect(await setPassword(sql)(AIGERIM, HASH, NOW)).toBe(true)
    const { contacts, language } = ACCOUNT
    expect(await findAccount(sql)(AIGERIM)).toEqual({ iin: AIGERIM, language, contacts, hasPassword: true })
  })

  it('changes its own contacts and language alone', async () => {
    const { sql } = await freshDatabase()
    const other = iin('791420300213')
    await makeAccount(sql)(ACCOUNT)
    await makeAccount(sql)({ ...ACCOUNT, iin: other })
    await setContact(sql)(AIGERIM, 'mail', 'new@example.kz', NOW)
    await setContact(sql)(AIGERIM, 'sms', '+77770000000', NOW)
    await setLanguage(sql)(AIGERIM, 'ru')
    expect(await findAccount(sql)(AIGERIM)).toMatchObject({
      contacts: { mail: 'new@example.kz', phone: '+77770000000' },
      language: 'ru',
    })
    expect(await findAccount(sql)(other)).toMatchObject({ contacts: ACCOUNT.contacts, language: 'kk' })
  })

  it('that is not there is not changed into being', async () => {
    const { sql } = await freshDatabase()
    expect(await setPassword(sql)(AIGERIM, HASH, NOW)).toBe(false)
    expect(await setContact(sql)(AIGERIM, 'mail', 'a@example.kz', NOW)).toBe(false)
    expect(await findAccount(sql)(AIGERIM)).toBeUndefined()
  })

  it('keeps a password that was changed while its old hash was being renewed', async () => {
    const { sql } = await freshDatabase()
    await makeAccount(sql)(ACCOUNT)
    await setPassword(sql)(AIGERIM, OTHER_HASH, NOW)
    await replaceHash(sql)(AIGERIM, HASH, HASH.replace('aGFzaA', 'cmVuZXdlZA'))
    expect(await findPasswordHash(sql)(AIGERIM)).toBe(OTHER_HASH)
  })

  it('cannot be moved to another person or removed by the service, nor hold a password in the clear', async () => {
    const { sql } = await freshDatabase()
    await makeAccount(sql)(ACCOUNT)
    for (const act of ['update account set iin = iin', 'update account set made_at = made_at', 'delete from account'])
      await expect(sql.unsafe(act), act).rejects.toThrow(/permission denied/)
    await expect(setPassword(sql)(AIGERIM, 'Жеті қазына 2026!', NOW)).rejects.toThrow(/check constraint/)
    await expect(setContact(sql)(AIGERIM, 'sms', '87010000001', NOW)).rejects.toThrow(/check constraint/)
  })
})
