// /api/v1: a document of one's own application, as PDF.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { APPLICATION_ID } from '../applications/application.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Env } from '../web/context.ts'
import { sendPdf } from '../web/download.ts'
import { problemAs } from '../web/problem-response.ts'
import { problemsOf } from '../web/schemas.ts'
import { downloadOf } from './download-of.ts'
import type { SavedDocument } from './read-document.ts'

export type DocumentApiNeeds = {
  readonly read: (iin: Iin, id: string, kind: DocumentKind) => Promise<SavedDocument | undefined>
}

const document = createRoute({
  tags: ['applications'],
  security: [{ session: [] }],
  method: 'get',
  path: '/api/v1/applications/{id}/documents/{kind}',
  summary: 'The receipt, or the application as filed; sent by the fund, or made here from its record',
  request: {
    params: z.object({
      id: z.string().openapi({ param: { name: 'id', in: 'path' } }),
      kind: z.enum(DOCUMENT_KINDS).openapi({ param: { name: 'kind', in: 'path' } }),
    }),
  },
  responses: {
    200: {
      description: 'The document',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problemsOf([400, 401, 404]),
  },
})

export function documentApi(app: OpenAPIHono<Env>, { read }: DocumentApiNeeds): void {
  app.openapi(document, async c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { id, kind } = c.req.valid('param')
    const found = APPLICATION_ID.test(id) ? await read(session.person.iin, id, kind) : undefined
    return found ? sendPdf(c, downloadOf(found, kind, c.var.language)) : problemAs(c, 'not-found')
  })
}
