// Addresses of signing in and out.
import type { Context, Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { ownPath } from '../web/signed-in.ts'
import { SignInPage } from './page.tsx'
import type { SignInInput, SignInOutcome } from './sign-in.ts'

export type SignInPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly ncalayerUrl: string
  signIn(input: SignInInput): Promise<SignInOutcome>
  signOut(session: string | undefined): Promise<void>
}

export function signInPages(app: Hono<Env>, needs: SignInPageNeeds): void {
  app.get('/:language{kk|ru|en}/sign-in', c =>
    c.get('session') ? c.redirect(nextOf(c) ?? servicesOf(c), 303) : page(c, needs),
  )

  app.post('/:language{kk|ru|en}/sign-in', async c => {
    const { challenge, cms } = await readForm(c)
    if (typeof challenge !== 'string' || typeof cms !== 'string' || !cms) return page(c, needs, 'signature-missing')
    const carried = { starter: needs.cookies.read(c, 'starter'), before: needs.cookies.read(c, 'session') }
    const outcome = await needs.signIn({ challenge, cms, ...carried })
    if (outcome.kind === 'refusal') return page(c, needs, outcome.code)
    c.header('Set-Cookie', needs.cookies.write('session', outcome.session), { append: true })
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
