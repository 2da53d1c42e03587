// Addresses of recovering a forgotten password (memo item S-28).
import type { Context, Hono } from 'hono'
import type { Channel } from '../accounts/contact.ts'
import type { Identified, SignedChallenge } from '../sign-in/identify.ts'
import type { Env } from '../web/context.ts'
import { keepSecrets } from '../web/cookies.ts'
import { faultPage } from '../web/fault-page.tsx'
import { readForm, shownAgain, textOf } from '../web/form.ts'
import type { Language } from '../web/language.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { Beginning, Begun } from './begin.ts'
import type { AskedForCodes, CodesOutcome } from './begin-by-codes.ts'
import type { EnteredCodes } from './enter-codes.ts'
import type { Outcome } from './outcome.ts'
import type { NewPassword, Recovered } from './set-password.ts'
import { StartPage } from './start-page.tsx'
import { answerStep, goTo, type StepNeeds, showStep } from './step-answers.tsx'

export type RecoveryPageNeeds = StepNeeds & {
  readonly ncalayerUrl: string
  readonly visitor: ReadVisitor
  readonly identify: (signed: SignedChallenge) => Promise<Identified>
  readonly recordRefusal: (code: ProblemCode) => Promise<void>
  readonly beginRecovery: (beginning: Beginning) => Promise<Begun>
  readonly beginByCodes: (asked: AskedForCodes) => Promise<CodesOutcome>
  readonly enterCodes: (entered: EnteredCodes) => Promise<Outcome<Channel>>
  readonly sendAgain: (asked: { starter: string; channel: Channel; language: Language }) => Promise<Outcome<Channel>>
  readonly setNewPassword: (chosen: NewPassword) => Promise<Recovered | Outcome<'password'>>
  readonly drop: (starter: string) => Promise<void>
}

const AT = '/:language{kk|ru|en}/forgotten-password'

export function recoveryPages(app: Hono<Env>, needs: RecoveryPageNeeds): void {
  app.get(AT, c => start(c, needs))
  app.get(`${AT}/iin`, c => c.redirect(`/${c.get('language')}/forgotten-password`, 303))
  app.get(`${AT}/codes/again`, c => goTo(c, 'codes'))
  app.get(`${AT}/codes`, c => showStep(c, needs, 'codes', { sent: channelOf(c.req.query('sent')) }))
  app.get(`${AT}/password`, c => showStep(c, needs, 'password'))
  app.get(`${AT}/done`, c => showStep(c, needs, 'done'))
  app.post(AT, c => beginByEds(c, needs))
  app.post(`${AT}/iin`, c => beginByIin(c, needs))
  app.post(`${AT}/password`, c => finish(c, needs))
  app.post(`${AT}/cancellation`, async c => {
    await needs.drop(starterOf(c, needs))
    return c.redirect(`/${c.get('language')}/forgotten-password`, 303)
  })
  codes(app, needs)
}

function codes(app: Hono<Env>, needs: RecoveryPageNeeds): void {
  app.post(`${AT}/codes`, async c => {
    const { mail, sms } = await readForm(c)
    const entered = { mail: textOf(mail), sms: textOf(sms), starter: starterOf(c, needs) }
    return answerStep(c, needs, await needs.enterCodes(entered), 'codes')
  })
  app.post(`${AT}/codes/again`, async c => {
    const channel = channelOf(textOf((await readForm(c))['channel'])) ?? 'mail'
    const outcome = await needs.sendAgain({ channel, starter: starterOf(c, needs), language: c.get('language') })
    if (outcome.kind === 'at' && outcome.step === 'codes')
      return c.redirect(`/${c.get('language')}/forgotten-password/codes?sent=${channel}`, 303)
    return answerStep(c, needs, outcome, 'codes')
  })
}

async function beginByEds(c: Context<Env>, needs: RecoveryPageNeeds): Promise<Response> {
  const form = await readForm(c)
  const starter = needs.cookies.read(c, 'starter')
  const signed = { challenge: textOf(form['challenge']), cms: textOf(form['cms']), starter }
  const who = await needs.identify({ ...signed, purpose: 'recovery' })
  if (who.kind === 'refusal') {
    if (who.judged) await needs.recordRefusal(who.code)
    return start(c, needs, who.code)
  }
  const begun = await needs.beginRecovery({ iin: who.iin, way: 'eds', starter: starter ?? '' })
  if (begun.kind === 'refusal') return start(c, needs, begun.code)
  c.header('Set-Cookie', needs.cookies.write('starter', begun.starter), { append: true })
  return goTo(c, 'password')
}

async function beginByIin(c: Context<Env>, needs: RecoveryPageNeeds): Promise<Response> {
  const iin = shownAgain((await readForm(c))['iin'])
  const { address } = needs.visitor(c)
  const begun = await needs.beginByCodes({ iin, address, starter: starterOf(c, needs), language: c.get('language') })
  if (begun.kind === 'faults') {
    const frame = frameOf(c, needs.assets, '/forgotten-password')
    const page = <StartPage frame={frame} ncalayerUrl={needs.ncalayerUrl} iin={iin} faults={begun.faults} />
    return faultPage(c, page, begun.faults, needs.now())
  }
  c.header('Set-Cookie', needs.cookies.write('starter', begun.starter), { append: true })
  return goTo(c, 'codes')
}

async function finish(c: Context<Env>, needs: RecoveryPageNeeds): Promise<Response> {
  const password = textOf((await readForm(c))['password'])
  const outcome = await needs.setNewPassword({ starter: starterOf(c, needs), password, visitor: needs.visitor(c) })
  if (outcome.kind !== 'recovered') return answerStep(c, needs, outcome, 'password')
  if (outcome.secrets) keepSecrets(c, needs.cookies, outcome.secrets)
  return goTo(c, 'done')
}

function start(c: Context<Env>, { assets, ncalayerUrl }: RecoveryPageNeeds, refused?: ProblemCode): Response {
  const page = documentOf(<StartPage frame={frameOf(c, assets)} ncalayerUrl={ncalayerUrl} refused={refused} />)
  return refused ? c.html(page, PROBLEMS[refused].status, retryAfter(refused)) : c.html(page)
}

/** A browser without one has begun nothing: the secret of nobody finds nothing. */
function starterOf(c: Context<Env>, { cookies }: RecoveryPageNeeds): string {
  return cookies.read(c, 'starter') ?? ''
}

function channelOf(text: string | undefined): Channel | undefined {
  return text === 'mail' || text === 'sms' ? text : undefined
}
