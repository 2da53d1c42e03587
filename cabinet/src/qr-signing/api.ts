// /api/v1: signing in with eGov Mobile, for programs that show the code themselves. The page's island asks here how it stands.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { almatyIso } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { EnterOutcome, Proof } from '../sessions/enter.ts'
import type { Visitor } from '../sessions/visitor.ts'
import { PersonAnswer, told as toldOfPerson } from '../sign-in/person-answer.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, keepSecrets } from '../web/cookies.ts'
import { problemAs } from '../web/problem-response.ts'
import type { ProblemCode } from '../web/problems.ts'
import { jsonAnswer, Moment, problemsOf } from '../web/schemas.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { Addresses } from './addresses.ts'
import type { Completion, CompletionInput } from './complete-operation.ts'
import { stateAt } from './decide.ts'
import { type Operation, type OperationFacts, SHOWN_STATES, type ShownState } from './operation.ts'
import type { StartInput } from './start-operation.ts'
import type { NewOperation } from './store.ts'

export type QrApiNeeds = {
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly addresses: Addresses
  readonly mayBegin: (address: string) => Promise<{ readonly allowed: boolean }>
  readonly start: (input: StartInput) => Promise<NewOperation | undefined>
  readonly find: (id: string, starter: string) => Promise<Operation | undefined>
  readonly cancel: (id: string, starter: string, now: Date) => Promise<void>
  readonly complete: (input: CompletionInput) => Promise<Completion>
  readonly takeBack: (id: string, starter: string, refused: ProblemCode) => Promise<void>
  readonly enter: (iin: Iin, by: 'egov-mobile', visitor: Visitor, proof: Proof) => Promise<EnterOutcome>
  readonly now: () => Date
}

const PURPOSE = 'sign-in'
const PATH = '/api/v1/sign-in/qr-operations'

/** The page that waits asks here by itself every few seconds: no sign that somebody is at the screen. */
export const QR_LOOK = new RegExp(`^${PATH}/[^/]+$`)

const OperationAnswer = z
  .object({
    id: z.string(),
    qr: z.string().openapi({ description: 'The text of the QR code', example: 'mobileSign:https://…/mgovSign/…' }),
    link: z.string().openapi({ description: 'Opens eGov Mobile on the same device' }),
    code: z.string().openapi({ description: 'Two digits for the person to compare with those on the phone' }),
    expiresAt: Moment,
    state: z.enum(SHOWN_STATES),
    problem: z.string().nullable().openapi({ description: 'Why the signature was not accepted, or not yet' }),
  })
  .openapi('QrOperation')

const NewOperationBody = z.strictObject({ purpose: z.literal(PURPOSE).default(PURPOSE) }).openapi('NewQrOperation')
const Id = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

const begin = createRoute({
  method: 'post',
  path: PATH,
  tags: ['sign-in'],
  summary: 'A code for eGov Mobile: used once, five minutes, by the browser that asked',
  request: { body: { content: { 'application/json': { schema: NewOperationBody } }, required: false } },
  responses: { 201: jsonAnswer('Made', OperationAnswer), ...problemsOf([400, 403, 429]) },
})

const look = createRoute({
  method: 'get',
  path: `${PATH}/{id}`,
  tags: ['sign-in'],
  summary: 'How it stands; for the browser that began',
  request: { params: Id },
  responses: { 200: jsonAnswer('The operation', OperationAnswer), ...problemsOf([400, 404]) },
})

const end = createRoute({
  method: 'delete',
  path: `${PATH}/{id}`,
  tags: ['sign-in'],
  summary: 'The code is no longer wanted',
  request: { params: Id },
  responses: { 204: { description: 'It no longer works, or had ended before' }, ...problemsOf([400, 403, 404]) },
})

const complete = createRoute({
  method: 'post',
  path: `${PATH}/{id}/completion`,
  tags: ['sign-in'],
  summary: 'Signed on the phone: come in, once',
  request: { params: Id },
  responses: {
    200: jsonAnswer('Signed in; the session is a cookie', z.object({ person: PersonAnswer })),
    ...problemsOf([400, 403, 404, 409, 410, 422, 503]),
  },
})

export function qrApi(app: OpenAPIHono<Env>, needs: QrApiNeeds): void {
  const { cookies } = needs
  const own = async (c: Context<Env>, id: string) => {
    const starter = cookies.read(c, 'starter')
    const operation = starter === undefined ? undefined : await needs.find(id, starter)
    return operation && starter !== undefined ? { operation, starter } : undefined
  }

  app.openapi(begin, async c => {
    if (!(await needs.mayBegin(needs.visitor(c).address)).allowed) return problemAs(c, 'too-many-requests')
    const starter = cookies.read(c, 'starter')
    const made = await needs.start({ purpose: PURPOSE, language: c.var.language, starter })
    if (!made) throw new Error(`qr-signing: no purpose ${PURPOSE}`)
    c.header('Set-Cookie', cookies.write('starter', made.starter), { append: true })
    return c.json(told(needs, made.id, made, 'waiting', undefined), 201)
  })

  app.openapi(look, async c => {
    const { id } = c.req.valid('param')
    const found = await own(c, id)
    if (!found) return problemAs(c, 'qr-elsewhere')
    const { progress } = found.operation
    const problem = 'problem' in progress ? progress.problem : undefined
    return c.json(told(needs, id, found.operation, stateAt(found.operation, needs.now()), problem), 200)
  })

  app.openapi(end, async c => {
    const { id } = c.req.valid('param')
    const found = await own(c, id)
    if (!found) return problemAs(c, 'qr-elsewhere')
    await needs.cancel(id, found.starter, needs.now())
    return c.body(null, 204)
  })

  app.openapi(complete, async c => {
    const { id } = c.req.valid('param')
    const done = await needs.complete({ id, starter: cookies.read(c, 'starter'), purpose: PURPOSE })
    if (done.kind === 'refusal') return problemAs(c, done.code)
    const entered = await needs.enter(done.signer, 'egov-mobile', needs.visitor(c), { since: done.operation.madeAt })
    if (entered.kind === 'refusal') {
      await needs.takeBack(id, done.starter, entered.code)
      return problemAs(c, entered.code)
    }
    keepSecrets(c, cookies, entered.secrets)
    return c.json({ person: toldOfPerson(entered.person) }, 200)
  })
}

function told({ addresses }: QrApiNeeds, id: string, facts: OperationFacts, state: ShownState, problem?: string) {
  return {
    id,
    qr: addresses.qrText(id),
    link: addresses.launchLink(id),
    code: String(facts.confirmation),
    expiresAt: almatyIso(facts.expiresAt),
    state,
    problem: problem ?? null,
  }
}
