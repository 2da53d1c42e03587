// Until when the fund must act: kept with each application, and counted anew when a calendar is imported.
import { workingDayBefore } from '../calendar/calendar.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { readDeadline } from '../deadlines/read-deadline.ts'
import { recountDeadlines } from '../deadlines/recount.ts'
import { tell } from '../notifications/tell.ts'
import type { World } from './world.ts'

export function deadlineParts({ sql, now, log, publicUrl }: World) {
  const calendars = openCalendars()
  const report = (event: string, facts: object) => log('info', event, facts)
  return {
    newest: calendars.newest,
    publicUrl,
    keep: keepDeadline(calendars),
    read: readDeadline(sql, calendars),
    workingDayBefore: async (date: string) => workingDayBefore(await calendars.newest(sql), date),
    recount: recountDeadlines({ sql, calendars, tell, now, report }),
  }
}

export type DeadlineParts = ReturnType<typeof deadlineParts>
