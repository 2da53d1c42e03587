// Addresses of the profile's mail and phone. Only for whoever is signed in; what is changed is proved twice.
import type { Context, Hono } from 'hono'
import type { Account } from '../accounts/account.ts'
import type { Channel } from '../accounts/contact.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Session } from '../sessions/session.ts'
import { changesStopped } from '../shield/changes-stopped.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import type { Fault, Faults } from '../web/fault.ts'
import { faultPage } from '../web/fault-page.tsx'
import { readForm, shownAgain, textOf } from '../web/form.ts'
import type { Language } from '../web/language.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import type { ProblemCode } from '../web/problems.ts'
import { signedIn, signInAddress } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { AskedChange, AskOutcome } from './ask-change.ts'
import { CodePage } from './code-page.tsx'
import type { CodeOutcome, EnteredCode } from './confirm-change.ts'
import { proofNeeded } from './decide.ts'
import { ChangePage, ContactsPage } from './page.tsx'
import { signInAgain } from './sign-in-again.tsx'
import type { ContactChange } from './store.ts'

export type ContactPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly visitor: ReadVisitor
  readonly findAccount: (iin: Iin) => Promise<Account | undefined>
  readonly findChange: (iin: Iin, starter: string) => Promise<ContactChange | undefined>
  readonly askChange: (asked: AskedChange) => Promise<AskOutcome>
  readonly confirmChange: (entered: EnteredCode) => Promise<CodeOutcome>
  readonly sendAgain: (asked: { iin: Iin; starter: string; language: Language }) => Promise<CodeOutcome>
  readonly now: () => Date
}

const AT = '/:language{kk|ru|en}/profile/contacts'
const CHANGES = { mail: 'mail', phone: 'sms' } as const satisfies Record<string, Channel>

export function contactPages(app: Hono<Env>, needs: ContactPageNeeds): void {
  app.get(
    AT,
    signedIn(async (c, { person }) => {
      const account = await needs.findAccount(person.iin)
      const changed = channelOf(c.req.query('changed'))
      const frame = frameOf(c, needs.assets, '/profile/contacts')
      return c.html(documentOf(<ContactsPage {...{ frame, account, changed }} />))
    }),
  )
  for (const [part, channel] of Object.entries(CHANGES)) {
    app.get(
      `${AT}/${part}`,
      signedIn((c, session) => form(c, needs, { session, channel })),
    )
    app.post(
      `${AT}/${part}`,
      signedIn((c, session) => ask(c, needs, { session, channel })),
    )
  }
  code(app, needs)
}

function code(app: Hono<Env>, needs: ContactPageNeeds): void {
  app.get(
    `${AT}/code`,
    signedIn((c, session) => codePage(c, needs, session, { sent: c.req.query('sent') !== undefined })),
  )
  app.get(`${AT}/code/again`, c => c.redirect(`/${c.get('language')}/profile/contacts/code`, 303))
  app.post(
    `${AT}/code`,
    signedIn(async (c, session) => {
      const form = await readForm(c)
      const typed = textOf(form['mail'] ?? form['sms'])
      const secret = needs.cookies.read(c, 'session') ?? ''
      const language = c.get('language')
      const entered = { session, secret, starter: starterOf(c, needs), typed, language }
      return answer(c, needs, session, await needs.confirmChange(entered))
    }),
  )
  app.post(
    `${AT}/code/again`,
    signedIn(async (c, session) => {
      const { iin } = session.person
      const asked = { iin, starter: starterOf(c, needs), language: c.get('language') }
      return answer(c, needs, session, await needs.sendAgain(asked))
    }),
  )
}

type Change = { readonly session: Session; readonly channel: Channel }
type Kept = { readonly typed: string; readonly faults: Faults<'address' | 'current'> }

async function form(c: Context<Env>, needs: ContactPageNeeds, { session, channel }: Change, kept?: Kept) {
  const account = await needs.findAccount(session.person.iin)
  const proof = proofNeeded(session, account?.hasPassword ?? false, needs.now())
  const frame = frameOf(c, needs.assets)
  const t = frame.t.registration.change.contacts
  if (proof === 'sign-in-again') return signInAgain(c, frame, channel === 'mail' ? t.mailTitle : t.phoneTitle)
  const page = <ChangePage frame={frame} channel={channel} asksPassword={proof === 'password'} {...kept} />
  return faultPage(c, page, kept?.faults ?? {}, needs.now())
}

async function ask(c: Context<Env>, needs: ContactPageNeeds, change: Change): Promise<Response> {
  const fields = await readForm(c)
  const typed = shownAgain(fields['address'])
  const current = textOf(fields['current'])
  const asked = { ...change, typed, current, language: c.get('language'), visitor: needs.visitor(c) }
  const outcome = await needs.askChange(asked)
  if (outcome.kind === 'faults') return form(c, needs, change, { typed, faults: outcome.faults })
  if (outcome.kind === 'refusal' && outcome.code === 'changes-stopped') return changesStopped(c, needs.assets)
  if (outcome.kind === 'refusal') return form(c, needs, change)
  c.header('Set-Cookie', needs.cookies.write('starter', outcome.starter), { append: true })
  return c.redirect(`/${c.get('language')}/profile/contacts/code`, 303)
}

async function codePage(
  c: Context<Env>,
  needs: ContactPageNeeds,
  { person }: Session,
  shown: { readonly fault?: Fault | undefined; readonly sent?: boolean },
): Promise<Response> {
  const change = await needs.findChange(person.iin, starterOf(c, needs))
  if (!change) return over(c, needs, 'contact-change-over')
  const { channel, address } = change
  const frame = frameOf(c, needs.assets, '/profile/contacts/code')
  const page = <CodePage {...{ frame, channel, address }} {...shown} />
  return faultPage(c, page, shown.fault ? { code: shown.fault } : {}, needs.now())
}

function answer(c: Context<Env>, needs: ContactPageNeeds, session: Session, outcome: CodeOutcome) {
  const at = `/${c.get('language')}/profile/contacts`
  if (outcome.kind === 'changed') return c.redirect(`${at}?changed=${outcome.channel}`, 303)
  if (outcome.kind === 'sent') return c.redirect(`${at}/code?sent`, 303)
  if (outcome.kind === 'faults') return codePage(c, needs, session, { fault: outcome.faults.code })
  if (outcome.code === 'not-signed-in') return c.redirect(signInAddress(c), 303)
  if (outcome.code === 'changes-stopped') return changesStopped(c, needs.assets)
  return over(c, needs, outcome.code)
}

function over(c: Context<Env>, needs: ContactPageNeeds, code: ProblemCode): Response {
  const { language, t } = frameOf(c, needs.assets)
  const next = [{ text: t.registration.change.contacts.title, href: `/${language}/profile/contacts` }]
  return problemPage(c, needs.assets, code, next, '/profile/contacts')
}

/** A browser without one has begun nothing: the secret of nobody finds nothing. */
function starterOf(c: Context<Env>, { cookies }: ContactPageNeeds): string {
  return cookies.read(c, 'starter') ?? ''
}

function channelOf(text: string | undefined): Channel | undefined {
  return text === 'mail' || text === 'sms' ? text : undefined
}
