// The address of the status page. Whoever asks for it makes nobody else be asked.
import type { Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { frameOf } from '../web/page.tsx'
import { sendPublic } from '../web/send-public.ts'
import type { Outside } from './outside.ts'
import { StatusPage } from './page.tsx'
import type { Picture } from './picture.ts'

export type StatusPageNeeds = {
  readonly assets: Assets
  readonly picture: () => Promise<Picture>
  readonly inUse: readonly Outside[]
  readonly now: () => Date
}

export function statusPages(app: Hono<Env>, { assets, picture, inUse, now }: StatusPageNeeds): void {
  app.get('/:language{kk|ru|en}/status', async c => {
    const known = await picture()
    return sendPublic(c, <StatusPage frame={frameOf(c, assets)} picture={known} inUse={inUse} now={now()} />)
  })
}
