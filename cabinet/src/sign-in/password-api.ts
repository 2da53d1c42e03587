// /api/v1: signing in by IIN and password.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { almatyIso } from '../calendar/almaty.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, keepSecrets } from '../web/cookies.ts'
import { problemAs } from '../web/problem-response.ts'
import { jsonAnswer, jsonBody, problemsOf } from '../web/schemas.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { PasswordSignIn, PasswordSignInOutcome } from './password.ts'
import { PersonAnswer, told } from './person-answer.ts'

export type PasswordApiNeeds = {
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly signInByPassword: (input: PasswordSignIn) => Promise<PasswordSignInOutcome>
  readonly now: () => Date
}

/** No limits on length here: what is too long is answered by the use case as any other wrong password is. */
const PasswordSignInBody = z.strictObject({ iin: z.string(), password: z.string() }).openapi('PasswordSignIn')

const byPassword = createRoute({
  method: 'post',
  path: '/api/v1/sign-in/password',
  tags: ['sign-in'],
  summary: 'Sign in by IIN and password; such a session reads, and withdrawing needs a signature all the same',
  description:
    'The same 401 whether the IIN is known or not. 429 `too-many-tries` has the member `again`, the moment from which ' +
    'on a password is looked at again, and `Retry-After`; the other ways to sign in stay open.',
  request: { body: jsonBody(PasswordSignInBody) },
  responses: {
    200: jsonAnswer('Signed in; the session is a cookie', z.object({ person: PersonAnswer })),
    ...problemsOf([400, 401, 403, 413, 422, 429, 503]),
  },
})

export function passwordApi(app: OpenAPIHono<Env>, needs: PasswordApiNeeds): void {
  app.openapi(byPassword, async c => {
    const outcome = await needs.signInByPassword({ ...c.req.valid('json'), visitor: needs.visitor(c) })
    if (outcome.kind === 'signed-in') {
      keepSecrets(c, needs.cookies, outcome.secrets)
      return c.json({ person: told(outcome.person) }, 200)
    }
    const again = 'again' in outcome ? outcome.again : undefined
    if (!again) return problemAs(c, outcome.code)
    c.header('Retry-After', String(secondsUntil(again, needs.now())))
    return problemAs(c, outcome.code, { again: almatyIso(again) })
  })
}

function secondsUntil(at: Date, now: Date): number {
  return Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000))
}
