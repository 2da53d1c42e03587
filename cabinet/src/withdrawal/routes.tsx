// Addresses of a withdrawal: its draft, the signature that answers it, and the result.
import type { Context, Hono } from 'hono'
import { APPLICATION_ID } from '../applications/application.ts'
import type { SignMethod } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage, problemPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { draftPage } from './draft-answers.tsx'
import { ResultPage } from './result-page.tsx'
import { answerSignature } from './signature-answers.tsx'
import type { StartDraftOutcome } from './start-draft.ts'
import { addressOfApplication, waysOn } from './ways-on.ts'
import type { Draft, Registration, SignOutcome } from './withdrawal.ts'

export type WithdrawalPageNeeds = {
  readonly assets: Assets
  readonly ncalayerUrl: string
  startDraft(iin: Iin, applicationId: string): Promise<StartDraftOutcome>
  findDraft(iin: Iin, draftId: string): Promise<Draft | undefined>
  sign(input: { draftId: string; cms: string; by: 'page' }): Promise<SignOutcome>
  findRegistration(iin: Iin, number: string): Promise<Registration | undefined>
  findSignerName(iin: Iin, registration: string): Promise<string | undefined>
  lastMethod(iin: Iin): Promise<SignMethod | undefined>
}

export function withdrawalPages(app: Hono<Env>, needs: WithdrawalPageNeeds): void {
  const { assets } = needs

  app.post(
    '/:language{kk|ru|en}/applications/:id/withdrawal',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      if (!APPLICATION_ID.test(id)) return notFoundPage(c, assets)
      const started = await needs.startDraft(person.iin, id)
      if (started.kind === 'refusal' && started.code === 'withdrawals-stopped')
        return c.redirect(`/${c.get('language')}/protection`, 303) // it says why, and how it is opened again
      if (started.kind === 'refusal')
        return problemPage(c, assets, started.code, waysOn(c, id, started.registration), addressOfApplication(id))
      return c.redirect(`/${c.get('language')}/withdrawal-drafts/${encodeURIComponent(started.draft.id)}`, 303)
    }),
  )

  app.get(
    '/:language{kk|ru|en}/withdrawal-drafts/:draft',
    signedIn(async (c, { person }) => {
      const draft = await needs.findDraft(person.iin, c.req.param('draft') ?? '')
      return draft ? draftPage(c, needs, draft) : notFoundPage(c, assets)
    }),
  )

  app.get(
    '/:language{kk|ru|en}/withdrawal-drafts/:draft/statement.pdf',
    signedIn(async (c, { person }) => {
      const draft = await needs.findDraft(person.iin, c.req.param('draft') ?? '')
      return draft ? pdf(c, draft) : notFoundPage(c, assets)
    }),
  )

  app.post('/:language{kk|ru|en}/withdrawal-drafts/:draft', c => answerSignature(c, needs, c.req.param('draft')))

  app.get(
    '/:language{kk|ru|en}/withdrawals/:registration',
    signedIn(async (c, { person }) => {
      const registration = await needs.findRegistration(person.iin, c.req.param('registration') ?? '')
      if (!registration) return notFoundPage(c, assets)
      const signer = await needs.findSignerName(person.iin, registration.number)
      return c.html(documentOf(<ResultPage frame={frameOf(c, assets)} {...{ registration, signer }} />))
    }),
  )
}

function pdf(c: Context<Env>, draft: Draft): Response {
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', 'inline; filename="otinish.pdf"')
  c.header('Cache-Control', 'private, no-store')
  return c.body(new Uint8Array(draft.document))
}
