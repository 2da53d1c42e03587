// /api/v1: drawing up a statement of withdrawal, signing it, and what stays afterwards.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { PendingSignatureSchema } from '../applications/api-schemas.ts'
import { toPendingSignature } from '../applications/api-view.ts'
import { SHOWN_STATUSES, shown } from '../applications/application.ts'
import { almatyIso } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import { DOWNLOADS, type Download, type Downloaded } from '../evidence/download.ts'
import type { Env } from '../web/context.ts'
import type { Language } from '../web/language.ts'
import { problemAs } from '../web/problem-response.ts'
import { jsonAnswer, jsonBody, Moment, problemsOf } from '../web/schemas.ts'
import type { SignInput } from './sign-draft.ts'
import type { StartDraftOutcome } from './start-draft.ts'
import type { Draft, SignOutcome } from './withdrawal.ts'

export type WithdrawalApiNeeds = {
  readonly startDraft: (iin: Iin, applicationId: string) => Promise<StartDraftOutcome>
  readonly findDraft: (iin: Iin, draftId: string) => Promise<Draft | undefined>
  readonly sign: (input: SignInput) => Promise<SignOutcome>
  readonly download: (iin: Iin, registration: string, what: Downloaded) => Promise<Download | 'erased' | undefined>
}

const DraftAnswer = z
  .object({
    id: z.string(),
    document: z.object({
      mediaType: z.literal('application/pdf'),
      bytes: z.string().openapi({ description: 'The very bytes to sign, base64' }),
      sha256: z.string(),
    }),
    methods: z.array(z.enum(['eds', 'qr'])),
    state: z.enum(['open', 'checking', 'withdrawn', 'expired', 'stopped', 'overtaken', 'used-up']),
    expiresAt: Moment,
    signature: PendingSignatureSchema.nullable(),
  })
  .openapi('WithdrawalDraft')

const Withdrawn = z
  .object({
    registration: z.object({ number: z.string(), receivedAt: Moment, registeredAt: Moment }),
    application: z.object({ id: z.string(), number: z.string(), status: z.enum(SHOWN_STATUSES) }),
    revocation: z
      .object({ source: z.enum(['ocsp', 'crl']), at: Moment })
      .nullable()
      .openapi({
        description:
          'By what the certificate was found not revoked, and for which moment; null before this was checked',
      }),
    timestamp: z
      .object({ at: Moment, authority: z.string() })
      .nullable()
      .openapi({ description: 'The time stamp over the signature, when one was asked for' }),
  })
  .openapi('Withdrawn')

const Checking = z
  .object({
    state: z.literal('checking'),
    receivedAt: Moment,
    until: Moment.openapi({ description: 'So long the authority is asked; then the application stays in force' }),
  })
  .openapi('Checking')
const param = (name: string) =>
  z
    .string()
    .max(100)
    .openapi({ param: { name, in: 'path' } })
const common = { tags: ['withdrawal'] }
const secured = { ...common, security: [{ session: [] }] }

const startDraft = createRoute({
  ...secured,
  method: 'post',
  path: '/api/v1/applications/{id}/withdrawal-drafts',
  summary: 'The statement to sign; the same while it lives and nothing changed',
  request: { params: z.object({ id: param('id') }) },
  responses: { 201: jsonAnswer('The draft', DraftAnswer), ...problemsOf([401, 403, 404, 409, 410, 422, 429, 503]) },
})

const readDraft = createRoute({
  ...secured,
  method: 'get',
  path: '/api/v1/withdrawal-drafts/{id}',
  summary: 'A draft again',
  request: { params: z.object({ id: param('id') }) },
  responses: { 200: jsonAnswer('The draft', DraftAnswer), ...problemsOf([401, 404]) },
})

const sign = createRoute({
  ...common,
  method: 'post',
  path: '/api/v1/withdrawal-drafts/{id}/signature',
  summary: 'The signature that withdraws. It authorises itself: no session is asked for',
  request: {
    params: z.object({ id: param('id') }),
    headers: z.object({ 'idempotency-key': z.string().min(1).max(200).optional() }),
    body: jsonBody(
      z
        .strictObject({ cms: z.string().openapi({ description: 'Attached or detached, base64 or PEM' }) })
        .openapi('Signature'),
    ),
  },
  responses: {
    201: jsonAnswer('Withdrawn', Withdrawn),
    202: jsonAnswer('Received and being checked; send the same again after Retry-After to learn the end', Checking),
    ...problemsOf([400, 403, 404, 409, 410, 413, 422]),
  },
})

const evidence = createRoute({
  ...secured,
  method: 'get',
  path: '/api/v1/withdrawals/{registration}/{piece}',
  summary: 'The receipt, the archive of evidence; what was signed, and the signature, byte for byte',
  request: {
    params: z.object({
      registration: param('registration'),
      piece: z.enum(DOWNLOADS).openapi({ param: { name: 'piece', in: 'path' } }),
    }),
  },
  responses: {
    200: {
      description: 'PDF, ZIP or CMS',
      content: { 'application/pdf': {}, 'application/zip': {}, 'application/cms': {} },
    },
    ...problemsOf([401, 404, 410]),
  },
})

export function withdrawalApi(app: OpenAPIHono<Env>, needs: WithdrawalApiNeeds): void {
  app.openapi(startDraft, async c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const outcome = await needs.startDraft(session.person.iin, c.req.valid('param').id)
    if (outcome.kind === 'draft') return c.json(toAnswer(outcome.draft, c.var.language), 201)
    return problemAs(c, outcome.code, outcome.registration ? { registration: outcome.registration } : {})
  })

  app.openapi(readDraft, async c => {
    const { session, language } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const draft = await needs.findDraft(session.person.iin, c.req.valid('param').id)
    return draft ? c.json(toAnswer(draft, language), 200) : problemAs(c, 'not-found')
  })

  app.openapi(sign, async c => {
    const idempotencyKey = c.req.valid('header')['idempotency-key']
    const { id: draftId } = c.req.valid('param')
    const outcome = await needs.sign({ draftId, cms: c.req.valid('json').cms, idempotencyKey, by: 'api' })
    if (outcome.kind === 'withdrawn') return c.json(toWithdrawn(outcome), 201)
    if (outcome.kind === 'checking') return c.json(toChecking(outcome), 202, { 'Retry-After': CHECK_AGAIN })
    return problemAs(c, outcome.code, outcome.registration ? { registration: outcome.registration } : {})
  })

  app.openapi(evidence, async c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { registration, piece } = c.req.valid('param')
    const found = await needs.download(session.person.iin, registration, piece)
    if (found === 'erased') return problemAs(c, 'evidence-erased')
    return found ? answerWith(found, registration, piece) : problemAs(c, 'not-found')
  })
}

function toAnswer(draft: Draft, language: Language) {
  const { id, document, sha256, methods, state, expiresAt } = draft
  const signature = toPendingSignature(draft.signature, language)
  const bytes = Buffer.from(document).toString('base64')
  const told = { mediaType: 'application/pdf' as const, bytes, sha256 }
  return { id, document: told, methods: [...methods], state, expiresAt: almatyIso(expiresAt), signature }
}

function toWithdrawn({ registration }: Extract<SignOutcome, { kind: 'withdrawn' }>) {
  const { number, receivedAt, registeredAt, application, revocation, timestamp } = registration
  return {
    registration: { number, receivedAt: almatyIso(receivedAt), registeredAt: almatyIso(registeredAt) },
    application: { id: application.id, number: application.number, status: shown('withdrawn') },
    revocation: revocation ? { source: revocation.source, at: almatyIso(revocation.at) } : null,
    timestamp: timestamp ? { at: almatyIso(timestamp.at), authority: timestamp.authority } : null,
  }
}

function toChecking({ receivedAt, until }: Extract<SignOutcome, { kind: 'checking' }>) {
  return { state: 'checking' as const, receivedAt: almatyIso(receivedAt), until: almatyIso(until) }
}

const CHECK_AGAIN = '30' // seconds, as the page that waits refreshes itself

const EXTENSIONS = { receipt: 'pdf', evidence: 'zip', statement: 'pdf', signature: 'cms' } as const satisfies Record<
  Downloaded,
  string
>

/** Typed as no answer, as problemAs is: bytes have no schema. */
function answerWith({ mediaType, content }: Download, registration: string, what: Downloaded): never {
  const ascii = `withdrawal-${registration.replace(/\D/g, '')}-${what}.${EXTENSIONS[what]}`
  const headers = { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${ascii}"` }
  return new Response(new Uint8Array(content), { headers }) as never
}
