// Addresses of the profile's password.
import type { Context, Hono } from 'hono'
import type { Account } from '../accounts/account.ts'
import type { Iin } from '../citizens/iin.ts'
import { proofNeeded } from '../contacts/decide.ts'
import { signInAgain } from '../contacts/sign-in-again.tsx'
import type { Session } from '../sessions/session.ts'
import { changesStopped } from '../shield/changes-stopped.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import type { Faults } from '../web/fault.ts'
import { faultPage } from '../web/fault-page.tsx'
import { readForm, textOf } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { signedIn, signInAddress } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import { ChangedPage, ChangePage, ContactsFirstPage } from './change-page.tsx'
import { type ChangeOutcome, mayHavePassword, type PasswordChange } from './change-password.ts'

export type PasswordPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly findAccount: (iin: Iin) => Promise<Account | undefined>
  readonly changePassword: (change: PasswordChange) => Promise<ChangeOutcome>
  readonly now: () => Date
}

const AT = '/:language{kk|ru|en}/profile/password'

export function passwordPages(app: Hono<Env>, needs: PasswordPageNeeds): void {
  app.get(
    AT,
    signedIn((c, session) => form(c, needs, session)),
  )
  app.get(
    `${AT}/changed`,
    signedIn(c => c.html(documentOf(<ChangedPage frame={frameOf(c, needs.assets)} />))),
  )
  app.post(
    AT,
    signedIn((c, session) => change(c, needs, session)),
  )
}

type Wrong = Faults<'current' | 'password'>

async function form(
  c: Context<Env>,
  needs: PasswordPageNeeds,
  session: Session,
  faults: Wrong = {},
): Promise<Response> {
  const { iin } = session.person
  const account = await needs.findAccount(iin)
  const frame = frameOf(c, needs.assets)
  if (!mayHavePassword(account))
    return c.html(documentOf(<ContactsFirstPage frame={frame} />), c.req.method === 'GET' ? 200 : MISSING)
  const hasPassword = account?.hasPassword ?? false
  const proof = proofNeeded(session, hasPassword, needs.now())
  const t = frame.t.registration.change.password
  if (proof === 'sign-in-again') return signInAgain(c, frame, t.firstTitle)
  const page = <ChangePage {...{ frame, iin, hasPassword, faults }} asksCurrent={proof === 'password'} />
  return faultPage(c, page, faults, needs.now())
}

const MISSING = PROBLEMS['contacts-missing'].status

async function change(c: Context<Env>, needs: PasswordPageNeeds, session: Session): Promise<Response> {
  const { current, password } = await readForm(c)
  const secret = needs.cookies.read(c, 'session') ?? ''
  const typed = { current: textOf(current), password: textOf(password) }
  const outcome = await needs.changePassword({ session, secret, ...typed, visitor: needs.visitor(c) })
  if (outcome.kind === 'faults') return form(c, needs, session, outcome.faults)
  if (outcome.kind === 'refusal' && outcome.code === 'changes-stopped') return changesStopped(c, needs.assets)
  if (outcome.kind === 'refusal')
    return outcome.code === 'not-signed-in' ? c.redirect(signInAddress(c), 303) : form(c, needs, session)
  c.header('Set-Cookie', needs.cookies.write('session', outcome.secret), { append: true })
  return c.redirect(`/${c.get('language')}/profile/password/changed`, 303)
}
