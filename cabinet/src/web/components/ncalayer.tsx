// What the NCALayer islands say: every sentence is made here, waits in a template, and is shown by the script when it is true.
import type { Child } from 'hono/jsx'
import type { Messages } from '../messages/kk.ts'
import { Alert } from './alert.tsx'

const NCALAYER_SITE = 'https://pki.gov.kz/ncalayer/'

type Props = {
  readonly t: Messages['ncalayer']
  readonly title: string // «Қол қойылмады»: what did not happen
  readonly unavailable: string // our own server did not answer
}

export function NcaLayerStates({ t, title, unavailable }: Props) {
  return (
    <div data-states>
      <div class="waiting" role="status" data-waiting></div>
      <div data-failed tabindex={-1}></div>
      <Waiting state="connecting" text={t.connecting} stop={t.stop} />
      <Waiting state="waiting" text={t.waiting} more={t.howLong} stop={t.stop} />
      <Waiting state="sending" text={t.sending} />
      <Failed state="cancelled" title={title} text={t.cancelled} />
      <Failed state="stopped" title={title} text={t.stopped} />
      <Failed state="interrupted" title={title} text={t.interrupted} />
      <Failed state="timed-out" title={title} text={t.timedOut} />
      <Failed state="unavailable" title={title} text={unavailable} />
      <Failed state="outdated" title={title} text={t.outdated} more={<Site />} />
      <Failed state="unreadable" title={title} text={t.unreadable} more={<Site />} />
      <Failed state="failed" title={title} text={t.failed} more={<code data-code></code>} />
      <template data-state="unreachable">
        <Unreachable t={t.unreachable} />
      </template>
    </div>
  )
}

function Waiting({ state, text, more, stop }: { state: string; text: string; more?: string; stop?: string }) {
  return (
    <template data-state={state}>
      <p>
        {text} {more}
      </p>
      {stop && (
        <button type="button" class="secondary" data-stop>
          {stop}
        </button>
      )}
    </template>
  )
}

function Failed({ state, title, text, more }: { state: string; title: string; text: string; more?: Child }) {
  return (
    <template data-state={state}>
      <Alert title={title}>
        <p>
          {text} {more}
        </p>
      </Alert>
    </template>
  )
}

/** Every failure to connect looks the same to a page, so it lists what to check and claims no cause. */
function Unreachable({ t }: { t: Messages['ncalayer']['unreachable'] }) {
  return (
    <Alert title={t.title}>
      <p>{t.lead}</p>
      <ol>
        <li>
          {t.installed} <Site />
        </li>
        <li>{t.running}</li>
        <li>{t.allowed}</li>
        <li>{t.trusted}</li>
        <li>{t.unblocked}</li>
      </ol>
      <p>{t.computer}</p>
    </Alert>
  )
}

function Site() {
  return (
    <a href={NCALAYER_SITE} rel="noreferrer" target="_blank">
      {NCALAYER_SITE}
    </a>
  )
}
