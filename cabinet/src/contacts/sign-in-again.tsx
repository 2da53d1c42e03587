// Some time has passed since the person signed, and there is no password to ask for: they sign in anew.
import type { Context } from 'hono'
import type { Env } from '../web/context.ts'
import { documentOf, type Frame, Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { profileCrumbs } from './profile-crumbs.ts'

/** As an answer: a page when it is opened, a refusal when a form was posted. */
export function signInAgain(c: Context<Env>, frame: Frame, title: string): Response {
  const { status } = PROBLEMS['sign-in-again']
  return c.html(documentOf(<SignInAgain frame={frame} title={title} />), c.req.method === 'GET' ? 200 : status)
}

function SignInAgain({ frame, title }: { frame: Frame; title: string }) {
  const { language } = frame
  const t = frame.t.registration.change
  return (
    <Page frame={frame} title={title} crumbs={profileCrumbs(frame, title)}>
      <h1>{title}</h1>
      <p class="lead">{PROBLEMS['sign-in-again'].text[language]}</p>
      <form method="post" action={`/${language}/sign-out`}>
        <button type="submit" class="primary">
          {t.signInAgain}
        </button>
      </form>
      <p>
        <a href={`/${language}/profile`}>{t.back}</a>
      </p>
    </Page>
  )
}
