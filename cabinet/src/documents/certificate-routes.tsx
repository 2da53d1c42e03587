// Addresses of certificates of status: to get one, to see that one has it, to save it.
import type { Context, Hono } from 'hono'
import { APPLICATION_ID } from '../applications/application.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { sendPdf } from '../web/download.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { notFoundPage, problemPage } from '../web/problem-page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { CertificatePage } from './certificate-page.tsx'
import type { Asking, IssueOutcome } from './issue-certificate.ts'
import type { IssuedCertificate } from './read-certificate.ts'
import type { RenderPaper } from './render-paper.ts'

export type CertificatePageNeeds = {
  readonly assets: Assets
  readonly issue: (asking: Asking) => Promise<IssueOutcome>
  readonly find: (iin: Iin, application: string, number: string) => Promise<IssuedCertificate | undefined>
  readonly render: RenderPaper
}

export function certificatePages(app: Hono<Env>, needs: CertificatePageNeeds): void {
  const { assets } = needs
  const address = '/:language{kk|ru|en}/applications/:id/certificates/:number'

  app.post(
    '/:language{kk|ru|en}/applications/:id/certificate',
    signedIn(async (c, { person }) => {
      const id = c.req.param('id') ?? ''
      if (!APPLICATION_ID.test(id)) return notFoundPage(c, assets)
      const language = c.get('language')
      const outcome = await needs.issue({ person, id, language, request: c.get('requestId') })
      const application = `/applications/${encodeURIComponent(id)}`
      if (outcome.kind === 'refusal') return refused(c, needs, outcome.code, application)
      return c.redirect(`/${language}${application}/certificates/${encodeURIComponent(outcome.number)}`, 303)
    }),
  )

  app.get(
    address,
    signedIn(async (c, { person }) => {
      const found = await own(c, needs, person.iin)
      if (!found) return notFoundPage(c, assets)
      const frame = frameOf(c, assets)
      return c.html(documentOf(<CertificatePage frame={frame} id={c.req.param('id') ?? ''} certificate={found} />))
    }),
  )

  app.get(
    `${address}/pdf`,
    signedIn(async (c, { person }) => {
      const found = await own(c, needs, person.iin)
      if (!found) return notFoundPage(c, assets)
      const { number } = found.facts
      const name = `${frameOf(c, assets).t.documents.certificate.title} ${number}.pdf`
      return sendPdf(c, {
        content: await needs.render(found.facts, found.code),
        name,
        plain: `certificate-${number}.pdf`,
      })
    }),
  )
}

function refused(c: Context<Env>, { assets }: CertificatePageNeeds, code: RefusalCode, application: string): Response {
  const back = { text: frameOf(c, assets).t.chrome.problem.toApplication, href: `/${c.get('language')}${application}` }
  return code === 'not-found' ? notFoundPage(c, assets) : problemPage(c, assets, code, [back], application)
}

type RefusalCode = Extract<IssueOutcome, { kind: 'refusal' }>['code']

/** Somebody else's and an unknown one: the same. */
async function own(c: Context<Env>, needs: CertificatePageNeeds, iin: Iin): Promise<IssuedCertificate | undefined> {
  const id = c.req.param('id') ?? ''
  const number = c.req.param('number') ?? ''
  return APPLICATION_ID.test(id) && NUMBER.test(number) ? needs.find(iin, id, number) : undefined
}

const NUMBER = /^[1-9][0-9]{0,18}-МА$/
