// A statement that can no longer be signed: why, and one button that leads on.
import type { Frame } from '../web/page.tsx'
import { PROBLEMS, type ProblemCode } from '../web/problems.ts'
import { BelowApplication } from './below-application.tsx'
import { addressOfApplication } from './ways-on.ts'

type Props = {
  readonly frame: Frame
  readonly code: ProblemCode
  readonly application: { readonly id: string; readonly number: string }
}

/** After these one begins anew; after any other one looks first at where the application stands. */
const BEGIN_ANEW: ReadonlySet<ProblemCode> = new Set(['draft-expired', 'draft-used-up'])

export function OverPage({ frame, code, application }: Props) {
  const { language } = frame
  const t = frame.t.before.over
  const address = `/${language}${addressOfApplication(application.id)}`
  const anew = BEGIN_ANEW.has(code)
  return (
    <BelowApplication frame={frame} application={application} title={t.title}>
      <p class="lead">{PROBLEMS[code].text[language]}</p>
      {anew && (
        <form class="act" method="post" action={`${address}/withdrawal`}>
          <button type="submit" class="primary">
            {t.anew}
          </button>
        </form>
      )}
      <p>
        <a class={anew ? undefined : 'primary'} href={address}>
          {frame.t.chrome.problem.toApplication}
        </a>
      </p>
    </BelowApplication>
  )
}
