// Addresses of the services and the list.
import type { Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { ListPage } from './list-page.tsx'
import { type Reading, readList, withKnownKind } from './list-query.ts'
import { ServicesPage } from './services-page.tsx'
import type { ListPage as List, ListQuery } from './view.ts'

export type ApplicationPageNeeds = {
  readonly assets: Assets
  list(iin: Iin, query: ListQuery): Promise<List>
  isSilent(heardAt: Date | undefined): boolean // the fund's core
}

export function applicationPages(app: Hono<Env>, needs: ApplicationPageNeeds): void {
  const { assets, isSilent } = needs
  app.get(
    '/:language{kk|ru|en}/services',
    signedIn(c => c.html(documentOf(<ServicesPage frame={frameOf(c, assets)} />))),
  )

  app.get(
    '/:language{kk|ru|en}/applications',
    signedIn(async (c, { person }) => {
      const shown = await readAsAsked(needs, person.iin, readList(c.req.query()))
      const silent = isSilent(shown.list.asOf)
      return c.html(documentOf(<ListPage frame={frameOf(c, assets)} {...shown} silent={silent} />))
    }),
  )
}

/** Read once more, without the kind, when it turns out that there is no such kind. */
async function readAsAsked(
  { list }: ApplicationPageNeeds,
  iin: Iin,
  asked: Reading,
): Promise<Reading & { list: List }> {
  const found = await list(iin, asked.query)
  const known = withKnownKind(asked, found.kinds)
  return { ...known, list: known.query === asked.query ? found : await list(iin, known.query) }
}
