// What the middleware puts beside a request for the routes to read.
import type { Session } from '../sessions/session.ts'
import type { Announcement } from './announcement.ts'
import type { Language } from './language.ts'

export type Env = {
  Variables: {
    language: Language // from the address for pages, from Accept-Language for /api
    session: Session | undefined
    sessionOver: boolean // the browser still has the cookie of a session that has ended
    requestId: string
    site: string // the origin of PUBLIC_URL
    announcements: readonly Announcement[] | undefined // for pages alone
  }
}
