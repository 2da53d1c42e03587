// /api/v1: signing in by EDS, signing out, who am I.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { almatyIso } from '../calendar/almaty.ts'
import type { EnterOutcome } from '../sessions/enter.ts'
import { WAYS } from '../sessions/session.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, keepSecrets, signedOut } from '../web/cookies.ts'
import { problemAs } from '../web/problem-response.ts'
import { jsonAnswer, jsonBody, Moment, problemsOf } from '../web/schemas.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { Challenge } from './challenge.ts'
import { PersonAnswer, told } from './person-answer.ts'
import { PURPOSES, type Purpose } from './purpose.ts'
import type { SignInInput } from './sign-in.ts'

export type SignInApiNeeds = {
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly mayBegin: (address: string) => Promise<{ readonly allowed: boolean }>
  readonly start: (starter: string | undefined, purpose: Purpose) => Promise<Challenge>
  readonly signIn: (input: SignInInput) => Promise<EnterOutcome>
  readonly signOut: (session: string | undefined) => Promise<void>
}

const ChallengeAnswer = z
  .object({
    id: z.string(),
    text: z.string().openapi({ description: 'What is signed, for people to read' }),
    bytes: z.string().openapi({ description: 'What is signed, base64' }),
    expiresAt: Moment,
  })
  .openapi('Challenge')

const Me = PersonAnswer.extend({ signedInBy: z.enum(WAYS), since: Moment, expiresAt: Moment }).openapi('Me')

const challenges = createRoute({
  method: 'post',
  path: '/api/v1/sign-in/challenges',
  tags: ['sign-in'],
  summary: 'What to sign in order to sign in: used once, five minutes, by the browser that asked',
  request: { query: z.object({ purpose: z.enum(PURPOSES).default('sign-in') }) },
  responses: { 201: jsonAnswer('Made', ChallengeAnswer), ...problemsOf([403, 429]) },
})

const eds = createRoute({
  method: 'post',
  path: '/api/v1/sign-in/eds',
  tags: ['sign-in'],
  summary: 'Sign in with a CMS over the challenge by an individual’s certificate',
  request: {
    body: jsonBody(z.strictObject({ challenge: z.string().max(100), cms: z.string().min(1) }).openapi('EdsSignIn')),
  },
  responses: {
    200: jsonAnswer('Signed in; the session is a cookie', z.object({ person: PersonAnswer })),
    ...problemsOf([400, 403, 410, 413, 422, 503]),
  },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/v1/sign-out',
  tags: ['sign-in'],
  summary: 'End the session',
  responses: { 204: { description: 'Ended, or there was none' }, ...problemsOf([403]) },
})

const me = createRoute({
  method: 'get',
  path: '/api/v1/me',
  tags: ['sign-in'],
  summary: 'Who is signed in',
  security: [{ session: [] }],
  responses: { 200: jsonAnswer('The person', Me), ...problemsOf([401]) },
})

export function signInApi(app: OpenAPIHono<Env>, needs: SignInApiNeeds): void {
  const { cookies } = needs
  app.openapi(challenges, async c => {
    if (!(await needs.mayBegin(needs.visitor(c).address)).allowed) return problemAs(c, 'too-many-requests')
    const { id, text, expiresAt, starter } = await needs.start(cookies.read(c, 'starter'), c.req.valid('query').purpose)
    c.header('Set-Cookie', cookies.write('starter', starter), { append: true })
    const bytes = Buffer.from(text, 'utf8').toString('base64')
    return c.json({ id, text, bytes, expiresAt: almatyIso(expiresAt) }, 201)
  })

  app.openapi(eds, async c => {
    const { challenge, cms } = c.req.valid('json')
    const starter = cookies.read(c, 'starter')
    const outcome = await needs.signIn({ challenge, cms, starter, visitor: needs.visitor(c) })
    if (outcome.kind === 'refusal') return problemAs(c, outcome.code)
    keepSecrets(c, cookies, outcome.secrets)
    return c.json({ person: told(outcome.person) }, 200)
  })

  app.openapi(signOut, async c => {
    await needs.signOut(cookies.read(c, 'session'))
    for (const line of signedOut(cookies)) c.header('Set-Cookie', line, { append: true })
    return c.body(null, 204)
  })

  app.openapi(me, c => {
    const { session } = c.var
    if (!session) return problemAs(c, 'not-signed-in')
    const { signedInBy, since, expiresAt } = session
    const answer = { ...told(session.person), signedInBy, since: almatyIso(since), expiresAt: almatyIso(expiresAt) }
    return c.json(answer, 200)
  })
}
