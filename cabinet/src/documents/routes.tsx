// Addresses of the documents of an application.
import type { Hono } from 'hono'
import { APPLICATION_ID } from '../applications/application.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { sendPdf } from '../web/download.ts'
import { notFoundPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { downloadOf } from './download-of.ts'
import type { SavedDocument } from './read-document.ts'

export type DocumentPageNeeds = {
  readonly assets: Assets
  read(iin: Iin, id: string, kind: DocumentKind): Promise<SavedDocument | undefined>
}

export function documentPages(app: Hono<Env>, { assets, read }: DocumentPageNeeds): void {
  for (const kind of DOCUMENT_KINDS)
    app.get(
      `/:language{kk|ru|en}/applications/:id/documents/${kind}`,
      signedIn(async (c, { person }) => {
        const id = c.req.param('id') ?? ''
        const found = APPLICATION_ID.test(id) ? await read(person.iin, id, kind) : undefined
        return found ? sendPdf(c, downloadOf(found, kind, c.get('language'))) : notFoundPage(c, assets)
      }),
    )
}
