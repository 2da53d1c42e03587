// Addresses of the help and of the accessibility statement: for everybody, signed in or not.
import type { Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { sendPublic } from '../web/send-public.ts'
import { ChapterPage, HelpIndexPage, TextPage, WholeMemoPage } from './page.tsx'
import { isChapter } from './pages.ts'

export function helpPages(app: Hono<Env>, { assets }: { readonly assets: Assets }): void {
  app.get('/:language{kk|ru|en}/help', c => sendPublic(c, <HelpIndexPage frame={frameOf(c, assets)} />))
  app.get('/:language{kk|ru|en}/help/print', c => sendPublic(c, <WholeMemoPage frame={frameOf(c, assets)} />))
  app.get('/:language{kk|ru|en}/help/easy', c => sendPublic(c, <TextPage frame={frameOf(c, assets)} id="easy" />))
  app.get('/:language{kk|ru|en}/help/:page', c => {
    const id = c.req.param('page')
    return isChapter(id) ? sendPublic(c, <ChapterPage frame={frameOf(c, assets)} id={id} />) : notFoundPage(c, assets)
  })
  app.get('/:language{kk|ru|en}/accessibility', c =>
    sendPublic(c, <TextPage frame={frameOf(c, assets)} id="accessibility" />),
  )
}
