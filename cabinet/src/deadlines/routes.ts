// The deadline of one's own application as a file for one's own calendar. No name and no IIN is in it.
import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { APPLICATION_ID } from '../applications/application.ts'
import { isUnderWay } from '../applications/steps.ts'
import type { Deadline, Details } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { messagesFor } from '../web/messages/for.ts'
import { notFoundPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { type DeadlineEvent, icsOf } from './ics.ts'

export type DeadlinePageNeeds = {
  readonly assets: Assets
  readonly publicUrl: string
  readonly details: (iin: Iin, id: string) => Promise<Details | undefined>
  readonly workingDayBefore: (date: string) => Promise<string>
}

export function deadlinePages(app: Hono<Env>, needs: DeadlinePageNeeds): void {
  app.get(
    '/:language{kk|ru|en}/applications/:id/deadline.ics',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      const found = APPLICATION_ID.test(id) ? await needs.details(person.iin, id) : undefined
      if (!found?.deadline || !isUnderWay(found.row.application)) return notFoundPage(c, needs.assets)
      const { number } = found.row.application
      const t = messagesFor(c.get('language')).deadline.file
      const { date } = found.deadline
      const event: DeadlineEvent = {
        ...placeOf(needs.publicUrl, `/${c.get('language')}/applications/${encodeURIComponent(id)}`, id),
        ...versionOf(found.deadline),
        date,
        title: t.title(number),
        text: t.text,
        reminder: { on: await needs.workingDayBefore(date), text: t.reminder(number) },
      }
      c.header('Content-Type', 'text/calendar; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="deadline.ics"')
      return c.body(icsOf(event))
    }),
  )
}

/** The same for the same application, in whatever language and whenever: a calendar replaces what it has. */
function placeOf(publicUrl: string, address: string, id: string) {
  const hash = createHash('sha256').update(`deadline of ${id}`).digest('hex').slice(0, 32)
  return { uid: `${hash}@${new URL(publicUrl).hostname}`, url: `${publicUrl}${address}` }
}

function versionOf({ revision }: Deadline) {
  return { sequence: revision.number, stamp: revision.at }
}
