// The pages that say what went wrong and where to go from there.
import type { Context } from 'hono'
import type { Assets } from './assets.ts'
import type { Env } from './context.ts'
import { documentOf, type Frame, frameOf, Page } from './page.tsx'
import { retryAfter } from './problem-response.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'

export type NextStep = { readonly text: string; readonly href: string }

/** There is no such page, or no such application for this person: the same answer. */
export function notFoundPage(c: Context<Env>, assets: Assets): Response {
  return problemPage(c, assets, 'not-found')
}

/** A refusal as a page of its own, with its status and the ways on. `address`: what to read in another language instead. */
export function problemPage(
  c: Context<Env>,
  assets: Assets,
  code: ProblemCode,
  next?: readonly NextStep[],
  address?: string,
): Response {
  const frame = frameOf(c, assets, address)
  const page = (
    <ProblemPage frame={frame} code={code} next={next ?? defaultSteps(frame)} requestId={c.get('requestId')} />
  )
  return c.html(documentOf(page), PROBLEMS[code].status, retryAfter(code))
}

type Props = {
  readonly frame: Frame
  readonly code: ProblemCode
  readonly next: readonly NextStep[]
  readonly requestId: string | undefined
}

export function ProblemPage({ frame, code, next, requestId }: Props) {
  const t = frame.t.chrome.problem
  const { status, text } = PROBLEMS[code]
  const title = status === 404 ? t.notFound : t.title
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{text[frame.language]}</p>
      <ul class="links">
        {next.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      {status >= 500 && requestId && <p class="muted">{t.code(requestId)}</p>}
    </Page>
  )
}

function defaultSteps({ language, t, who }: Frame): NextStep[] {
  return who
    ? [{ text: t.chrome.problem.toApplications, href: `/${language}/applications` }]
    : [{ text: t.chrome.problem.toSignIn, href: `/${language}/sign-in` }]
}
