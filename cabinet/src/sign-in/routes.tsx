// Addresses of signing in and out.
import type { Context, Hono } from 'hono'
import type { EnterOutcome } from '../sessions/enter.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, keepSecrets } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { ownPath } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import { SignInPage } from './page.tsx'
import type { SignInInput } from './sign-in.ts'

export type SignInPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly ncalayerUrl: string
  readonly visitor: ReadVisitor
  signIn(input: SignInInput): Promise<EnterOutcome>
  signOut(session: string | undefined): Promise<void>
}

export function signInPages(app: Hono<Env>, needs: SignInPageNeeds): void {
  app.get('/:language{kk|ru|en}/sign-in', c =>
    c.get('session') ? c.redirect(nextOf(c) ?? servicesOf(c), 303) : page(c, needs),
  )

  app.post('/:language{kk|ru|en}/sign-in', async c => {
    const { challenge, cms } = await readForm(c)
    if (typeof challenge !== 'string' || typeof cms !== 'string' || !cms) return page(c, needs, 'signature-missing')
    const starter = needs.cookies.read(c, 'starter')
    const outcome = await needs.signIn({ challenge, cms, starter, visitor: needs.visitor(c) })
    if (outcome.kind === 'refusal') return page(c, needs, outcome.code)
    keepSecrets(c, needs.cookies, outcome.secrets)
    return c.redirect(nextOf(c) ?? servicesOf(c), 303)
  })

  app.post('/:language{kk|ru|en}/sign-out', async c => {
    await needs.signOut(needs.cookies.read(c, 'session'))
    c.header('Set-Cookie', needs.cookies.forget('session'), { append: true })
    return c.redirect(`/${c.get('language')}/sign-in`, 303)
  })
}

function page(c: Context<Env>, { assets, ncalayerUrl }: SignInPageNeeds, refused?: ProblemCode): Response {
  const view = <SignInPage frame={frameOf(c, assets)} ncalayerUrl={ncalayerUrl} next={nextOf(c)} refused={refused} />
  return refused ? c.html(documentOf(view), PROBLEMS[refused].status, retryAfter(refused)) : c.html(documentOf(view))
}

function nextOf(c: Context<Env>): string | undefined {
  return ownPath(c.req.query('next'))
}

function servicesOf(c: Context<Env>): string {
  return `/${c.get('language')}/services`
}
