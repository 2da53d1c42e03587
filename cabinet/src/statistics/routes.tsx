// Public addresses: every kind of application, and one of them.
import type { Hono } from 'hono'
import { KIND_IDS, type KindId } from '../applications/kinds.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { sendPublic } from '../web/send-public.ts'
import { KindPage } from './kind-page.tsx'
import { KindsPage } from './kinds-page.tsx'
import type { PublishedUsual } from './read-published.ts'

export type KindPageNeeds = {
  readonly assets: Assets
  readonly published: (kind: KindId) => Promise<PublishedUsual | undefined>
}

export function kindPages(app: Hono<Env>, { assets, published }: KindPageNeeds): void {
  app.get('/:language{kk|ru|en}/kinds', c => sendPublic(c, <KindsPage frame={frameOf(c, assets)} />))

  app.get('/:language{kk|ru|en}/kinds/:kind', async c => {
    const kind = KIND_IDS.find(id => id === c.req.param('kind'))
    if (!kind) return notFoundPage(c, assets)
    return sendPublic(c, <KindPage frame={frameOf(c, assets)} kind={kind} usual={await published(kind)} />)
  })
}
