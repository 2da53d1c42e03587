// What the address of a draft shows, by the state of the draft.
import type { Context } from 'hono'
import type { SignMethod } from '../applications/kinds.ts'
import { type CheckedSignature, refreshAfter } from '../applications/pending-signature-view.tsx'
import type { Iin } from '../citizens/iin.ts'
import type { Session } from '../sessions/session.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { CheckingPage } from './checking-page.tsx'
import { OVER } from './draft-over.ts'
import { OverPage } from './over-page.tsx'
import { inOrder, preferredWay } from './preferred-way.ts'
import { SignPage } from './sign-page.tsx'
import type { Draft } from './withdrawal.ts'

type Needs = {
  readonly assets: Assets
  readonly ncalayerUrl: string
  readonly lastMethod: (iin: Iin) => Promise<SignMethod | undefined>
}
type Kept = { readonly agreed: boolean; readonly refused: ProblemCode } // what a refused form keeps

/** For the person whose draft it is. */
export async function draftPage(c: Context<Env>, needs: Needs, draft: Draft, kept?: Kept): Promise<Response> {
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
  const ways = await waysFor(needs, draft, c.get('session'))
  const page = <SignPage {...{ frame, draft, ways, refused }} ncalayerUrl={needs.ncalayerUrl} {...kept} />
  return c.html(documentOf(page), kept ? PROBLEMS[kept.refused].status : 200)
}

/** All there are, the one used last first. */
async function waysFor({ lastMethod }: Needs, draft: Draft, session: Session | undefined) {
  const last = await lastMethod(draft.facts.person.iin)
  return inOrder(draft.methods, preferredWay(last, session?.signedInBy ?? 'eds'))
}

/** Refreshes itself by a header: it needs no script, and nothing on it is typed or lost. */
function checkingPage(c: Context<Env>, assets: Assets, draft: Draft, signature: CheckedSignature): Response {
  c.header('Refresh', refreshAfter(signature))
  const page = <CheckingPage frame={frameOf(c, assets)} signature={signature} application={draft.application} />
  return c.html(documentOf(page), 200)
}
