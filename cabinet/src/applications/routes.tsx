// Addresses of the services, the list and the detail page.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { APPLICATION_ID } from './application.ts'
import { DetailsPage } from './details-page.tsx'
import { ListPage } from './list-page.tsx'
import { readListQuery } from './list-query.ts'
import { refreshAfter } from './pending-signature-view.tsx'
import { ServicesPage } from './services-page.tsx'
import type { Details, ListPage as List, ListQuery } from './view.ts'

export type ApplicationPageNeeds = {
  readonly assets: Assets
  list(iin: Iin, query: ListQuery): Promise<List>
  details(iin: Iin, id: string): Promise<Details | undefined>
}

export function applicationPages(app: Hono<Env>, { assets, list, details }: ApplicationPageNeeds): void {
  app.get(
    '/:language{kk|ru|en}/services',
    signedIn(c => c.html(documentOf(<ServicesPage frame={frameOf(c, assets)} />))),
  )

  app.get(
    '/:language{kk|ru|en}/applications',
    signedIn(async (c, { person }) => {
      const query = readListQuery(c.req.query())
      const page = await list(person.iin, query)
      return c.html(documentOf(<ListPage frame={frameOf(c, assets)} list={page} query={query} />))
    }),
  )

  app.get(
    '/:language{kk|ru|en}/applications/:id',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      const found = APPLICATION_ID.test(id) ? await details(person.iin, id) : undefined
      if (!found) return notFoundPage(c, assets) // someone else's and unknown: the same answer
      const { signature } = found
      if (signature?.is === 'checking') c.header('Refresh', refreshAfter(signature)) // nothing on the page can be lost by it
      return c.html(documentOf(<DetailsPage frame={frameOf(c, assets)} details={found} />))
    }),
  )
}
