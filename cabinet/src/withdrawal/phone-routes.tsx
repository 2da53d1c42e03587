// «QR-мен қол қою»: the address that gives a code for a statement. The code's own page is with those of signing by phone.
import type { Context, Hono } from 'hono'
import type { SignMethod } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm } from '../web/form.ts'
import type { Language } from '../web/language.ts'
import { notFoundPage, problemPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import type { ReadVisitor } from '../web/visitor.ts'
import type { BegunByPhone } from './begin-by-phone.ts'
import { draftPage } from './draft-answers.tsx'
import { addressOfApplication, waysOn } from './ways-on.ts'
import type { Draft } from './withdrawal.ts'

export type PhonePageNeeds = {
  readonly assets: Assets
  readonly ncalayerUrl: string
  readonly visitor: ReadVisitor
  readonly mayBegin: (address: string) => Promise<{ readonly allowed: boolean }>
  readonly findDraft: (iin: Iin, draftId: string) => Promise<Draft | undefined>
  readonly lastMethod: (iin: Iin) => Promise<SignMethod | undefined>
  readonly begin: (iin: Iin, draftId: string, language: Language) => Promise<BegunByPhone<{ readonly id: string }>>
}

export function withdrawalPhonePages(app: Hono<Env>, needs: PhonePageNeeds): void {
  app.post(
    '/:language{kk|ru|en}/withdrawal-drafts/:draft/qr',
    signedIn(async (c, { person }) => {
      const draft = await needs.findDraft(person.iin, c.req.param('draft') ?? '')
      return draft ? begin(c, needs, draft) : notFoundPage(c, needs.assets)
    }),
  )
}

async function begin(c: Context<Env>, needs: PhonePageNeeds, draft: Draft): Promise<Response> {
  const { agree } = await readForm(c)
  if (draft.state !== 'open') return draftPage(c, needs, draft)
  if (agree !== 'yes') return draftPage(c, needs, draft, { agreed: false, refused: 'agreement-missing' })
  const refuse = (code: Parameters<typeof problemPage>[2]) => {
    const { id } = draft.application
    return problemPage(c, needs.assets, code, waysOn(c, id), addressOfApplication(id))
  }
  if (!(await needs.mayBegin(needs.visitor(c).address)).allowed) return refuse('too-many-requests')
  const language = c.get('language')
  const begun = await needs.begin(draft.facts.person.iin, draft.id, language)
  return begun.kind === 'begun' ? c.redirect(`/${language}/qr/${begun.operation.id}`, 303) : refuse(begun.code)
}
