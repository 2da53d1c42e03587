// The HTTP application: what happens to every request, in order, and what is answered when nothing fits.
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { Session } from '../sessions/session.ts'
import { accessLog, type Log } from './access-log.ts'
import type { Env } from './context.ts'
import { type Beginnings, cookiesNeeded } from './cookies-needed.ts'
import { LANGUAGES } from './language.ts'
import { describeSecurity, OPENAPI_PATH, openapiDocument } from './openapi.ts'
import { ownSite } from './own-site.ts'
import { problem } from './problem-response.ts'
import type { ProblemCode } from './problems.ts'
import { requestLanguage } from './request-language.ts'
import { sameSiteOnly } from './same-site.ts'
import { securityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'

export type WebApp = OpenAPIHono<Env>

export type AppNeeds = {
  readonly publicUrl: string
  readonly ncalayerUrl: string
  readonly assetFolders: readonly string[]
  readonly log: Log
  readonly findSession: (c: Context<Env>) => Promise<Session | 'over' | undefined>
  readonly beginnings: Beginnings
  readonly refusalPage: (c: Context<Env>, code: ProblemCode) => Response
  readonly isReady: () => Promise<boolean>
}

const MAX_BODY = 1024 * 1024 // a signed statement in base64, with room
const FOR_PROGRAMS = /^\/(api|core|health|qr)\//
/** Documents of the core, behind its key, and files that anybody has checked: those routes have limits of their own. */
const LARGER = {
  PUT: /^\/core\/v1\/applications\/[^/]+\/documents\/[^/]+$/,
  POST: /^\/api\/v1\/verifications$|^\/(kk|ru|en)\/verify\/files$/,
}
const BODILESS = new Set(['GET', 'HEAD']) // to ask for their body is to make a whole Request, which costs as much as a small page
const isUnlimited = ({ method, path }: { method: string; path: string }) =>
  BODILESS.has(method) || ((method === 'PUT' || method === 'POST') && LARGER[method].test(path))
const WITHOUT_SESSION = /^\/(core|qr)\// // the core and eGov Mobile: a cookie means nothing there

/** `features` add their routes; each is a function of the application. */
export function webApp(needs: AppNeeds, features: readonly ((app: WebApp) => void)[]): WebApp {
  const refuse = (c: Context<Env>, code: ProblemCode) =>
    FOR_PROGRAMS.test(c.req.path) ? problem(c, code) : needs.refusalPage(c, code)
  const app: WebApp = new OpenAPIHono<Env>({ defaultHook: answerMistakes })

  app.use(accessLog(needs.log), securityHeaders(needs), requestLanguage, ownSite(needs.publicUrl))
  const limited = bodyLimit({ maxSize: MAX_BODY, onError: c => refuse(c as Context<Env>, 'too-large') })
  app.use((c, next) => (isUnlimited(c.req) ? next() : limited(c, next)))
  app.use(sameSiteOnly(needs.publicUrl, refuse))
  health(app, needs.isReady)
  staticFiles(app, needs.assetFolders)
  app.use(cookiesNeeded(needs.beginnings, refuse))
  app.use(async (c, next) => {
    const found = WITHOUT_SESSION.test(c.req.path) ? undefined : await needs.findSession(c)
    c.set('session', found === 'over' ? undefined : found)
    c.set('sessionOver', found === 'over')
    await next()
  })
  frontDoor(app)
  for (const feature of features) feature(app)
  describe(app)

  app.notFound(c => refuse(c, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(c, 'bad-request')
    needs.log('error', 'request-failed', { request: c.var.requestId, error: String(error.stack ?? error) })
    return refuse(c, 'internal')
  })
  return app
}

type Checked = { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }

/** Names each field that is not as the schema says. */
function answerMistakes(result: Checked, c: Context): Response | undefined {
  if (result.success) return undefined
  const errors = (result.error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }))
  return problem(c as Context<Env>, 'bad-request', { errors })
}

function health(app: WebApp, isReady: () => Promise<boolean>): void {
  app.get('/health/live', c => c.json({ live: true }))
  app.get('/health/ready', async c => {
    const ready = await isReady()
    return c.json({ ready }, ready ? 200 : 503)
  })
}

function frontDoor(app: WebApp): void {
  app.get('/', c => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(`/${c.var.language}/services`, 302)
  })
  for (const language of LANGUAGES) app.get(`/${language}`, c => c.redirect(`/${language}/services`, 302))
}

function describe(app: WebApp): void {
  describeSecurity(app)
  let made: string | undefined
  app.get(OPENAPI_PATH, c => {
    made ??= JSON.stringify(openapiDocument(app))
    return c.body(made, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })
}
