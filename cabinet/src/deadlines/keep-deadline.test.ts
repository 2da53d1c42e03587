// The deadline stands in the database from the moment at which an application does.
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import type { ApplicationMessage } from '../intake/message.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { TODAY } from '../test-authority.ts'
import { openCalendars } from './calendars.ts'
import { keepDeadline } from './keep-deadline.ts'
import { enterCalendar, fileWith } from './test-calendars.ts'

const BY = { key: 'core', request: 'r' }

async function intake() {
  const { sql, owner } = await freshDatabase()
  const receive = receiveApplication({
    sql,
    keepDeadline: keepDeadline(openCalendars()),
    now: () => TODAY,
    alarm: () => {},
  })
  const send = (id: string, message: ApplicationMessage) => receive(id, message, BY)
  const rows = () => sql`
    select application, due_on, promised_on, calendar_version, promised_version, sequence from application_deadline
     order by application`
  return { sql, owner, send, rows }
}

describe('intake', () => {
  it('keeps the date that is promised, by which calendar, and no row where no term is set or it ends past the calendar', async () => {
    const { send, rows } = await intake()
    await send('a-1', bankDetails())
    await send('a-2', lumpSum())
    await send('a-3', lumpSum({ number: '3', kind: 'ls-return' }))
    await send('a-4', bankDetails({ number: '4', receivedAt: '2027-12-28T10:00:00+05:00' }))
    const version = '2026-11-22'
    const row = (application: string, date: string) => ({
      application,
      due_on: date,
      promised_on: date,
      calendar_version: version,
      promised_version: version,
      sequence: 0,
    })
    expect(await rows()).toEqual([row('a-1', '2026-06-29'), row('a-2', '2025-11-26')])
  })

  it('counts anew when the moment of receipt is put right, and only then', async () => {
    const { send, rows, owner } = await intake()
    await send('a-1', bankDetails())
    await owner`update application_deadline set promised_on = '2026-06-28'` // kept from an earlier calendar
    await send('a-1', bankDetails({ operatorRelease: 'unknown' }))
    expect(await rows()).toMatchObject([{ promised_on: '2026-06-28', sequence: 0 }])
    await send('a-1', bankDetails({ receivedAt: '2026-06-16T17:30:01+05:00' }))
    expect(await rows()).toMatchObject([{ due_on: '2026-06-30', promised_on: '2026-06-30', sequence: 1 }])
    await send('a-1', bankDetails({ receivedAt: '2027-12-28T10:00:00+05:00' }))
    expect(await rows()).toEqual([])
  })

  it('uses a calendar from the moment at which it is imported, in an instance that already knows another', async () => {
    const { send, rows, owner } = await intake()
    await send('a-1', bankDetails())
    await enterCalendar(owner, fileWith('2026-11-23', { '2026-06-29': 'off' }))
    await send('a-2', bankDetails({ number: '2' }))
    expect(await rows()).toMatchObject([
      { application: 'a-1', promised_on: '2026-06-29', calendar_version: '2026-11-22' },
      { application: 'a-2', promised_on: '2026-06-30', calendar_version: '2026-11-23' },
    ])
  })
})
