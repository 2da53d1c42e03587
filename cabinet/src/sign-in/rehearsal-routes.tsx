// Addresses of the rehearsal. For everybody: one need not be signed in to try a key.
import type { Context, Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import type { Cookies } from '../web/cookies.ts'
import { readForm } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { retryAfter } from '../web/problem-response.ts'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import type { SignedChallenge } from './identify.ts'
import { RehearsalPage } from './rehearsal-page.tsx'
import { PhoneRehearsedPage, RehearsalResultPage } from './rehearsal-result-page.tsx'
import type { RehearsalOutcome } from './rehearse.ts'

export type RehearsalPageNeeds = {
  readonly assets: Assets
  readonly cookies: Cookies
  readonly ncalayerUrl: string
  rehearse(signed: Omit<SignedChallenge, 'purpose'>): Promise<RehearsalOutcome>
}

const OWN_ADDRESS = '/rehearsal'

export function rehearsalPages(app: Hono<Env>, needs: RehearsalPageNeeds): void {
  app.get('/:language{kk|ru|en}/rehearsal', c => page(c, needs))

  app.get('/:language{kk|ru|en}/rehearsal/result', c =>
    c.html(documentOf(<PhoneRehearsedPage frame={frameOf(c, needs.assets, OWN_ADDRESS)} />)),
  )

  // The answer is the page itself: there is nothing kept to which one could be sent on.
  app.post('/:language{kk|ru|en}/rehearsal', async c => {
    const { challenge, cms } = await readForm(c)
    if (typeof challenge !== 'string' || typeof cms !== 'string' || !cms) return page(c, needs, 'signature-missing')
    const result = await needs.rehearse({ challenge, cms, starter: needs.cookies.read(c, 'starter') })
    if (result.kind === 'refusal') return page(c, needs, result.code)
    return c.html(documentOf(<RehearsalResultPage frame={frameOf(c, needs.assets, OWN_ADDRESS)} result={result} />))
  })
}

function page(c: Context<Env>, { assets, ncalayerUrl }: RehearsalPageNeeds, refused?: ProblemCode): Response {
  const frame = frameOf(c, assets, OWN_ADDRESS)
  const view = documentOf(<RehearsalPage frame={frame} ncalayerUrl={ncalayerUrl} refused={refused} />)
  return refused ? c.html(view, PROBLEMS[refused].status, retryAfter(refused)) : c.html(view)
}
