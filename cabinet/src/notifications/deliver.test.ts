// Sending over a real SMTP connection and a real gateway: at least once, never twice to be seen, whatever breaks.
import { describe, expect, it, vi } from 'vitest'
import { findBrokenContacts, giveUp, markSent, putOff, takeDue } from './delivery-store.ts'
import { tell } from './tell.ts'
import { DIGITS, IIN, MAIL, openPost, PHONE, type Post, register } from './test-post.ts'

const OTHER_PHONE = '+77010000002'

async function toldPost(): Promise<Post> {
  const post = await openPost()
  await register(post.sql)
  await tell(post.sql)(IIN, { kind: 'password-changed' }, post.clock.at)
  return post
}

const waiting = async ({ sql }: Post) => sql`select channel, tries, given_up from delivery order by channel`
const acts = async ({ sql }: Post) =>
  sql`select act, outcome, actor_kind from audit_event where iin = ${IIN} order by outcome, position`

describe('delivering', () => {
  it('leaves nothing behind but a line in the audit for each channel', async () => {
    const post = await toldPost()
    expect(await post.deliver()).toBe(2)
    expect(await waiting(post)).toEqual([])
    expect(await acts(post)).toEqual([
      { act: 'message-sent', outcome: 'mail', actor_kind: 'system' },
      { act: 'message-sent', outcome: 'sms', actor_kind: 'system' },
    ])
    expect(await post.deliver()).toBe(0)
  })

  it('of several instances at once sends each message once', async () => {
    const post = await openPost()
    await register(post.sql)
    for (let i = 0; i < 20; i++) await tell(post.sql)(IIN, { kind: 'password-changed' }, post.clock.at)
    const rounds = await Promise.all([post.instance()(), post.instance()(), post.instance()()])
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(new Set(post.mail.messages().map(letter => letter.id)).size).toBe(20)
    expect([post.mail.messages().length, post.sms.messages().length]).toEqual([20, 20])
    expect(await acts(post)).toHaveLength(40)
  })
})

describe('what a crash cuts off', () => {
  it('after a crash between sending and noting it is sent again under the same ids', async () => {
    const post = await toldPost()
    post.mail.behave('lost-answer')
    post.sms.behave('lost-answer')
    expect(await post.deliver()).toBe(0) // both were taken, and we were not told
    post.mail.behave('good')
    post.sms.behave('good')
    post.later(10)
    expect(await post.deliver()).toBe(2)
    expect(post.mail.messages().length).toBeGreaterThan(1)
    expect(new Set(post.mail.messages().map(letter => letter.id)).size).toBe(1) // mail programs show it once
    expect(post.sms.messages()).toHaveLength(1)
  })

  it('is taken up by another after the lease, and not before', async () => {
    const post = await toldPost()
    const crashed = await takeDue(post.sql, ['mail', 'sms'], post.clock.at)
    expect(await post.deliver()).toBe(1)
    post.later(89)
    expect(await post.deliver()).toBe(0)
    post.later(1)
    expect(await post.deliver()).toBe(1)
    const ids = [...post.mail.messages(), ...post.sms.messages()].map(({ id }) => id)
    expect(ids.filter(id => id.includes(crashed?.id ?? '-'))).toHaveLength(1)
  })

  it('is noted once, however late somebody is done after the lease', async () => {
    const { sql, clock, later } = await toldPost()
    const slow = await takeDue(sql, ['mail'], clock.at)
    later(90)
    const quick = await takeDue(sql, ['mail'], clock.at)
    if (!slow || !quick) throw new Error('not taken up')
    await putOff(sql, slow, clock.at) // by whoever no longer holds it: nothing happens
    expect(await takeDue(sql, ['mail'], clock.at)).toBeUndefined()
    expect(await sql.begin(tx => markSent(tx, quick))).toBe(true)
    expect(await sql.begin(tx => markSent(tx, slow))).toBe(false)
    expect(await sql.begin(tx => giveUp(tx, slow, 'timeout', clock.at))).toBe(false)
  })
})

describe('what silence holds up', () => {
  it('is tried again after growing pauses while the servers are down', async () => {
    const post = await toldPost()
    post.mail.behave('down')
    post.sms.behave('down')
    for (const [seconds, tries] of [
      [0, 1],
      [1, 1],
      [1, 2],
      [3, 2],
      [1, 3],
    ] as const) {
      post.later(seconds)
      expect(await post.instance()()).toBe(0)
      expect((await waiting(post)).map(row => row['tries'])).toEqual([tries, tries])
    }
    post.mail.behave('good')
    post.sms.behave('good')
    post.later(8)
    expect(await post.instance()()).toBe(2)
  })

  it('counts as not sent: a slow server that took it gets it again under the same id', async () => {
    const post = await toldPost()
    post.mail.behave('slow')
    post.sms.behave('slow')
    expect(await post.instance(400)()).toBe(0)
    expect(post.log).toContainEqual(
      expect.objectContaining({ event: 'message-put-off', channel: 'mail', why: 'timeout' }),
    )
    expect(post.log).toContainEqual(
      expect.objectContaining({ event: 'message-put-off', channel: 'sms', why: 'timeout' }),
    )
    post.mail.behave('good')
    post.sms.behave('good')
    post.later(2)
    expect(await post.deliver()).toBe(2)
    expect(new Set(post.mail.messages().map(letter => letter.id)).size).toBe(1)
    expect(post.sms.messages()).toHaveLength(1)
  })
})

describe('what cannot be sent', () => {
  it('to an address that is refused for good is given up at once; the profile says so until one arrives', async () => {
    const post = await toldPost()
    post.mail.behave('refuse')
    expect(await post.deliver()).toBe(1)
    expect(await waiting(post)).toEqual([{ channel: 'mail', tries: 1, given_up: 'address-refused' }])
    expect(await acts(post)).toContainEqual({ act: 'message-given-up', outcome: 'mail', actor_kind: 'system' })
    expect(await findBrokenContacts(post.sql)(IIN)).toEqual(['mail'])
    post.later(86_400)
    expect(await post.deliver()).toBe(0)

    post.mail.behave('good')
    await tell(post.sql)(IIN, { kind: 'password-changed' }, post.clock.at)
    await post.deliver()
    expect(await findBrokenContacts(post.sql)(IIN)).toEqual([])
  })

  it('is given up after three days', async () => {
    const post = await toldPost()
    post.mail.behave('try-later')
    post.sms.behave('try-later')
    post.later(72 * 3_600 - 1)
    expect(await post.deliver()).toBe(0)
    expect(await waiting(post)).toEqual([
      { channel: 'mail', tries: 1, given_up: 'server-error' },
      { channel: 'sms', tries: 1, given_up: 'server-error' },
    ])
    expect(await findBrokenContacts(post.sql)(IIN)).toEqual([]) // nothing is wrong with the address
  })

  it('since it cannot be read does not stop the others', async () => {
    const post = await toldPost()
    await post.database.owner`update message set kind = 'of-tomorrow'`
    await tell(post.sql)(IIN, { kind: 'registered' }, post.clock.at)
    expect(await post.deliver()).toBe(2)
    expect((await waiting(post)).map(row => row['given_up'])).toEqual([null, null])
    expect(post.log).toContainEqual(expect.objectContaining({ level: 'error', event: 'message-failed' }))
  })

  it('waits for the next round when the limit is reached', async () => {
    const post = await toldPost()
    expect(await post.deliver(1)).toBe(1)
    expect(await waiting(post)).toHaveLength(1)
  })
})

describe('a one-time code', () => {
  it('goes out before everything else, with digits that are in no table', async () => {
    const post = await toldPost()
    await post.queueCode()
    const dump = async () =>
      JSON.stringify([await post.sql`select * from delivery`, await post.sql`select * from one_time_code`])
    expect(await dump()).not.toContain(DIGITS)
    expect(await post.deliver(1)).toBe(1)
    expect(post.sms.messages().map(({ text }) => text)).toEqual([
      `БЖЗҚ, тіркелу коды: ${DIGITS}. 12:10 болғанша жарамды. Ешкімге айтпаңыз.`,
    ])
    expect(await dump()).not.toContain(DIGITS)
  })

  it('goes out next though ten thousand notices wait, and though a round with them is under way', async () => {
    const post = await openPost()
    await register(post.sql)
    await tell(post.sql)(IIN, { kind: 'password-changed' }, post.clock.at)
    await post.sql`
      insert into delivery (channel, address, language, iin, message, until, next_try_at)
      select channel, address, language, iin, message, until, next_try_at - interval '1 hour'
        from delivery cross join generate_series(1, 10000) where channel = 'sms'`
    await post.queueCode()
    await post.deliver(1)
    expect(post.sms.messages().map(({ text }) => text)).toEqual([expect.stringContaining(DIGITS)])

    const round = post.deliver(150)
    await vi.waitUntil(() => post.sms.messages().length > 10, { timeout: 20_000, interval: 1 })
    const before = post.sms.messages().length
    await post.queueCode({ address: OTHER_PHONE })
    await round
    const place = post.sms.messages().findIndex(({ to }) => to === OTHER_PHONE)
    expect(place, `${place} of ${post.sms.messages().length}`).toBeGreaterThanOrEqual(before)
    expect(place).toBeLessThan(post.sms.messages().length - 50) // not behind what waited before it
  })

  it('by mail stands in the letter and not in the subject, and says what it is for', async () => {
    const post = await openPost()
    await post.queueCode({ channel: 'mail', address: MAIL, language: 'en' }, 'recovery')
    await post.deliver()
    const [letter] = post.mail.messages()
    expect(letter?.subject).toBe('Code for a new password')
    expect(letter?.text).toContain(`type this code:\n\n${DIGITS}\n\nThe code is valid until 12:10`)
  })

  it('is not sent when it is over, and its address is not kept', async () => {
    const post = await openPost()
    await post.queueCode()
    post.later(600)
    expect(await post.deliver()).toBe(0)
    expect(post.sms.messages()).toEqual([])
    expect(await waiting(post)).toEqual([])
    expect(await acts(post)).toEqual([])
  })

  it('is tried every ten seconds at least, since somebody waits', async () => {
    const post = await openPost()
    await post.queueCode()
    post.sms.behave('try-later')
    for (let i = 0; i < 12; i++) {
      await post.instance()()
      post.later(10)
    }
    expect((await waiting(post)).map(row => row['tries'])).toEqual([12])
  })
})

describe('the log', () => {
  it('carries no address, no person, no words and no digits, whatever happens', async () => {
    const post = await toldPost()
    await post.queueCode({ channel: 'mail', address: 'somebody@example.kz' })
    await post.queueCode()
    for (const mode of ['down', 'try-later', 'refuse', 'good'] as const) {
      post.mail.behave(mode)
      post.sms.behave(mode)
      await post.instance()()
      post.later(30)
    }
    await post.database
      .owner`update delivery set address = 'x@example.kz', given_up = null, given_up_at = null, next_try_at = ${post.clock.at}`
    await post.database.owner`update message set kind = 'of-tomorrow'`
    await post.instance()()
    const log = JSON.stringify(post.log)
    expect(post.log.length).toBeGreaterThan(5)
    for (const secret of [MAIL, PHONE, PHONE.slice(1), 'example.kz', IIN, DIGITS, 'құпиясөз', 'ұпиясөзіңіз'])
      expect(log, secret).not.toContain(secret)
  })
})
