// Addresses of the services and the list.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { ListPage } from './list-page.tsx'
import { readListQuery } from './list-query.ts'
import { ServicesPage } from './services-page.tsx'
import type { ListPage as List, ListQuery } from './view.ts'

export type ApplicationPageNeeds = {
  readonly assets: Assets
  list(iin: Iin, query: ListQuery): Promise<List>
}

export function applicationPages(app: Hono<Env>, { assets, list }: ApplicationPageNeeds): void {
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
}
