// /api/v1: signing a statement with eGov Mobile, for programs that show the code themselves. The page that waits asks here too.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { almatyIso } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Addresses } from '../qr-signing/addresses.ts'
import { stateAt } from '../qr-signing/decide.ts'
import type { Operation, OperationFacts, ShownState } from '../qr-signing/operation.ts'
import type { Visitor } from '../sessions/visitor.ts'
import type { Env } from '../web/context.ts'
import type { Language } from '../web/language.ts'
import { problemAs } from '../web/problem-response.ts'
import { jsonAnswer, Moment, problemsOf } from '../web/schemas.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { BegunByPhone } from './begin-by-phone.ts'

export type PhoneSigningApiNeeds = {
  readonly addresses: Addresses
  readonly visitor: ReadVisitor
  readonly mayBegin: (address: Visitor['address']) => Promise<{ readonly allowed: boolean }>
  readonly begin: (iin: Iin, draftId: string, language: Language) => Promise<BegunByPhone<Begun>>
  readonly findOf: (id: string, person: Iin) => Promise<Operation | undefined>
  readonly cancelOf: (id: string, person: Iin, now: Date) => Promise<void>
  readonly now: () => Date
}

type Begun = OperationFacts & { readonly id: string }

const PATH = '/api/v1/qr-operations'

/** The page that waits asks here by itself every few seconds: no sign that somebody is at the screen. */
export const PHONE_LOOK = new RegExp(`^${PATH}/[^/]+$`)

const STATES = ['waiting', 'scanned', 'signed', 'declined', 'expired', 'failed'] as const

/** What was cancelled on the page was declined by the person too. `completed` no statement becomes. */
const TOLD = {
  ...{ waiting: 'waiting', scanned: 'scanned', signed: 'signed', completed: 'signed' },
  ...{ declined: 'declined', cancelled: 'declined', failed: 'failed', expired: 'expired' },
} as const satisfies Record<ShownState, (typeof STATES)[number]>

const OperationAnswer = z
  .object({
    id: z.string(),
    draft: z.string().openapi({ description: 'The statement; once signed, its state tells what came of it' }),
    qr: z.string().openapi({ description: 'The text of the QR code', example: 'mobileSign:https://…/mgovSign/…' }),
    link: z.string().openapi({ description: 'Opens eGov Mobile on the same device' }),
    code: z.string().openapi({ description: 'Two digits for the person to compare with those on the phone' }),
    expiresAt: Moment,
    state: z.enum(STATES).openapi({
      description: 'signed: the signature was received; declined: on the phone, or ended by DELETE or a newer code',
    }),
    problem: z.string().nullable().openapi({ description: 'Why it failed or expired, when there is more to say' }),
  })
  .openapi('WithdrawalQrOperation')

const common = { tags: ['withdrawal'], security: [{ session: [] }] }
const OperationId = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

const begin = createRoute({
  ...common,
  method: 'post',
  path: '/api/v1/withdrawal-drafts/{id}/qr-operations',
  summary: 'A code for eGov Mobile: fifteen minutes, no longer than the draft; it ends those before',
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 201: jsonAnswer('Made', OperationAnswer), ...problemsOf([401, 403, 404, 409, 410, 429]) },
})

const look = createRoute({
  ...common,
  method: 'get',
  path: `${PATH}/{id}`,
  summary: 'How it stands; for the person whose statement it is',
  request: { params: OperationId },
  responses: { 200: jsonAnswer('The operation', OperationAnswer), ...problemsOf([400, 401, 404]) },
})

const end = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'The code is no longer wanted; a signature that has arrived before counts',
  request: { params: OperationId },
  responses: { 204: { description: 'It no longer works, or had ended before' }, ...problemsOf([400, 401, 403, 404]) },
})

export function phoneSigningApi(app: OpenAPIHono<Env>, needs: PhoneSigningApiNeeds): void {
  app.openapi(begin, async c => {
    const { session, language } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    if (!(await needs.mayBegin(needs.visitor(c).address)).allowed) return problemAs(c, 'too-many-requests')
    const begun = await needs.begin(session.person.iin, c.req.valid('param').id, language)
    if (begun.kind === 'refusal') return problemAs(c, begun.code)
    return c.json(told(needs, begun.operation.id, begun.operation, { state: 'waiting', problem: null }), 201)
  })

  app.openapi(look, async c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { id } = c.req.valid('param')
    const operation = await needs.findOf(id, session.person.iin)
    return operation
      ? c.json(told(needs, id, operation, standing(operation, needs.now())), 200)
      : problemAs(c, 'not-found')
  })

  app.openapi(end, async c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { id } = c.req.valid('param')
    if (!(await needs.findOf(id, session.person.iin))) return problemAs(c, 'not-found')
    await needs.cancelOf(id, session.person.iin, needs.now())
    return c.body(null, 204)
  })
}

type Standing = { readonly state: (typeof STATES)[number]; readonly problem: string | null }

function standing(operation: Operation, now: Date): Standing {
  const { progress, overtaken } = operation
  const state = TOLD[stateAt(operation, now)]
  if (state === 'expired' && overtaken) return { state, problem: 'draft-overtaken' }
  return { state, problem: 'problem' in progress ? (progress.problem ?? null) : null }
}

function told({ addresses }: PhoneSigningApiNeeds, id: string, facts: OperationFacts, standing: Standing) {
  return {
    id,
    draft: facts.draft ?? '',
    qr: addresses.qrText(id),
    link: addresses.launchLink(id),
    code: String(facts.confirmation),
    expiresAt: almatyIso(facts.expiresAt),
    ...standing,
  }
}
