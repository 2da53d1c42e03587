// The page that waits for the phone. Each state has its own words; without a script it asks again by itself every few seconds.
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Alert } from '../web/components/alert.tsx'
import { formatTime } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import type { Operation, ShownState } from './operation.ts'
import type { QrPurpose } from './purpose.ts'
import { QrCode } from './qr-code.tsx'
import { Install, SignedStatementPage } from './statement-parts.tsx'
import { Ways } from './ways.tsx'

export type Shown = {
  readonly frame: Frame
  readonly id: string
  readonly operation: Operation
  readonly purpose: QrPurpose
  readonly state: ShownState
  readonly secondsLeft: number
  readonly qrText: string
  readonly launchLink: string
}

const REFRESH_SECONDS = 5

export function QrPage(shown: Shown) {
  const { state } = shown
  if (state === 'waiting') return <WaitingPage {...shown} />
  if (state === 'scanned') return <ScannedPage {...shown} />
  if (state !== 'signed') return <EndedPage {...shown} state={state} />
  const { draft } = shown.operation
  return draft ? <SignedStatementPage frame={shown.frame} draft={draft} /> : <SignedPage {...shown} />
}

function WaitingPage(shown: Shown) {
  const { frame, purpose, operation, qrText, launchLink } = shown
  const t = frame.t.qrSigning
  return (
    <Watched shown={shown} title={purpose.heading[frame.language]}>
      {operation.draft && <p class="lead">{frame.t.phoneSigning.lead}</p>}
      <div class="qr">
        <div class="qr-scan">
          <QrCode text={qrText} label={t.waiting.picture} />
          <Deadline shown={shown} text={t.until} />
        </div>
        <ol class="qr-steps">
          {(operation.draft ? frame.t.phoneSigning.steps : t.waiting.steps).map(step => (
            <li>{step}</li>
          ))}
        </ol>
        <Confirmation shown={shown} />
        <section class="qr-link">
          <h2>{t.link.title}</h2>
          <p class="muted">{t.link.text}</p>
          <p>
            <a class="open-app" href={launchLink} rel="noreferrer">
              {t.link.button}
            </a>
          </p>
        </section>
      </div>
      {operation.draft && <Install frame={frame} />}
      <Ways shown={shown} cancel />
    </Watched>
  )
}

/** The QR is gone: whoever looks over the shoulder now has nothing to scan. */
function ScannedPage(shown: Shown) {
  const { frame, operation } = shown
  const { qrSigning: t, phoneSigning: statement } = frame.t
  const problem = operation.progress.is === 'scanned' ? operation.progress.problem : undefined
  return (
    <Watched shown={shown} title={t.scanned.title}>
      {problem && (
        <Alert title={t.notDone}>
          <p>{PROBLEMS[problem].text[frame.language]}</p>
        </Alert>
      )}
      <p class="lead">{operation.draft ? `${statement.scanned} ${statement.moves}` : t.scanned.lead}</p>
      <Confirmation shown={shown} />
      <Deadline shown={shown} text={t.scanned.until} />
      <p class="muted">{t.scanned.stranger}</p>
      <Ways shown={shown} cancel />
    </Watched>
  )
}

function SignedPage({ frame, id }: Shown) {
  const { language } = frame
  const t = frame.t.qrSigning.signed
  return (
    <Page frame={frame} title={t.title} island="qr.js">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <form method="post" action={`/${language}/qr/${id}/completion`} data-completion>
        <button type="submit" class="primary">
          {t.button}
        </button>
      </form>
    </Page>
  )
}

function EndedPage(shown: Shown & { readonly state: Exclude<ShownState, 'waiting' | 'scanned' | 'signed'> }) {
  const { frame, operation, state } = shown
  const t = frame.t.qrSigning[state]
  const { progress } = operation
  return (
    <Page frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      {progress.is === 'failed' && (
        <Alert title={frame.t.qrSigning.notDone}>
          <p>{PROBLEMS[progress.problem].text[frame.language]}</p>
        </Alert>
      )}
      <p class="lead">{t.lead}</p>
      <Ways shown={shown} />
    </Page>
  )
}

type WatchedProps = { readonly shown: Shown; readonly title: string; readonly children?: Child }

/** A page that changes when the phone has done something. */
function Watched({ shown, title, children }: WatchedProps) {
  const { frame, id, state, secondsLeft, operation } = shown
  const problem = operation.progress.is === 'scanned' ? operation.progress.problem : undefined
  return (
    <Page frame={frame} title={title} island="qr.js">
      <noscript>{refreshed(secondsLeft)}</noscript>
      <h1>{title}</h1>
      <div
        data-qr={`/api/v1/${operation.draft ? '' : 'sign-in/'}qr-operations/${id}`}
        data-state={state}
        data-problem={problem ?? ''}
        data-left={secondsLeft}
      >
        <p class="notice" role="status" data-offline hidden>
          {frame.t.qrSigning.offline}
        </p>
        {children}
      </div>
    </Page>
  )
}

/** As plain text: JSX would lift the element out of <noscript> into the head, where it would hold with a script too. */
function refreshed(secondsLeft: number) {
  return html`<meta http-equiv="refresh" content="${Math.min(REFRESH_SECONDS, Math.max(1, secondsLeft))}" />`
}

function Confirmation({ shown: { frame, operation } }: { shown: Shown }) {
  const t = frame.t.qrSigning
  return (
    <div class="qr-digits">
      <p>
        {t.confirmation}: <b>{operation.confirmation}</b>
      </p>
      <p class="muted">{t.confirmationHint}</p>
    </div>
  )
}

/** The end as a time, which is true without a script; the island counts down beside it. */
function Deadline({ shown: { frame, operation }, text }: { shown: Shown; text: (time: string) => string }) {
  const t = frame.t.qrSigning
  return (
    <p class="muted">
      {text(formatTime(operation.expiresAt))}{' '}
      <span class="qr-left" aria-hidden="true">
        {t.left} <b data-clock></b>
      </span>
    </p>
  )
}
