// What is said at the top of every page while it matters: work that is planned, or something that does not answer.
import type { MiddlewareHandler } from 'hono'
import type { Env } from './context.ts'
import type { Localised } from './language.ts'

/** What it concerns; the words of each are messages. */
export const CONCERNS = ['service', 'persons', 'signing', 'phone', 'core', 'messages'] as const
export type Concern = (typeof CONCERNS)[number]

export type Announcement =
  | {
      readonly is: 'planned'
      readonly what: Concern
      readonly from: Date
      readonly until: Date
      readonly text: Localised | undefined // in place of our words
    }
  | { readonly is: 'outage'; readonly what: Concern; readonly since: Date }

const PAGE = /^\/(kk|ru|en)\//

/** Beside every request for a page. */
export function announce(read: () => Promise<readonly Announcement[]>): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (PAGE.test(c.req.path)) c.set('announcements', await read())
    await next()
  }
}
