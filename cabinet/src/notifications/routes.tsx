// Addresses of the inbox.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { InboxPage } from './inbox-page.tsx'
import type { Inbox } from './inbox-store.ts'
import type { Message } from './message.ts'
import { MessagePage } from './message-page.tsx'

export type InboxNeeds = {
  readonly assets: Assets
  list(iin: Iin, after?: string): Promise<Inbox>
  find(iin: Iin, id: string): Promise<Message | undefined>
  markRead(iin: Iin, id: string, now: Date): Promise<void>
  markAllRead(iin: Iin, upTo: Date, now: Date): Promise<void>
  now(): Date
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function inboxPages(app: Hono<Env>, needs: InboxNeeds): void {
  const { assets, list, markRead, markAllRead, now } = needs
  const find = async (iin: Iin, id: unknown) =>
    typeof id === 'string' && UUID.test(id) ? needs.find(iin, id) : undefined

  app.get(
    '/:language{kk|ru|en}/messages',
    signedIn(async (c, { person }) => {
      const after = await find(person.iin, c.req.query('after'))
      const inbox = await list(person.iin, after?.id)
      const isLost = c.req.query('link') === 'unknown'
      const page = (
        <InboxPage
          frame={frameOf(c, assets, isLost ? '/messages' : undefined)}
          {...{ inbox, isLost }}
          isFirst={after === undefined}
        />
      )
      return c.html(documentOf(page))
    }),
  )

  app.get(
    '/:language{kk|ru|en}/messages/:id',
    signedIn(async (c, { person }) => {
      const message = await find(person.iin, c.req.param('id'))
      if (!message) return notFoundPage(c, assets) // someone else's and unknown: the same answer
      return c.html(documentOf(<MessagePage frame={frameOf(c, assets)} message={message} />))
    }),
  )

  app.post(
    '/:language{kk|ru|en}/messages/reading',
    signedIn(async (c, { person }) => {
      const { upTo } = await readForm(c)
      const newest = await find(person.iin, upTo)
      if (newest) await markAllRead(person.iin, newest.at, now())
      return c.redirect(`/${c.get('language')}/messages`, 303)
    }),
  )

  app.post(
    '/:language{kk|ru|en}/messages/:id/reading',
    signedIn(async (c, { person }) => {
      const message = await find(person.iin, c.req.param('id'))
      if (!message) return notFoundPage(c, assets)
      await markRead(person.iin, message.id, now())
      return c.redirect(`/${c.get('language')}/messages/${message.id}`, 303)
    }),
  )
}
