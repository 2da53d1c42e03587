// The command on a real database: looking changes nothing, importing changes all that it should, once.
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { fileWith, shippedFile, type WholeFile, withSums } from '../deadlines/test-calendars.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails } from '../test-applications.ts'
import { TODAY } from '../test-authority.ts'
import { calendarCommand } from './calendar.ts'

const BY = { key: 'core', request: 'r' }
const PEOPLE = ['--by', 'a.serikov', '--approved-by', 'b.omarova']

async function commandOnFreshDatabase() {
  const { sql, owner, url, ownerUrl } = await freshDatabase()
  const keep = keepDeadline(openCalendars())
  const receive = receiveApplication({ sql, keepDeadline: keep, now: () => TODAY, alarm: () => {} })
  await receive('a-1', bankDetails(), BY) // due 29.06.2026
  await receive('a-2', bankDetails({ number: '2', receivedAt: '2026-07-20T10:00:00+05:00' }), BY) // due 31.07.2026
  const said: string[] = []
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text)),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  const env = { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: ownerUrl }
  const run = async (args: readonly string[], given: Record<string, string> = env) => {
    said.length = 0
    await calendarCommand(args, given)
    return said.join('\n')
  }
  const promised = () => sql`select application, promised_on from application_deadline order by application`
  return { sql, owner, env, run, promised }
}

function written(file: WholeFile | string): string {
  const name = path.join(mkdtempSync(path.join(inject('scratch'), 'calendar-')), 'calendar.json')
  writeFileSync(name, typeof file === 'string' ? file : JSON.stringify(file))
  return name
}

/** 29 June is off, and Saturday 27 June works for it. 30 July is off. */
function nextFile(): WholeFile {
  const file = fileWith('2026-11-28', { '2026-07-30': 'off' })
  const { days = [] } = file.years['2026'] ?? {}
  days.push({ date: '2026-06-27', type: 'transferredWork', to: '2026-06-29', act: 'Приказ № 1' })
  days.push({ date: '2026-06-29', type: 'transferredOff', from: '2026-06-27', act: 'Приказ № 1' })
  return withSums(file)
}

describe('otinish calendar import', () => {
  it('with --dry-run says what would change, names nobody, and changes nothing', async () => {
    const { run, promised, sql } = await commandOnFreshDatabase()
    const before = await promised()
    expect(await run(['import', written(nextFile()), '--dry-run'])).toBe(
      [
        'calendar 2026-11-28 for 2021–2027; in force: 2026-11-22',
        'warning: 2026-07-30 is no holiday by the law',
        'days that differ: 3',
        '  2026-06-27 Sat: off → working (swapped with 2026-06-29) (in the past)',
        '  2026-06-29 Mon: working → off (swapped with 2026-06-27) (in the past)',
        '  2026-07-30 Thu: working → off (Day of a test) (in the past)',
        'applications under way, and those that have no deadline yet:',
        '  1 would get an earlier date, and their people be told',
        '  1 would get a later one: the earlier date stays promised',
        '  0 would get a date for the first time',
        '  0 keep their date',
        '  e.g. earlier: bank-details received on 2026-06-16: 2026-06-29 → 2026-06-27',
        '  e.g. later: bank-details received on 2026-07-20: 2026-07-31 → 2026-08-03',
        'nothing was changed',
      ].join('\n'),
    )
    expect(await promised()).toEqual(before)
    expect(await sql`select 1 from calendar_version`).toHaveLength(1)
  })

  it('brings it into force, counts with it, and records who did it and who approved it', async () => {
    const { run, promised, sql } = await commandOnFreshDatabase()
    const file = written(nextFile())
    const counted = { event: 'calendar-recounted', version: '2026-11-28', gained: 0, earlier: 1, later: 1, same: 0 }
    expect((await run(['import', file, ...PEOPLE, '--note', 'order 1'])).split('\n')).toEqual([
      'warning: 2026-07-30 is no holiday by the law',
      '{"event":"calendar-imported","version":"2026-11-28"}',
      JSON.stringify(counted),
    ])
    expect(await promised()).toEqual([
      { application: 'a-1', promised_on: '2026-06-27' },
      { application: 'a-2', promised_on: '2026-07-31' },
    ])
    expect(await sql`select outcome, actor_kind from audit_event where act = 'calendar-imported'`).toEqual([
      { outcome: '2026-11-28 a.serikov b.omarova', actor_kind: 'system' },
    ])
    expect(await run(['list'])).toMatch(
      /^2026-11-28 \(in force\): \S+, by a\.serikov, approved by b\.omarova, recounted: 1 earlier, 1 later, 0 gained, 0 same — order 1\n2026-11-22: /,
    )
    expect(JSON.parse(await run(['show']))).toEqual(nextFile())
    expect(JSON.parse(await run(['show', '2026-11-22']))).toEqual(shippedFile())
  })

  it('run again after it was cut off, goes on, and imports nothing twice', async () => {
    const { run, promised, owner } = await commandOnFreshDatabase()
    const file = written(nextFile())
    await run(['import', file, ...PEOPLE])
    await owner`update calendar_recount set finished_at = null, reached_iin = null, reached_id = null`
    const before = await promised()
    expect(await run(['import', file, ...PEOPLE])).toMatch(/"calendar-known".*\n.*"earlier":1,"later":1,"same":0/)
    expect(await promised()).toEqual(before)
    expect(await owner`select 1 from calendar_version`).toHaveLength(2)
  })
})

const file = () => written(nextFile())
const refusals: readonly [string, () => string[], RegExp][] = [
  ['without a second person', () => ['import', file(), '--by', 'a.serikov'], /^--approved-by: required/],
  [
    'approved by whoever prepared it',
    () => ['import', file(), '--by', 'Aigul', '--approved-by', 'aigul'],
    /must be another/,
  ],
  [
    'by a name that is none',
    () => ['import', file(), '--by', 'a b', '--approved-by', 'c.d'],
    /^--by: required, a login/,
  ],
  ['of no file', () => ['import', '/nowhere.json', ...PEOPLE], /^\/nowhere\.json cannot be read$/],
  [
    'of a file with mistakes',
    () => ['import', written('{"country":"KG"}'), ...PEOPLE],
    /nothing was imported\n {2}country: .*\n {2}timeZone: /,
  ],
  [
    'of a version that was in force before',
    () => ['import', written(fileWith('2026-11-21')), ...PEOPLE],
    /not newer than 2026-11-22/,
  ],
  ['in another way', () => ['import'], /^otinish serve/],
]

describe('an import', () => {
  it('waits for an application that is being entered, so that the recount does not pass it by', async () => {
    const { run, sql, owner } = await commandOnFreshDatabase()
    const calendars = openCalendars()
    let importing: Promise<string> | undefined
    await sql.begin(async tx => {
      const { version } = await calendars.newest(tx) // as intake does
      importing = run(['import', written(nextFile()), ...PEOPLE])
      const waiting = () => owner`select 1 from pg_locks where mode = 'AccessExclusiveLock' and not granted`
      await expect.poll(waiting, { timeout: 8_000 }).toHaveLength(1)
      await tx`insert into application_directory (id, iin, series, number) values ('a-0', '781515300300', 's', '0')`
      await tx`
        insert into application select '781515300300', 'a-0', series, '0', '0', kind, contract_types, filed_on, received_at,
               counterparty, amount, purpose, operator_release, state, version, changed_at, synced_at, intake_digest
          from application where id = 'a-1'`
      const date = '2026-06-29'
      await tx`
        insert into application_deadline (iin, application, due_on, promised_on, calendar_version, promised_version, counted_at)
        values ('781515300300', 'a-0', ${date}, ${date}, ${version}, ${version}, ${TODAY})`
    })
    await importing
    const [row] = await sql`select promised_on from application_deadline where application = 'a-0'`
    expect(row).toEqual({ promised_on: '2026-06-27' })
  })

  it('is refused with a sentence, and nothing is changed', async () => {
    const { run, env, sql } = await commandOnFreshDatabase()
    for (const [what, args, sentence] of refusals) await expect(run(args()), what).rejects.toThrow(sentence)
    const { DATABASE_URL } = env
    await expect(run(['import', file(), ...PEOPLE], { DATABASE_URL })).rejects.toThrow(
      /^MIGRATIONS_DATABASE_URL: required/,
    )
    await expect(run(['show', '2020-01-01'])).rejects.toThrow('there is no calendar 2020-01-01')
    expect(await sql`select 1 from calendar_version`).toHaveLength(1)
  })
})
