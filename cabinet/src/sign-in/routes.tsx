// Addresses of signing in, by EDS and by password, and of the help.
import type { Context, Hono } from 'hono'
import type { EnterOutcome } from '../sessions/enter.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { type Cookies, keepSecrets } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS } from '../web/problems.ts'
import { ownPath } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import { type Refused, SignInPage } from './page.tsx'
import type { PasswordSignIn, PasswordSignInOutcome } from './password.ts'
import type { SignInInput } from './sign-in.ts'

export type SignInPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly ncalayerUrl: string
  readonly visitor: ReadVisitor
  signIn(input: SignInInput): Promise<EnterOutcome>
  signInByPassword(input: PasswordSignIn): Promise<PasswordSignInOutcome>
  now(): Date
}

export function signInPages(app: Hono<Env>, needs: SignInPageNeeds): void {
  app.get('/:language{kk|ru|en}/sign-in', c =>
    c.get('session') ? c.redirect(nextOf(c) ?? servicesOf(c), 303) : page(c, needs),
  )
  app.get('/:language{kk|ru|en}/sign-in/help', c => c.redirect(`/${c.get('language')}/help/sign-in`, 301))
  app.get('/:language{kk|ru|en}/sign-in/password', c => c.redirect(`/${c.get('language')}${ownAddress(c)}`, 303))

  app.post('/:language{kk|ru|en}/sign-in', async c => {
    const { challenge, cms } = await readForm(c)
    if (typeof challenge !== 'string' || typeof cms !== 'string' || !cms)
      return page(c, needs, { code: 'signature-missing' })
    const starter = needs.cookies.read(c, 'starter')
    const outcome = await needs.signIn({ challenge, cms, starter, visitor: needs.visitor(c) })
    return outcome.kind === 'refusal' ? page(c, needs, outcome) : goOn(c, needs, outcome)
  })

  app.post('/:language{kk|ru|en}/sign-in/password', async c => {
    const { iin, password } = await readForm(c)
    const typed = { iin: textOf(iin), password: textOf(password) }
    const outcome = await needs.signInByPassword({ ...typed, visitor: needs.visitor(c) })
    if (outcome.kind === 'signed-in') return goOn(c, needs, outcome)
    const again = 'again' in outcome ? outcome.again : undefined
    return page(c, needs, { code: outcome.code, typed: typed.iin.slice(0, MAX_TYPED), again })
  })
}

const MAX_TYPED = 40 // of what was typed for an IIN, this much is shown again

/** A field that is missing or is a file says nothing. */
function textOf(field: unknown): string {
  return typeof field === 'string' ? field : ''
}

type SignedIn = Extract<EnterOutcome, { kind: 'signed-in' }>

function goOn(c: Context<Env>, { cookies }: SignInPageNeeds, { secrets }: SignedIn): Response {
  keepSecrets(c, cookies, secrets)
  return c.redirect(nextOf(c) ?? servicesOf(c), 303)
}

function page(c: Context<Env>, { assets, ncalayerUrl, now }: SignInPageNeeds, refused?: Refused): Response {
  const view = (
    <SignInPage
      frame={frameOf(c, assets, ownAddress(c))}
      ncalayerUrl={ncalayerUrl}
      next={nextOf(c)}
      refused={refused}
    />
  )
  if (!refused) return c.html(documentOf(view))
  const { code, again } = refused
  const later = again ? { 'Retry-After': String(secondsUntil(again, now())) } : retryAfter(code)
  return c.html(documentOf(view), PROBLEMS[code].status, later)
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000))
}

/** This page in any language, whichever of its forms was posted. */
function ownAddress(c: Context<Env>): string {
  const next = nextOf(c)
  return `/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`
}

/** Where one was going, in the language that one reads now. */
function nextOf(c: Context<Env>): string | undefined {
  return ownPath(c.req.query('next'))?.replace(/^\/(kk|ru|en)(?=\/)/, `/${c.get('language')}`)
}

function servicesOf(c: Context<Env>): string {
  return `/${c.get('language')}/services`
}
