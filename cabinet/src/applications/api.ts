// /api/v1: the list of one's applications and one of them.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Iin } from '../citizens/iin.ts'
import type { Env } from '../web/context.ts'
import { problemAs } from '../web/problem-response.ts'
import { jsonAnswer, problemsOf } from '../web/schemas.ts'
import { DetailsSchema, KindSchema, ListSchema, StatusSchema } from './api-schemas.ts'
import { toDetails, toList } from './api-view.ts'
import { APPLICATION_ID } from './application.ts'
import { readCursor } from './cursor.ts'
import type { Details, ListPage, ListQuery } from './view.ts'

export type ApplicationApiNeeds = {
  readonly list: (iin: Iin, query: ListQuery) => Promise<ListPage>
  readonly details: (iin: Iin, id: string) => Promise<Details | undefined>
}

const common = { tags: ['applications'], security: [{ session: [] }] }

const list = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/applications',
  summary: 'One’s own applications, a row for each operation of one that has several',
  request: {
    query: z.object({
      kind: KindSchema.optional(),
      status: StatusSchema.optional(),
      q: z.string().max(100).optional().openapi({
        description: 'Part of the number (letters that look alike are equal), or words of the name of a kind',
      }),
      sort: z.enum(['newest', 'oldest']).default('newest'),
      cursor: z
        .string()
        .refine(text => readCursor(text) !== undefined, 'not a cursor of ours')
        .optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
  },
  responses: { 200: jsonAnswer('A page of the list', ListSchema), ...problemsOf([400, 401]) },
})

const details = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/applications/{id}',
  summary: 'One application: where it stands, until when, what can be done',
  request: { params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) }) },
  responses: { 200: jsonAnswer('The application', DetailsSchema), ...problemsOf([401, 404]) },
})

export function applicationApi(app: OpenAPIHono<Env>, needs: ApplicationApiNeeds): void {
  app.openapi(list, async c => {
    const { session, language } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    return c.json(toList(await needs.list(session.person.iin, c.req.valid('query')), language), 200)
  })

  app.openapi(details, async c => {
    const { session, language } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { id } = c.req.valid('param')
    const found = APPLICATION_ID.test(id) ? await needs.details(session.person.iin, id) : undefined
    return found ? c.json(toDetails(found, language), 200) : problemAs(c, 'not-found')
  })
}
