// Telling a person: with what it is about or not at all, everywhere they can be reached, once.
import { describe, expect, it } from 'vitest'
import { tell } from './tell.ts'
import { IIN, MAIL, openPost, PHONE, register } from './test-post.ts'

const OLD_MAIL = 'old@example.kz'

describe('telling', () => {
  it('puts the same into the cabinet, a letter and an SMS, in the language of the person', async () => {
    const { sql, deliver, mail, sms, clock } = await openPost()
    await register(sql, 'ru')
    await tell(sql)(IIN, { kind: 'new-device', way: 'password', device: 'Chrome, Windows' }, clock.at)
    expect(await deliver()).toBe(2)

    const [letter] = mail.messages(MAIL)
    expect(letter).toMatchObject({ subject: 'Вход в кабинет с нового устройства' })
    expect(letter?.text).toContain('Время: 16.06.2026 12:00 (время Алматы)\n')
    expect(letter?.text).toContain('Устройство: Chrome, Windows')
    const [text] = sms.messages(PHONE)
    expect(text?.text).toBe('ЕНПФ: вход в ваш кабинет с нового устройства (16.06.2026 12:00). Если это не вы: 1418.')
    const inbox = await sql`select kind, facts, read_at from message`
    expect(inbox).toEqual([
      { kind: 'new-device', facts: { way: 'password', device: 'Chrome, Windows' }, read_at: null },
    ])
  })

  it('belongs to the transaction: what did not happen is told to nobody', async () => {
    const { sql, deliver, clock } = await openPost()
    await register(sql)
    const failed = sql.begin(async tx => {
      await tell(tx)(IIN, { kind: 'password-changed' }, clock.at)
      throw new Error('it did not happen')
    })
    await expect(failed).rejects.toThrow('it did not happen')
    expect(await deliver()).toBe(0)
    expect(await sql`select 1 from message`).toEqual([])
  })

  it('reaches in the cabinet alone whoever has given no contacts', async () => {
    const { sql, deliver, clock } = await openPost()
    await tell(sql)(IIN, { kind: 'signed-out-everywhere' }, clock.at)
    expect(await deliver()).toBe(0)
    expect(await sql`select iin from message`).toEqual([{ iin: IIN }])
  })

  it('tells the address that was replaced too, and none twice', async () => {
    const { sql, deliver, mail, sms, clock } = await openPost()
    await register(sql)
    await tell(sql)(IIN, { kind: 'contact-changed', channel: 'mail' }, clock.at, { mail: OLD_MAIL, phone: PHONE })
    expect(await deliver()).toBe(3)
    expect(mail.messages().map(letter => letter.to)).toEqual(expect.arrayContaining([MAIL, OLD_MAIL]))
    expect(sms.messages()).toHaveLength(1)
  })

  it('reads the contacts as the same transaction has just changed them', async () => {
    const { sql, deliver, mail, clock } = await openPost()
    await register(sql)
    await sql.begin(async tx => {
      await tx`update account set mail = 'new@example.kz' where iin = ${IIN}`
      await tell(tx)(IIN, { kind: 'contact-changed', channel: 'mail' }, clock.at, { mail: MAIL })
    })
    await deliver()
    expect(mail.messages().map(letter => letter.to)).toEqual(expect.arrayContaining(['new@example.kz', MAIL]))
  })
})

describe('the role of the service', () => {
  it('marks a message as read, but neither changes nor removes what was told', async () => {
    const { sql, clock } = await openPost()
    await register(sql)
    await tell(sql)(IIN, { kind: 'password-changed' }, clock.at)
    await sql`update message set read_at = ${clock.at}`
    for (const act of [
      "update message set facts = '{}'",
      "update message set kind = 'registered'",
      'update message set at = now()',
      'update message set iin = iin',
      'delete from message',
      "update delivery set address = 'other@example.kz'",
      'update delivery set channel = channel',
    ])
      await expect(sql.unsafe(act), act).rejects.toThrow(/permission denied/)
  })
})
