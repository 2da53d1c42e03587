// What the address of a draft shows, by the state of the draft.
import type { Context } from 'hono'
import { type CheckedSignature, refreshAfter } from '../applications/pending-signature-view.tsx'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { CheckingPage } from './checking-page.tsx'
import { OverPage } from './over-page.tsx'
import { SignPage } from './sign-page.tsx'
import type { Draft, DraftState } from './withdrawal.ts'

type Needs = { readonly assets: Assets; readonly ncalayerUrl: string }
type Kept = { readonly agreed: boolean; readonly refused: ProblemCode } // what a refused form keeps

export function draftPage(c: Context<Env>, needs: Needs, draft: Draft, kept?: Kept): Response {
  const { status } = draft.application
  if (draft.state === 'withdrawn' && status.is === 'withdrawn')
    return c.redirect(`/${c.get('language')}/withdrawals/${encodeURIComponent(status.registration)}`, 303)
  const { signature } = draft
  if (signature?.is === 'checking') return checkingPage(c, needs.assets, draft, signature)
  const refused = signature?.is === 'rejected' ? signature.code : undefined // told now: nobody was there to be told
  const frame = frameOf(c, needs.assets)
  if (draft.state !== 'open') {
    const code = refused ?? OVER[draft.state]
    const page = <OverPage frame={frame} code={code} application={draft.application} />
    return c.html(documentOf(page), PROBLEMS[code].status)
  }
  const page = <SignPage frame={frame} draft={draft} ncalayerUrl={needs.ncalayerUrl} refused={refused} {...kept} />
  return c.html(documentOf(page), kept ? PROBLEMS[kept.refused].status : 200)
}

/** Why a draft can no longer be signed. A new state does not compile until it has its line here. */
const OVER = {
  expired: 'draft-expired',
  stopped: 'draft-stopped',
  'used-up': 'draft-used-up',
  overtaken: 'draft-overtaken',
  withdrawn: 'draft-overtaken',
  checking: 'withdrawal-being-checked',
} as const satisfies Record<Exclude<DraftState, 'open'>, ProblemCode>

/** Refreshes itself by a header: it needs no script, and nothing on it is typed or lost. */
function checkingPage(c: Context<Env>, assets: Assets, draft: Draft, signature: CheckedSignature): Response {
  c.header('Refresh', refreshAfter(signature))
  const page = <CheckingPage frame={frameOf(c, assets)} signature={signature} application={draft.application} />
  return c.html(documentOf(page), 200)
}
