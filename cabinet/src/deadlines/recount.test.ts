// A newer calendar is applied to what is there: on a real database, by several instances, with a crash in between.
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import type { Sql } from '../database/sql.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { tell } from '../notifications/tell.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { TODAY } from '../test-authority.ts'
import { openCalendars } from './calendars.ts'
import { keepDeadline } from './keep-deadline.ts'
import { recountDeadlines, recountStretch } from './recount.ts'
import { enterCalendar, fileWith } from './test-calendars.ts'

const BY = { key: 'core', request: 'r' }
const RUNNING = new AbortController().signal

async function bench() {
  const { sql, owner } = await freshDatabase({ connections: 8 })
  const reports: object[] = []
  const instance = () => ({
    sql,
    calendars: openCalendars(),
    tell,
    now: () => TODAY,
    report: (event: string, facts: object) => reports.push({ event, ...facts }),
  })
  const needs = instance()
  const receive = receiveApplication({ ...needs, keepDeadline: keepDeadline(needs.calendars), alarm: () => {} })
  await receive('a-1', bankDetails(), BY) // due 29.06.2026
  await receive('a-2', lumpSum(), BY) // executed
  await receive('a-3', bankDetails({ number: '3', receivedAt: '2026-06-17T10:00:00+05:00' }), BY) // due 30.06.2026
  await receive('a-4', bankDetails({ number: '4', receivedAt: '2027-12-28T10:00:00+05:00' }), BY) // past the calendar
  return { sql, owner, reports, instance, recount: () => recountDeadlines(instance())(RUNNING) }
}

const rowsOf = (sql: Sql) => sql`
  select application, due_on, promised_on, calendar_version, promised_version, moved_from, recounted_at, sequence
    from application_deadline order by application`

describe('a recount', () => {
  it('gives their deadlines to applications that were there before deadlines were kept', async () => {
    const { sql, owner, reports, recount } = await bench()
    const before = await rowsOf(sql)
    await owner`delete from application_deadline`
    await recount()
    expect(await rowsOf(sql)).toEqual(before)
    const none = { earlier: 0, later: 0, same: 0 }
    expect(reports).toEqual([{ event: 'calendar-recounted', version: '2026-11-22', gained: 3, ...none }])
    await recount()
    expect(reports).toHaveLength(1)
  })

  it('moves a promise to an earlier date, keeps it from a later one, and leaves what is finished', async () => {
    const { sql, owner, reports, recount } = await bench()
    // 29 June is off and 27 June, a Saturday, works: the 10th day of a-1 is the Saturday, that of a-3 stays
    const file = fileWith('2026-11-23', { '2026-06-29': 'off', '2025-11-26': 'off' })
    file.years['2026']?.days.push({ date: '2026-06-27', type: 'transferredWork', to: '2026-06-29' })
    await enterCalendar(owner, file)
    await recount()
    expect(await rowsOf(sql)).toMatchObject([
      { application: 'a-1', due_on: '2026-06-27', promised_on: '2026-06-27', moved_from: '2026-06-29', sequence: 1 },
      { application: 'a-2', due_on: '2025-11-26', calendar_version: '2026-11-22', recounted_at: null },
      { application: 'a-3', due_on: '2026-06-30', moved_from: null, calendar_version: '2026-11-23', sequence: 0 },
    ])
    await enterCalendar(owner, fileWith('2026-11-24', { '2026-06-26': 'off', '2026-06-30': 'off' }))
    await recount()
    expect(await rowsOf(sql)).toMatchObject([
      { application: 'a-1', due_on: '2026-07-01', promised_on: '2026-06-27', promised_version: '2026-11-23' },
      { application: 'a-2' },
      { application: 'a-3', due_on: '2026-07-02', promised_on: '2026-06-30', promised_version: '2026-11-23' },
    ])
    expect(reports).toMatchObject([
      { version: '2026-11-23', gained: 0, earlier: 1, later: 0, same: 1 },
      { version: '2026-11-24', gained: 0, earlier: 0, later: 2, same: 0 },
    ])
    expect(await sql`select application, event, actor_kind from timeline_event where event = 'deadline-moved'`).toEqual(
      [{ application: 'a-1', event: 'deadline-moved', actor_kind: 'system' }],
    )
    expect(await sql`select kind, facts from message where kind = 'deadline-moved'`).toEqual([
      {
        kind: 'deadline-moved',
        facts: { id: 'a-1', number: '1114647-ИБР', from: '2026-06-29', to: '2026-06-27', version: '2026-11-23' },
      },
    ])
    expect(await sql`select application, outcome from audit_event where act = 'deadline-moved'`).toEqual([
      { application: 'a-1', outcome: '2026-06-29 2026-06-27 2026-11-23' },
    ])
  })
})

describe('a recount by several', () => {
  it('goes on where it stopped, and is done once however many instances are at it', async () => {
    const { sql, owner, reports, instance } = await bench()
    await enterCalendar(owner, fileWith('2026-11-23', { '2026-06-15': 'off', '2026-06-20': 'off' }))
    await recountStretch(instance())(1)
    const [place] = await sql`select reached_id from calendar_recount where finished_at is null`
    expect(place).toEqual({ reached_id: 'a-1' })
    await Promise.all(Array.from({ length: 6 }, () => recountDeadlines(instance())(RUNNING)))
    await recountDeadlines(instance())(RUNNING) // whoever found another at it went away: the last one is the one who finishes
    expect(reports).toEqual([
      { event: 'calendar-recounted', version: '2026-11-23', gained: 0, earlier: 0, later: 0, same: 2 },
    ])
  })

  it('leaves nothing of a stretch that fails', async () => {
    const { sql, owner, instance } = await bench()
    await enterCalendar(owner, fileWith('2026-11-23'))
    const before = await rowsOf(sql)
    const broken = {
      ...instance(),
      now: () => {
        throw new Error('the clock stopped')
      },
    }
    await expect(recountStretch(broken)()).rejects.toThrow('the clock stopped')
    expect(await rowsOf(sql)).toEqual(before)
    const [place] = await sql`select reached_id, same from calendar_recount where finished_at is null`
    expect(place).toEqual({ reached_id: null, same: 0 })
  })

  it('is given up when a newer calendar comes meanwhile', async () => {
    const { sql, owner, instance, recount } = await bench()
    await enterCalendar(owner, fileWith('2026-11-23', { '2026-06-29': 'off' }))
    await recountStretch(instance())(1)
    await enterCalendar(owner, fileWith('2026-11-24'))
    await recount()
    const versions = await sql`select distinct calendar_version from application_deadline where application <> 'a-2'`
    expect(versions).toEqual([{ calendar_version: '2026-11-24' }])
  })
})
