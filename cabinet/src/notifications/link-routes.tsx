// The address in a letter or an SMS. Whoever has not signed in is asked to, and whatever the address is comes to the same; then
// it leads to the application of a message of theirs, or to their inbox with a note: nobody learns of anybody else's.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Env } from '../web/context.ts'
import { signedIn } from '../web/signed-in.ts'
import type { Message } from './message.ts'
import { isOfApplication } from './notice.ts'
import { applicationPath } from './paths.ts'
import { parseCode } from './short-link.ts'

export type LinkNeeds = {
  findByCode(iin: Iin, code: string, now: Date): Promise<Message | undefined>
  now(): Date
}

export function linkPages(app: Hono<Env>, { findByCode, now }: LinkNeeds): void {
  app.get(
    '/:language{kk|ru|en}/m/:code',
    signedIn(async (c, { person }) => {
      const code = parseCode(c.req.param('code') ?? '')
      const message = code === undefined ? undefined : await findByCode(person.iin, code, now())
      return c.redirect(`/${c.get('language')}${message ? pathOf(message) : '/messages?link=unknown'}`, 303)
    }),
  )
}

function pathOf({ id, notice }: Message): string {
  return isOfApplication(notice) ? applicationPath(notice.id) : `/messages/${id}`
}
