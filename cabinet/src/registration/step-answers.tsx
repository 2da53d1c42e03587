// What each step of registering shows, and where one goes from what came of it.
import type { Context } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import type { Assets } from '../web/assets.ts'
import type { CodeChannel } from '../web/components/code-form.tsx'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import type { Faults } from '../web/fault.ts'
import { faultPage } from '../web/fault-page.tsx'
import { formatPhone } from '../web/format-phone.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { CodesPage } from './codes-page.tsx'
import { ContactsPage } from './contacts-page.tsx'
import { mayOpen, stepOf } from './decide.ts'
import { DonePage } from './done-page.tsx'
import type { Outcome } from './outcome.ts'
import { PasswordPage } from './password-page.tsx'
import { KnownPage, PersonPage, SilentPage } from './person-page.tsx'
import type { Registration, Step } from './registration.ts'

export type StepNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly find: (starter: string) => Promise<Registration | undefined>
  readonly person: (iin: Iin) => Promise<PersonAnswer>
  readonly isRegistered: (iin: Iin) => Promise<boolean>
  readonly now: () => Date
}

/** What a refused form keeps; never a code, never a password. */
export type Kept = {
  readonly faults?: Faults<'mail' | 'phone' | 'sms' | 'password'>
  readonly mail?: string
  readonly phone?: string
  readonly sent?: CodeChannel | undefined
}

/** A step that has not been reached leads to the one that has. */
export async function showStep(c: Context<Env>, needs: StepNeeds, step: Step, kept: Kept = {}): Promise<Response> {
  const registration = await ofBrowser(c, needs)
  if (!registration) return refuse(c, needs, 'registration-over')
  if (!mayOpen(step, registration)) return goTo(c, stepOf(registration))
  return SHOW[step](c, needs, registration, kept)
}

export async function ofBrowser(c: Context<Env>, { cookies, find }: StepNeeds): Promise<Registration | undefined> {
  const starter = cookies.read(c, 'starter')
  return starter === undefined ? undefined : find(starter)
}

/** After a form: on to where the registration stands, or back to the form with what is wrong. */
export function answerStep(
  c: Context<Env>,
  needs: StepNeeds,
  outcome: Outcome<'mail' | 'phone' | 'sms' | 'password'>,
  { step, ...kept }: Kept & { readonly step: Step },
): Response | Promise<Response> {
  if (outcome.kind === 'at') return goTo(c, outcome.step)
  if (outcome.kind === 'refusal') return refuse(c, needs, outcome.code)
  return showStep(c, needs, step, { ...kept, faults: outcome.faults })
}

export function goTo(c: Context<Env>, step: Step): Response {
  return c.redirect(`/${c.get('language')}/register/${step}`, 303)
}

type Show = (c: Context<Env>, needs: StepNeeds, at: Registration, kept: Kept) => Response | Promise<Response>

const SHOW: Readonly<Record<Step, Show>> = {
  person: async (c, needs, { iin }) => {
    if (await needs.isRegistered(iin)) return refuse(c, needs, 'already-registered')
    const answer = await needs.person(iin)
    if (answer.kind === 'refusal') return refuse(c, needs, answer.code)
    return c.html(documentOf(<PersonPage frame={frame(c, needs, 'person')} person={answer.person} />))
  },
  contacts: (c, needs, { mail, phone }, { faults = {}, ...typed }) => {
    const shown = { mail: typed.mail ?? mail?.address ?? '', phone: typed.phone ?? formatPhone(phone?.address ?? '') }
    const page = <ContactsPage frame={frame(c, needs, 'contacts')} {...shown} faults={faults} />
    return faultPage(c, page, faults, needs.now())
  },
  codes: (c, needs, registration, { faults = {}, sent }) => {
    const page = <CodesPage frame={frame(c, needs, 'codes')} {...{ registration, faults, sent }} />
    return faultPage(c, page, faults, needs.now())
  },
  password: (c, needs, { iin }, { faults = {} }) =>
    faultPage(c, <PasswordPage frame={frame(c, needs, 'password')} {...{ iin, faults }} />, faults, needs.now()),
  done: (c, needs) => c.html(documentOf(<DonePage frame={frame(c, needs, 'done')} />)),
}

/** Whichever form was posted, the step is what is read in another language. */
function frame(c: Context<Env>, { assets }: StepNeeds, step: Step) {
  return frameOf(c, assets, `/register/${step}`)
}

function refuse(c: Context<Env>, needs: StepNeeds, code: ProblemCode): Response {
  const { status } = PROBLEMS[code]
  if (code === 'already-registered') return c.html(documentOf(<KnownPage frame={frame(c, needs, 'person')} />), status)
  if (code === 'person-data-unavailable')
    return c.html(documentOf(<SilentPage frame={frame(c, needs, 'person')} />), status, retryAfter(code))
  const { language, t } = frame(c, needs, 'person')
  const again = [{ text: t.registration.title, href: `/${language}/register` }]
  return problemPage(c, needs.assets, code, code === 'registration-over' ? again : undefined, '/register')
}
