import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { findAccount, findPasswordHash } from './account-store.ts'
import { AccountError, addAccount, type DemoAccount } from './add-account.ts'
import { checkPassword } from './password.ts'

const AIGERIM: DemoAccount = {
  mode: 'demo',
  iin: '851315400107',
  mail: 'aigerim@example.kz',
  phone: '8 701 000 00 01',
  language: 'kk',
  password: 'Жеті қазына 2026!',
  now: new Date('2026-06-16T07:00:00Z'),
}

const WRONG = [
  [{ mode: 'production' }, 'MODE: in production people register themselves'],
  [{ iin: '85131540010' }, '--iin: twelve digits'],
  [{ mail: 'aigerim' }, '--mail: a mail address'],
  [{ phone: '8 727 000 00 01' }, '--phone: a mobile number of Kazakhstan'],
  [{ password: 'Жеті' }, 'the password cannot be used: password-short'],
  [{ password: 'Құпиясөз2026!' }, 'the password cannot be used: password-common'],
] as const

describe('an account of the demonstration', () => {
  it('is added with verified contacts and a password, and leaves a line', async () => {
    const { sql } = await freshDatabase()
    await addAccount(sql, AIGERIM)
    const [line] = await sql<{ iin: never; outcome: string }[]>`select act, iin, outcome from audit_event`
    expect(line).toEqual({ act: 'account-added', iin: AIGERIM.iin, outcome: 'done' })
    const iin = line?.iin ?? expect.fail()
    expect(await findAccount(sql)(iin)).toEqual({
      iin,
      language: 'kk',
      contacts: { mail: 'aigerim@example.kz', phone: '+77010000001' },
      hasPassword: true,
    })
    expect(await checkPassword(AIGERIM.password, await findPasswordHash(sql)(iin))).toBe('right')
  })

  it('is brought to the same state when it is added again', async () => {
    const { sql } = await freshDatabase()
    await addAccount(sql, { ...AIGERIM, mail: 'other@example.kz', language: 'ru', password: 'тауға шығайық ертең' })
    await addAccount(sql, AIGERIM)
    const [row] = await sql`select mail, language, password_hash from account`
    expect(row).toMatchObject({ mail: 'aigerim@example.kz', language: 'kk' })
    expect(await checkPassword(AIGERIM.password, row?.['password_hash'])).toBe('right')
  })

  it('is refused with a sentence for whoever runs the command', async () => {
    const { sql } = await freshDatabase()
    for (const [change, because] of WRONG)
      await expect(addAccount(sql, { ...AIGERIM, ...change })).rejects.toThrow(new AccountError(because))
    expect(await sql`select 1 from account`).toHaveLength(0)
  })
})
