// The address of the page before a withdrawal. The same address takes the form that draws up the statement (routes.tsx).
import type { Hono } from 'hono'
import { APPLICATION_ID } from '../applications/application.ts'
import type { Details } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import { standingOf, worstOf } from '../service-status/decide.ts'
import type { Outside, Sighting } from '../service-status/outside.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { BeforePage } from './before-page.tsx'

export type BeforePageNeeds = {
  readonly assets: Assets
  readonly holdHours: number
  details(iin: Iin, id: string): Promise<Details | undefined>
  sightings(): Promise<readonly Sighting[]>
  now(): Date
}

const AUTHORITY: readonly Outside[] = ['ocsp-gost', 'ocsp-rsa']

export function beforePages(app: Hono<Env>, needs: BeforePageNeeds): void {
  const { assets, holdHours, now } = needs
  app.get(
    '/:language{kk|ru|en}/applications/:id/withdrawal',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      const details = APPLICATION_ID.test(id) ? await needs.details(person.iin, id) : undefined
      if (!details) return notFoundPage(c, assets) // someone else's and unknown: the same answer
      const seen = await needs.sightings()
      const standing = (name: Outside) =>
        standingOf(
          seen.find(one => one.name === name),
          now(),
        )
      const view = {
        details,
        draft: details.draft,
        authority: worstOf(AUTHORITY.map(standing)),
        phone: standing('phone'),
        holdHours,
      }
      return c.html(documentOf(<BeforePage frame={frameOf(c, assets)} view={view} />))
    }),
  )
}
