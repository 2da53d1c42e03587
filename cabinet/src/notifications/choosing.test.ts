// Choices on a real database: what goes out is what was chosen and verified; nothing is lost in a race; nobody is silenced unheard.
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import { type Choice, type Choices, parseChoices, readChoices, toStored } from './choices.ts'
import { choose } from './choose.ts'
import { EVENTS, type Event, eventOf, TERMS } from './event.ts'
import type { Notice } from './notice.ts'
import { tell } from './tell.ts'
import { IIN, MAIL, openPost, PHONE, type Post, register } from './test-post.ts'

const of = { id: 'a-1', number: '1' } as const
const NOTICE_OF = {
  received: { kind: 'application-received', ...of },
  deadline: { kind: 'deadline-moved', ...of, from: '2026-06-29', to: '2026-06-26', version: '2026-11-28' },
  execution: { kind: 'execution-started', ...of },
  executed: { kind: 'application-executed', ...of },
  refused: { kind: 'application-refused', ...of },
  documents: { kind: 'document-arrived', ...of },
  unclear: { kind: 'status-clear', ...of },
  withdrawal: { kind: 'not-withdrawn', ...of },
  security: { kind: 'password-changed' },
} as const satisfies Readonly<Record<Event, Notice>>

const CONTACTS = [
  { mail: MAIL, phone: PHONE },
  { mail: MAIL, phone: null },
  { mail: null, phone: PHONE },
  { mail: null, phone: null },
]
const CHANNEL_SETS = [[], ['mail'], ['sms'], ['mail', 'sms']] as const

const usual = readChoices({})
/** By somebody against whom no alarm stands. */
function chooser({ sql, clock }: Post) {
  const choosing = choose({ sql, barsChange: () => async () => false, now: () => clock.at })
  return ({ iin, ...asked }: { iin: string; shown: Choices; ticked: Choices }) =>
    choosing({ ...asked, iin: iin as Iin, session: { signedInBy: 'password', provedSince: undefined } })
}

const minus = (choices: Choices, ...off: Choice[]) => new Set([...choices].filter(choice => !off.includes(choice)))
const kept = async ({ sql }: Post) => readChoices((await sql`select choices from account`)[0]?.['choices'] ?? {})

describe('what was chosen', () => {
  it('changes nothing about alerts and what follows them: they go by every verified channel', async () => {
    const { sql, clock } = await openPost()
    await register(sql)
    const nothing = Object.fromEntries(EVENTS.map(event => [event, []]))
    await sql`update account set choices = ${sql.json({ ...nothing, alarm: [] })}`
    const notices: readonly Notice[] = [
      { kind: 'bank-details-filed', ...of },
      { kind: 'withdrawal-drafted', ...of },
      { kind: 'alarm-raised', checking: [] },
      { kind: 'alarm-lifted', way: 'eds' },
    ]
    for (const notice of notices) {
      await sql`delete from delivery`
      await tell(sql)(IIN, notice, clock.at)
      const rows = await sql`select channel, address from delivery order by channel`
      expect(rows, notice.kind).toEqual([
        { channel: 'mail', address: MAIL },
        { channel: 'sms', address: PHONE },
      ])
    }
  })

  it('and was verified is what goes out, for every event, every choice and every pair of contacts', async () => {
    const { sql, clock } = await openPost()
    await register(sql)
    let seen = 0
    for (const contact of CONTACTS) {
      const since = (address: string | null) => (address === null ? null : clock.at)
      await sql`update account set ${sql({ ...contact, mail_since: since(contact.mail), phone_since: since(contact.phone) })}`
      const verified = CHANNELS.filter(channel => contact[channel === 'mail' ? 'mail' : 'phone'] !== null)
      for (const event of EVENTS)
        for (const chosen of CHANNEL_SETS) {
          await sql`update account set choices = ${sql.json({ [event]: chosen })}`
          await sql`delete from delivery`
          await tell(sql)(IIN, NOTICE_OF[event], clock.at)
          const rows = await sql`select channel, address from delivery order by channel`
          const both = verified.filter(channel => (chosen as readonly string[]).includes(channel))
          const expected = both.length === 0 && TERMS[event].mustReach ? verified : both
          const addresses = { mail: contact.mail, sms: contact.phone }
          expect(rows, `${event} ${chosen} of ${verified}`).toEqual(
            expected.map(channel => ({ channel, address: addresses[channel] })),
          )
          seen++
        }
    }
    expect(seen).toBe(4 * 9 * 4)
    expect(Object.entries(NOTICE_OF).filter(([event, { kind }]) => eventOf(kind) !== event)).toEqual([])
  })

  it('is the usual for an event of which nothing was chosen', async () => {
    const { sql, clock } = await openPost()
    await register(sql)
    for (const event of EVENTS) {
      await sql`delete from delivery`
      await tell(sql)(IIN, NOTICE_OF[event], clock.at)
      const rows = await sql`select channel from delivery order by channel`
      expect(
        rows.map(row => row['channel']),
        event,
      ).toEqual(TERMS[event].usually)
    }
  })

  it('afterwards does not hold back what was told before: it goes out as it was chosen when it happened', async () => {
    const post = await openPost()
    await register(post.sql)
    await tell(post.sql)(IIN, NOTICE_OF.executed, post.clock.at)
    await chooser(post)({ iin: IIN, shown: usual, ticked: minus(usual, 'executed.sms') })
    await tell(post.sql)(IIN, NOTICE_OF.executed, post.clock.at)
    await post.deliver()
    const executions = post.sms.messages().filter(({ text }) => text.includes('орындалды'))
    expect(executions).toHaveLength(1)
    expect(post.mail.messages().filter(({ subject }) => subject === 'Өтінішіңіз орындалды')).toHaveLength(2)
  })
})

describe('switching off', () => {
  it('is told once more by every way there is, also by the one that is switched off, and stands in the record', async () => {
    const post = await openPost()
    await register(post.sql)
    const ticked = minus(usual, 'security.sms', 'withdrawal.sms', 'executed.sms')
    expect(await chooser(post)({ iin: IIN, shown: usual, ticked })).toEqual({ kind: 'saved', isOff: true })
    await post.deliver()
    expect(post.sms.messages().map(({ text }) => text)).toEqual([
      'БЖЗҚ: кабинетіңізде кейбір хабарламалар өшірілді (16.06.2026 12:00). Бұл сіз болмасаңыз: 1418.',
    ])
    expect(post.mail.messages()[0]?.text).toContain('Өшірілгені: Өтініш орындалды (SMS); Өтініштің күші жойылды')
    const acts =
      await post.sql`select actor_kind, outcome from audit_event where act = 'choices-changed' order by position`
    const off = ['-executed.sms', '-withdrawal.sms', '-security.sms']
    expect(acts).toEqual(off.map(outcome => ({ actor_kind: 'person', outcome })))
  })

  it('of what must reach the person is refused, and nothing is kept of it', async () => {
    const post = await openPost()
    await register(post.sql)
    const ticked = minus(usual, 'received.mail', 'security.sms', 'security.mail')
    expect(await chooser(post)({ iin: IIN, shown: usual, ticked })).toEqual({ kind: 'silenced', event: 'security' })
    await post.sql`update account set phone = null, phone_since = null`
    const byMail = minus(usual, 'withdrawal.mail')
    expect(await chooser(post)({ iin: IIN, shown: usual, ticked: byMail })).toEqual({
      kind: 'silenced',
      event: 'withdrawal',
    })
    expect([await kept(post), await post.sql`select 1 from message`]).toEqual([usual, []])
  })

  it('that changes nothing, or only adds, tells nobody anything', async () => {
    const post = await openPost()
    await register(post.sql)
    const save = chooser(post)
    expect(await save({ iin: IIN, shown: usual, ticked: usual })).toEqual({ kind: 'saved', isOff: false })
    expect(await post.sql`select 1 from audit_event`).toEqual([])
    await save({ iin: IIN, shown: usual, ticked: new Set([...usual, 'received.sms' as const]) })
    expect((await kept(post)).has('received.sms')).toBe(true)
    expect(await post.sql`select 1 from message`).toEqual([])
  })

  it('is not offered to whoever has no contacts', async () => {
    const post = await openPost()
    expect(await chooser(post)({ iin: IIN, shown: usual, ticked: new Set() })).toEqual({ kind: 'no-contacts' })
  })
})

it('all that may be off, switched off at once and on again, is kept and told, with a line of the record for each', async () => {
  const post = await openPost()
  await register(post.sql)
  const save = chooser(post)
  const acts = async () =>
    (await post.sql`select outcome from audit_event where act = 'choices-changed' order by position`).map(
      row => row['outcome'],
    )
  const every = EVENTS.flatMap(event => CHANNELS.map((channel): Choice => `${event}.${channel}`))
  const all: Choices = new Set(every)
  await post.sql`update account set choices = ${post.sql.json(toStored(all))}`
  for (const left of CHANNELS) {
    const before = (await acts()).length
    const least: Choices = new Set(parseChoices([`withdrawal.${left}`, `security.${left}`]))
    const flipped = every.filter(choice => !least.has(choice))
    expect(await save({ iin: IIN, shown: all, ticked: least }), left).toEqual({ kind: 'saved', isOff: true })
    expect(await kept(post)).toEqual(least)
    expect(await save({ iin: IIN, shown: least, ticked: all }), left).toEqual({ kind: 'saved', isOff: false })
    expect(await kept(post)).toEqual(all)
    const made = (await acts()).slice(before)
    expect(made).toEqual([...flipped.map(choice => `-${choice}`), ...flipped.map(choice => `+${choice}`)])
  }
  expect(await post.sql`select kind from message`).toEqual(CHANNELS.map(() => ({ kind: 'choices-changed' })))
  await post.deliver()
  expect([post.mail.messages().length, post.sms.messages().length]).toEqual([2, 2])
  expect(await acts()).toHaveLength(2 * 2 * (every.length - 2))
})

it('switching off more than ten times within an hour is refused until the hour has passed, and switching on is not', async () => {
  const post = await openPost()
  await register(post.sql)
  const save = chooser(post)
  const less = minus(usual, 'executed.sms')
  const began = post.clock.at
  for (let i = 0; i < 10; i++) {
    post.clock.at = new Date(began.getTime() + i * 60_000)
    expect((await save({ iin: IIN, shown: usual, ticked: less })).kind, `time ${i}`).toBe('saved')
    expect((await save({ iin: IIN, shown: less, ticked: usual })).kind).toBe('saved')
  }
  const again = new Date(began.getTime() + 60 * 60_000)
  expect(await save({ iin: IIN, shown: usual, ticked: less })).toEqual({ kind: 'too-often', again })
  expect([await kept(post), (await post.sql`select 1 from message`).length]).toEqual([usual, 10])
  post.clock.at = again
  expect((await save({ iin: IIN, shown: usual, ticked: less })).kind).toBe('saved')
})

describe('two windows at the same moment', () => {
  it('lose nothing of each other', async () => {
    const post = await openPost()
    await register(post.sql)
    const save = chooser(post)
    const off: readonly Choice[] = EVENTS.filter(event => !TERMS[event].mustReach).map(
      (event): Choice => `${event}.mail`,
    )
    for (let round = 0; round < 5; round++) {
      await post.sql`update account set choices = '{}'`
      await Promise.all(off.map(choice => save({ iin: IIN, shown: usual, ticked: minus(usual, choice) })))
      expect(await kept(post)).toEqual(minus(usual, ...off))
    }
  })

  it('that switch off one way each leave one of them on', async () => {
    const post = await openPost()
    await register(post.sql)
    const save = chooser(post)
    for (let round = 0; round < 5; round++) {
      await post.sql`update account set choices = '{}'`
      const outcomes = await Promise.all(
        (['security.mail', 'security.sms'] as const).map(choice =>
          save({ iin: IIN, shown: usual, ticked: minus(usual, choice) }),
        ),
      )
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'silenced'])
    }
  })
})

it('the database keeps nothing that is no choice, whoever writes', async () => {
  const { database, sql } = await openPost()
  await register(sql)
  for (const bad of [
    '[]',
    '"x"',
    'null',
    '{"executed": "sms"}',
    '{"executed": {"sms": true}}',
    '{"executed": ["fax"]}',
    '{"executed": [1]}',
    `{"x": [${'"mail",'.repeat(400)}"mail"]}`,
  ])
    await expect(database.owner`update account set choices = ${bad}::text::jsonb`, bad).rejects.toThrow(
      /choices_are_lists_of_channels/,
    )
  const good = toStored(parseChoices(['executed.sms']))
  await expect(database.owner`update account set choices = ${database.owner.json(good)}`).resolves.toBeDefined()
})
