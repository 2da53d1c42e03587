// /core/v1: the fund's core sends the documents of an application as PDF.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DOCUMENT_KINDS } from '../applications/view.ts'
import type { Act } from '../audit/act.ts'
import type { CoreKey } from '../intake/core-key.ts'
import { coreProblem } from '../intake/core-problems.ts'
import { type CoreEnv, keyGuard } from '../intake/key-guard.ts'
import { ApplicationId } from '../intake/message.ts'
import type { CoreCaller } from '../intake/receive-application.ts'
import type { Env } from '../web/context.ts'
import { MAX_DOCUMENT } from './decide.ts'
import type { ReceiveOutcome, SentMessage } from './receive-document.ts'

export type CoreDocumentNeeds = {
  readonly receive: (sent: SentMessage, by: CoreCaller) => Promise<ReceiveOutcome>
  readonly findKey: (authorization: string | undefined) => Promise<CoreKey | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

const ReceivedSchema = z
  .object({ version: z.number().int(), size: z.number().int(), sha256: z.string() })
  .openapi('ReceivedDocument')
const answer = (description: string) => ({ description, content: { 'application/json': { schema: ReceivedSchema } } })

const document = createRoute({
  tags: ['core'],
  security: [{ coreKey: [] }],
  method: 'put',
  path: '/core/v1/applications/{id}/documents/{kind}',
  summary: 'A document of an application as PDF; idempotent by content, another one is a new version',
  request: {
    params: z.object({
      id: ApplicationId.openapi({ param: { name: 'id', in: 'path' } }),
      kind: z.enum(DOCUMENT_KINDS).openapi({ param: { name: 'kind', in: 'path' } }),
    }),
    body: {
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
      description: `At most ${MAX_DOCUMENT} bytes`,
      required: true,
    },
  },
  responses: {
    200: answer('Known; or another one, which is shown from now on'),
    201: answer('The first of its kind'),
    400: { description: 'The id or the kind is not as described, or nothing was sent (problem details)' },
    401: { description: 'No known key (problem details)' },
    403: { description: 'The key lacks the scope (problem details)' },
    404: { description: 'No such application (problem details)' },
    413: { description: 'Too large: `limit` says how much is taken (problem details)' },
    415: { description: 'Not sent as application/pdf (problem details)' },
    422: { description: 'Not a whole PDF (problem details)' },
  },
})

const plain = (c: Context<CoreEnv>) => c as unknown as Context<Env>

export function coreDocumentApi(app: OpenAPIHono<Env>, needs: CoreDocumentNeeds): void {
  const core = app as unknown as OpenAPIHono<CoreEnv>
  core.on(
    ['PUT'],
    '/core/v1/applications/:id/documents/:kind',
    keyGuard(needs, 'intake'),
    bodyLimit({
      maxSize: MAX_DOCUMENT,
      onError: c => coreProblem(c as Context<Env>, 'document-too-large', { limit: MAX_DOCUMENT }),
    }),
  )
  core.openapi(document, async c => {
    if (!isPdfType(c.req.header('Content-Type'))) return coreProblem(plain(c), 'media-type-unsupported')
    const content = new Uint8Array(await c.req.arrayBuffer())
    const sent = { ...c.req.valid('param'), content }
    const outcome = await needs.receive(sent, { key: c.get('coreKey'), request: c.get('requestId') })
    if (outcome.kind === 'refused') return coreProblem(plain(c), outcome.problem)
    const { version, size, sha256 } = outcome
    return c.json({ version, size, sha256 }, outcome.kind === 'created' ? 201 : 200)
  })
}

function isPdfType(contentType: string | undefined): boolean {
  return /^application\/pdf\s*(;|$)/i.test(contentType ?? '')
}
