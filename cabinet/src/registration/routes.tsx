// Addresses of registering (memo item S-27).
import type { Context, Hono } from 'hono'
import type { Channel } from '../accounts/contact.ts'
import type { Identified, SignedChallenge } from '../sign-in/identify.ts'
import type { Env } from '../web/context.ts'
import { keepSecrets } from '../web/cookies.ts'
import { readForm, shownAgain, textOf } from '../web/form.ts'
import type { Language } from '../web/language.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { Beginning, Begun } from './begin.ts'
import type { ChosenPassword, Registered } from './choose-password.ts'
import { stepOf } from './decide.ts'
import type { EnteredCodes } from './enter-codes.ts'
import type { GivenContacts } from './give-contacts.ts'
import type { Outcome } from './outcome.ts'
import { STEPS } from './registration.ts'
import { StartPage } from './start-page.tsx'
import { answerStep, goTo, ofBrowser, type StepNeeds, showStep } from './step-answers.tsx'

export type RegistrationPageNeeds = StepNeeds & {
  readonly ncalayerUrl: string
  readonly visitor: ReadVisitor
  readonly identify: (signed: SignedChallenge) => Promise<Identified>
  readonly recordRefusal: (code: ProblemCode) => Promise<void>
  readonly beginRegistration: (beginning: Beginning) => Promise<Begun>
  readonly confirm: (starter: string) => Promise<Outcome>
  readonly giveContacts: (given: GivenContacts) => Promise<Outcome<'mail' | 'phone'>>
  readonly enterCodes: (entered: EnteredCodes) => Promise<Outcome<Channel>>
  readonly sendAgain: (asked: { starter: string; channel: Channel; language: Language }) => Promise<Outcome<Channel>>
  readonly choosePassword: (chosen: ChosenPassword) => Promise<Registered | Outcome<'password'>>
  readonly drop: (starter: string) => Promise<void>
}

const AT = '/:language{kk|ru|en}/register'

export function registrationPages(app: Hono<Env>, needs: RegistrationPageNeeds): void {
  app.get(AT, async c => {
    const registration = await ofBrowser(c, needs)
    return registration && !registration.done ? goTo(c, stepOf(registration)) : start(c, needs)
  })
  app.post(AT, c => begin(c, needs))
  for (const step of STEPS)
    app.get(`${AT}/${step}`, c => showStep(c, needs, step, { sent: channelOf(c.req.query('sent')) }))
  app.get(`${AT}/codes/again`, c => goTo(c, 'codes'))
  app.post(`${AT}/cancellation`, async c => {
    await needs.drop(starterOf(c, needs))
    return c.redirect(`/${c.get('language')}/register`, 303)
  })
  steps(app, needs)
}

function steps(app: Hono<Env>, needs: RegistrationPageNeeds): void {
  app.post(`${AT}/person`, async c =>
    answerStep(c, needs, await needs.confirm(starterOf(c, needs)), { step: 'person' }),
  )
  app.post(`${AT}/contacts`, async c => {
    const form = await readForm(c)
    const typed = { mail: shownAgain(form['mail']), phone: shownAgain(form['phone']) }
    const outcome = await needs.giveContacts({ ...typed, starter: starterOf(c, needs), language: c.get('language') })
    return answerStep(c, needs, outcome, { step: 'contacts', ...typed })
  })
  app.post(`${AT}/codes`, async c => {
    const { mail, sms } = await readForm(c)
    const entered = { mail: textOf(mail), sms: textOf(sms), starter: starterOf(c, needs) }
    return answerStep(c, needs, await needs.enterCodes(entered), { step: 'codes' })
  })
  app.post(`${AT}/codes/again`, async c => {
    const channel = channelOf(textOf((await readForm(c))['channel'])) ?? 'mail'
    const outcome = await needs.sendAgain({ channel, starter: starterOf(c, needs), language: c.get('language') })
    if (outcome.kind === 'at' && outcome.step === 'codes')
      return c.redirect(`/${c.get('language')}/register/codes?sent=${channel}`, 303)
    return answerStep(c, needs, outcome, { step: 'codes' })
  })
  app.post(`${AT}/password`, c => finish(c, needs))
}

async function begin(c: Context<Env>, needs: RegistrationPageNeeds): Promise<Response> {
  const form = await readForm(c)
  const starter = needs.cookies.read(c, 'starter')
  const signed = { challenge: textOf(form['challenge']), cms: textOf(form['cms']), starter }
  const who = await needs.identify({ ...signed, purpose: 'registration' })
  if (who.kind === 'refusal') {
    if (who.judged) await needs.recordRefusal(who.code)
    return start(c, needs, who.code)
  }
  const begun = await needs.beginRegistration({ iin: who.iin, way: 'eds', starter: starter ?? '' })
  if (begun.kind === 'refusal') return start(c, needs, begun.code)
  c.header('Set-Cookie', needs.cookies.write('starter', begun.starter), { append: true })
  return goTo(c, 'person')
}

async function finish(c: Context<Env>, needs: RegistrationPageNeeds): Promise<Response> {
  const password = textOf((await readForm(c))['password'])
  const language = c.get('language')
  const chosen = { starter: starterOf(c, needs), password, language, visitor: needs.visitor(c) }
  const outcome = await needs.choosePassword(chosen)
  if (outcome.kind !== 'registered') return answerStep(c, needs, outcome, { step: 'password' })
  if (outcome.secrets) keepSecrets(c, needs.cookies, outcome.secrets)
  return goTo(c, 'done')
}

function start(c: Context<Env>, { assets, ncalayerUrl }: RegistrationPageNeeds, refused?: ProblemCode): Response {
  const page = documentOf(<StartPage frame={frameOf(c, assets)} ncalayerUrl={ncalayerUrl} refused={refused} />)
  return refused ? c.html(page, PROBLEMS[refused].status, retryAfter(refused)) : c.html(page)
}

/** A browser without one has begun nothing: the secret of nobody finds nothing. */
function starterOf(c: Context<Env>, { cookies }: RegistrationPageNeeds): string {
  return cookies.read(c, 'starter') ?? ''
}

function channelOf(text: string | undefined): Channel | undefined {
  return text === 'mail' || text === 'sms' ? text : undefined
}
