// What each step of recovering shows, and where one goes from what came of it.
import type { Context } from 'hono'
import { changesStopped } from '../shield/changes-stopped.ts'
import type { Assets } from '../web/assets.ts'
import type { CodeChannel } from '../web/components/code-form.tsx'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import type { Faults } from '../web/fault.ts'
import { faultPage } from '../web/fault-page.tsx'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import type { ProblemCode } from '../web/problems.ts'
import { stepOf } from './decide.ts'
import type { Outcome } from './outcome.ts'
import type { Recovery, Step } from './recovery.ts'
import { CodesPage, DonePage, PasswordPage } from './step-page.tsx'

export type StepNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly find: (starter: string) => Promise<Recovery | undefined>
  readonly now: () => Date
}

type Shown = { readonly faults?: Faults<CodeChannel | 'password'>; readonly sent?: CodeChannel | undefined }

/** Only the step that has been reached: there is nothing to go back to. */
export async function showStep(c: Context<Env>, needs: StepNeeds, step: Step, shown: Shown = {}): Promise<Response> {
  const starter = needs.cookies.read(c, 'starter')
  const recovery = starter === undefined ? undefined : await needs.find(starter)
  if (!recovery) return refuse(c, needs, 'recovery-over')
  if (step !== stepOf(recovery)) return goTo(c, stepOf(recovery))
  const { faults = {}, sent } = shown
  const frame = frameOf(c, needs.assets, `/forgotten-password/${step}`)
  if (step === 'done') return c.html(documentOf(<DonePage frame={frame} />))
  const page =
    step === 'codes' ? (
      <CodesPage frame={frame} recovery={recovery} faults={faults} sent={sent} />
    ) : (
      <PasswordPage frame={frame} iin={recovery.iin} faults={faults} />
    )
  return faultPage(c, page, faults, needs.now())
}

/** After a form: on to where the recovery stands, or back to the form with what is wrong. */
export function answerStep(
  c: Context<Env>,
  needs: StepNeeds,
  outcome: Outcome<CodeChannel | 'password'>,
  step: Step,
): Response | Promise<Response> {
  if (outcome.kind === 'at') return goTo(c, outcome.step)
  if (outcome.kind === 'refusal' && outcome.code === 'changes-stopped') return changesStopped(c, needs.assets)
  if (outcome.kind === 'refusal') return refuse(c, needs, outcome.code)
  return showStep(c, needs, step, { faults: outcome.faults })
}

export function goTo(c: Context<Env>, step: Step): Response {
  return c.redirect(`/${c.get('language')}/forgotten-password/${step}`, 303)
}

function refuse(c: Context<Env>, { assets }: StepNeeds, code: ProblemCode): Response {
  const { language, t } = frameOf(c, assets)
  const again = { text: t.registration.recovery.startAgain, href: `/${language}/forgotten-password` }
  return problemPage(c, assets, code, [again], '/forgotten-password')
}
