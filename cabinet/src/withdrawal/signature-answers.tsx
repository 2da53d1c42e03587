// What answers the form that carries a signature. The signature authorises the act; the session decides what is shown.
import type { Context } from 'hono'
import type { Status } from '../applications/application.ts'
import type { Env } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { problemPage } from '../web/problem-page.tsx'
import type { ProblemCode } from '../web/problems.ts'
import { signInAddress } from '../web/signed-in.ts'
import { draftPage } from './draft-answers.tsx'
import { SignedOutResultPage } from './result-page.tsx'
import type { WithdrawalPageNeeds } from './routes.tsx'
import { SignedOutCheckingPage } from './signed-out-page.tsx'
import { addressOfApplication, waysOn } from './ways-on.ts'
import type { Draft, Registration, SignOutcome } from './withdrawal.ts'

export async function answerSignature(c: Context<Env>, needs: WithdrawalPageNeeds, draftId: string): Promise<Response> {
  const { agree, cms } = await readForm(c)
  if (agree !== 'yes') return again(c, needs, draftId, 'agreement-missing')
  if (typeof cms !== 'string' || !cms) return again(c, needs, draftId, 'signature-missing')
  const outcome = await needs.sign({ draftId, cms, by: 'page' })
  if (outcome.kind === 'withdrawn') return withdrawn(c, needs, outcome.registration)
  if (outcome.kind === 'checking') return checking(c, needs, draftId, outcome)
  return again(c, needs, draftId, outcome.code, outcome.registration)
}

/** Whoever else may be signed in here, what was signed is done: they are told as one who is not signed in. */
async function withdrawn(c: Context<Env>, needs: WithdrawalPageNeeds, registration: Registration): Promise<Response> {
  const { assets } = needs
  const iin = c.get('session')?.person.iin
  const result = `/${c.get('language')}/withdrawals/${encodeURIComponent(registration.number)}`
  if (iin && (await needs.findRegistration(iin, registration.number))) return c.redirect(result, 303)
  const page = (
    <SignedOutResultPage frame={frameOf(c, assets)} registration={registration} signIn={signInAddress(c, result)} />
  )
  return c.html(documentOf(page), 200)
}

type Checking = Extract<SignOutcome, { kind: 'checking' }>

async function checking(
  c: Context<Env>,
  needs: WithdrawalPageNeeds,
  draftId: string,
  { receivedAt, until }: Checking,
): Promise<Response> {
  const frame = frameOf(c, needs.assets)
  const iin = c.get('session')?.person.iin
  const address = addressOf(c, draftId)
  if (iin && (await needs.findDraft(iin, draftId))) return c.redirect(address, 303)
  const signature = { is: 'checking', receivedAt, until, silent: true } as const
  const page = <SignedOutCheckingPage frame={frame} signature={signature} signIn={signInAddress(c, address)} />
  return c.html(documentOf(page), 202)
}

/** The same page with the refusal in words and what was ticked kept; or a page of its own when the draft is not to be shown. */
async function again(
  c: Context<Env>,
  needs: WithdrawalPageNeeds,
  draftId: string,
  code: ProblemCode,
  registration?: string,
): Promise<Response> {
  const { agree } = await readForm(c)
  const iin = c.get('session')?.person.iin
  const draft = iin && (await needs.findDraft(iin, draftId))
  if (draft && isAnswered(draft, code)) return draftPage(c, needs, draft) // signed meanwhile in another way: its result
  if (draft?.state === 'open') return draftPage(c, needs, draft, { agreed: agree === 'yes', refused: code })

  if (!iin) {
    const text = messagesFor(c.get('language')).chrome.problem.toSignIn
    return problemPage(c, needs.assets, code, [{ text, href: signInAddress(c, addressOf(c, draftId)) }])
  }
  if (!draft) return problemPage(c, needs.assets, code)
  const { id, status } = draft.application
  const told = (code === 'already-closed' && HOW_CLOSED[status.is]) || code
  return problemPage(c, needs.assets, told, waysOn(c, id, registration), addressOfApplication(id))
}

/** This very statement was signed before, by the phone or in another tab. */
function isAnswered({ state }: Draft, code: ProblemCode): boolean {
  if (code === 'already-closed') return state === 'withdrawn'
  return code === 'withdrawal-being-checked' && state === 'checking'
}

/** A program is told `already-closed`; a person is told how. */
const HOW_CLOSED: Partial<Record<Status['is'], ProblemCode>> = {
  executed: 'already-executed',
  refused: 'already-refused',
  withdrawn: 'already-withdrawn',
}

function addressOf(c: Context<Env>, draftId: string): string {
  return `/${c.get('language')}/withdrawal-drafts/${encodeURIComponent(draftId)}`
}
