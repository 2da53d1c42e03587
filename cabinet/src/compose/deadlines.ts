// Until when the fund must act: kept with each application, and counted anew when a calendar is imported.
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { readDeadline } from '../deadlines/read-deadline.ts'
import { recountDeadlines } from '../deadlines/recount.ts'
import type { World } from './world.ts'

export function deadlineParts({ sql, now, log }: World) {
  const calendars = openCalendars()
  const report = (event: string, facts: object) => log('info', event, facts)
  return {
    newest: calendars.newest,
    keep: keepDeadline(calendars),
    read: readDeadline(sql, calendars),
    recount: recountDeadlines({ sql, calendars, now, report }),
  }
}

export type DeadlineParts = ReturnType<typeof deadlineParts>
