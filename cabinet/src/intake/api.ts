// /core/v1: what the fund's core tells us. Bearer keys, idempotent calls, refusals with the true state.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { STATES } from '../applications/application.ts'
import type { Act } from '../audit/act.ts'
import type { Env } from '../web/context.ts'
import type { CoreKey } from './core-key.ts'
import { coreProblem } from './core-problems.ts'
import { type CoreEnv, keyGuard } from './key-guard.ts'
import { ApplicationId, ApplicationMessage, ClaimMessage, StatusEventMessage } from './message.ts'
import type { CoreCaller, CoreOutcome } from './receive-application.ts'

export type CoreApiNeeds = {
  readonly receive: (id: string, message: ApplicationMessage, by: CoreCaller) => Promise<CoreOutcome>
  readonly claim: (id: string, claimId: string, by: CoreCaller) => Promise<CoreOutcome>
  readonly release: (id: string, claimId: string, by: CoreCaller) => Promise<CoreOutcome>
  readonly recordEvent: (event: StatusEventMessage, by: CoreCaller) => Promise<CoreOutcome>
  readonly findKey: (authorization: string | undefined) => Promise<CoreKey | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

const Params = z.object({ id: ApplicationId.openapi({ param: { name: 'id', in: 'path' } }) })
const State = z.strictObject({ state: z.enum(STATES) }).openapi('State')
const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } }, required: true })
const answer = (description: string) => ({ description, content: { 'application/json': { schema: State } } })
const problems = {
  400: { description: 'The message is not as the schema says (problem details)' },
  401: { description: 'No known key (problem details)' },
  403: { description: 'The key lacks the scope (problem details)' },
  409: { description: 'Contradicts what we hold: `code` and `state` say how (problem details)' },
}
const common = { tags: ['core'], security: [{ coreKey: [] }] }
const by = (c: Context): CoreCaller => ({ key: c.get('coreKey'), request: c.get('requestId') })

/** Typed as no answer, as coreProblem is: the routes differ in the statuses that they may give. */
function reply(c: Context, outcome: CoreOutcome): never {
  if (outcome.kind === 'refused')
    return coreProblem(c as Context<Env>, outcome.problem, { state: outcome.state ?? null })
  return c.json({ state: outcome.state }, outcome.kind === 'created' ? 201 : 200) as never
}

const intake = createRoute({
  ...common,
  method: 'put',
  path: '/core/v1/applications/{id}',
  summary: 'An application, new or again; idempotent',
  request: { params: Params, body: json(ApplicationMessage.openapi('ApplicationMessage')) },
  responses: { 200: answer('Known; perhaps changed'), 201: answer('New'), ...problems },
})

const claim = createRoute({
  ...common,
  method: 'post',
  path: '/core/v1/applications/{id}/execution',
  summary: 'Claim before money moves: from here on the person cannot withdraw',
  request: { params: Params, body: json(ClaimMessage.openapi('Claim')) },
  responses: { 200: answer('Claimed before under this claim id'), 201: answer('Claimed'), ...problems },
})

const release = createRoute({
  ...common,
  method: 'delete',
  path: '/core/v1/applications/{id}/execution',
  summary: 'Give a claim back',
  request: { params: Params, body: json(ClaimMessage.openapi('Claim')) },
  responses: { 200: answer('Released, now or before'), ...problems },
})

const statusEvent = createRoute({
  ...common,
  method: 'post',
  path: '/core/v1/status-events',
  summary: 'Executed or refused; idempotent by id',
  request: { body: json(StatusEventMessage.openapi('StatusEvent')) },
  responses: { 200: answer('Known before'), 201: answer('Recorded'), ...problems },
})

export function coreApi(app: OpenAPIHono<Env>, needs: CoreApiNeeds): void {
  const core = app as unknown as OpenAPIHono<CoreEnv>
  core.on(['PUT'], '/core/v1/applications/:id', keyGuard(needs, 'intake'))
  core.use('/core/v1/applications/:id/execution', keyGuard(needs, 'execution'))
  core.use('/core/v1/status-events', keyGuard(needs, 'status'))
  core.openapi(intake, async c => reply(c, await needs.receive(c.req.valid('param').id, c.req.valid('json'), by(c))))
  core.openapi(claim, async c =>
    reply(c, await needs.claim(c.req.valid('param').id, c.req.valid('json').claimId, by(c))),
  )
  core.openapi(release, async c =>
    reply(c, await needs.release(c.req.valid('param').id, c.req.valid('json').claimId, by(c))),
  )
  core.openapi(statusEvent, async c => reply(c, await needs.recordEvent(c.req.valid('json'), by(c))))
}
