// Signing with NCALayer, the same on every page that asks for a signature: where the key is kept, the button, what is said
// meanwhile. Every sentence is made here, waits in a template, and is shown by the script when it is true.
import type { Child } from 'hono/jsx'
import type { Messages } from '../messages/kk.ts'
import type { Frame } from '../page.tsx'
import { Alert } from './alert.tsx'
import { KeyStore } from './key-store.tsx'

const NCALAYER_SITE = 'https://pki.gov.kz/ncalayer/'

type EdsPanelProps = {
  readonly frame: Frame
  readonly ncalayerUrl: string
  readonly purpose: 'sign-in' | 'registration' | 'recovery' | 'rehearsal' // what the challenge is good for
  readonly action: string // where the form goes: fields `challenge` and `cms`, both empty without a signature
  readonly button: string // what pressing does: «ЭЦҚ арқылы кіру»
  readonly notDone: string // the title of every failure: «Кабинетке кіру мүмкін болмады»
  readonly phone?: string | undefined // where the same can be done by phone: an address or '#egov-mobile' of this page
  readonly children?: Child // further fields of the form, above the choice of the key store
}

/**
 * A form of its own that proves who one is: it fetches a challenge for the purpose, has it signed and is posted to
 * `action`. The page needs `island="sign-in.js"`. Several may stand on one page.
 */
export function EdsPanel({ frame, ncalayerUrl, purpose, action, button, notDone, phone, children }: EdsPanelProps) {
  const t = frame.t.ncalayer
  return (
    <form method="post" action={action} data-eds data-purpose={purpose} data-ncalayer={ncalayerUrl}>
      {children}
      <input type="hidden" name="challenge" />
      <input type="hidden" name="cms" />
      <NoScript text={t.noScript} />
      {phone && (
        <p class="by-phone">
          {t.onPhone} <a href={phone}>{t.toPhone}</a>
        </p>
      )}
      <div class="scripted eds">
        <KeyStore t={t} />
        <p class="muted">{t.permission}</p>
        <button type="button" class="primary" data-start>
          {button}
        </button>
      </div>
      <NcaLayerStates t={t} title={notDone} unavailable={t.unavailable} phone={phone} />
      <Failed state="crowded" title={notDone} text={t.crowded} />
    </form>
  )
}

/** For readers without a script; what needs one has the class `scripted` and is hidden from them. */
export function NoScript({ text }: { text: string }) {
  return (
    <noscript>
      <p class="notice">{text}</p>
    </noscript>
  )
}

type StatesProps = {
  readonly t: Messages['ncalayer']
  readonly title: string // «Қол қойылмады»: what did not happen
  readonly unavailable: string // our own server did not answer
  readonly phone?: string | undefined
}

/** What is awaited and why nothing was signed; stands inside the form that the script watches over. */
export function NcaLayerStates({ t, title, unavailable, phone }: StatesProps) {
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
        <Unreachable t={t} phone={phone} />
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
function Unreachable({ t, phone }: Pick<StatesProps, 't' | 'phone'>) {
  const { title, lead, denied, installed, running, allowed, trusted, unblocked, computer } = t.unreachable
  return (
    <Alert title={title}>
      <p data-denied hidden>
        <b>{denied}</b>
      </p>
      <p>{lead}</p>
      <ol>
        <li>
          {installed} <Site />
        </li>
        <li>{running}</li>
        <li>{allowed}</li>
        <li>{trusted}</li>
        <li>{unblocked}</li>
      </ol>
      <p>
        {computer} {phone && <a href={phone}>{t.toPhone}</a>}
      </p>
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
