// The page on which one signs in (memo items S-14 … S-22). The island asks NCALayer; the form carries the answer.
import { Alert } from '../web/components/alert.tsx'
import { NcaLayerStates } from '../web/components/ncalayer.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'

type Props = {
  readonly frame: Frame
  readonly ncalayerUrl: string
  readonly next: string | undefined // a path of ours to go on to
  readonly refused?: ProblemCode | undefined
}

export function SignInPage({ frame, ncalayerUrl, next, refused }: Props) {
  const { language } = frame
  const t = frame.t.signIn
  const action = `/${language}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`
  const asked = next !== undefined && !next.endsWith('/services') // the services come after signing in anyway
  return (
    <Page frame={frame} title={t.title} island="sign-in.js">
      <h1>{t.title}</h1>
      {refused && (
        <Alert title={t.notDone}>
          <p>{PROBLEMS[refused].text[language]}</p>
        </Alert>
      )}
      {asked && !refused && <p class="notice">{t.first}</p>}
      <p class="lead">{t.lead}</p>
      <form method="post" action={action} data-island="sign-in" data-ncalayer={ncalayerUrl}>
        <p>{t.needs}</p>
        <ul>
          <li>{t.key}</li>
          <li>{t.ncalayer}</li>
        </ul>
        <input type="hidden" name="challenge" />
        <input type="hidden" name="cms" />
        <noscript>
          <p class="notice">{t.noScript}</p>
        </noscript>
        <div data-signing hidden>
          <p class="muted">{frame.t.ncalayer.permission}</p>
          <button type="button" class="primary" data-start>
            {t.button}
          </button>
        </div>
        <NcaLayerStates t={frame.t.ncalayer} title={t.notDone} unavailable={t.unavailable} />
      </form>
    </Page>
  )
}
