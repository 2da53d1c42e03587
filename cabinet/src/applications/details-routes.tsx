// The address of one application, and the light one that only tells whether it has changed.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { PublishedUsual } from '../statistics/read-published.ts'
import { UsualTime } from '../statistics/usual-time.tsx'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { problem } from '../web/problem-response.ts'
import { signedIn } from '../web/signed-in.ts'
import { APPLICATION_ID } from './application.ts'
import { DetailsPage } from './details-page.tsx'
import { originOf } from './kept-origin.ts'
import { KIND_IDS, type KindId } from './kinds.ts'
import { refreshAfter } from './pending-signature-view.tsx'
import { isUnderWay } from './steps.ts'
import { isCurrent } from './version-tag.ts'
import type { Details } from './view.ts'

export type DetailsPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly contactHours: string | undefined
  isSilent(heardAt: Date | undefined): boolean // the fund's core
  details(iin: Iin, id: string): Promise<Details | undefined>
  version(iin: Iin, id: string): Promise<string | undefined>
  published(kind: KindId): Promise<PublishedUsual | undefined>
}

/** An open page asks here by itself: no sign that somebody is at the screen. */
export const VERSION_LOOK = /^\/(kk|ru|en)\/applications\/[^/]+\/version$/

export function detailsPages(app: Hono<Env>, needs: DetailsPageNeeds): void {
  const { assets, cookies, contactHours, isSilent, details, version, published } = needs
  app.get(
    '/:language{kk|ru|en}/applications/:id',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      const found = APPLICATION_ID.test(id) ? await details(person.iin, id) : undefined
      if (!found) return notFoundPage(c, assets) // someone else's and unknown: the same answer
      const { signature } = found
      if (signature?.is === 'checking') c.header('Refresh', refreshAfter(signature)) // nothing on the page can be lost by it
      const frame = frameOf(c, assets)
      const origin = originOf(c, cookies, id)
      const props = { frame, details: found, origin, contactHours, isSilent: isSilent(found.heardAt) }
      const { application } = found.row
      const kind = isUnderWay(application) ? KIND_IDS.find(id => id === application.kind) : undefined
      const usual = kind && <UsualTime frame={frame} kind={kind} usual={await published(kind)} />
      return c.html(documentOf(<DetailsPage {...props} usual={usual} />))
    }),
  )

  app.get('/:language{kk|ru|en}/applications/:id/version', async c => {
    const session = c.get('session')
    if (!session) return problem(c, 'not-signed-in')
    const id = c.req.param('id')
    const tag = APPLICATION_ID.test(id) ? await version(session.person.iin, id) : undefined
    if (!tag) return problem(c, 'not-found')
    c.header('ETag', tag)
    return c.body(null, isCurrent(c.req.header('If-None-Match'), tag) ? 304 : 204)
  })
}
