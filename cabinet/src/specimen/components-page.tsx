// The parts that pages are made of, in every state, one below the other. Whole pages follow as links.

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { SHOWN_STATUSES } from '../applications/application.ts'
import { QrCode } from '../qr-signing/qr-code.tsx'
import { Alert } from '../web/components/alert.tsx'
import { Breadcrumbs } from '../web/components/breadcrumbs.tsx'
import { CodeForm } from '../web/components/code-form.tsx'
import { Facts } from '../web/components/facts.tsx'
import { FaultSummary, Field } from '../web/components/field.tsx'
import { ForeignName } from '../web/components/foreign-name.tsx'
import { ICON_NAMES, Icon } from '../web/components/icon.tsx'
import { NcaLayerStates } from '../web/components/ncalayer.tsx'
import { SessionWatch } from '../web/components/session-watch.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { render } from '../web/render.ts'
import { minutesLater } from './specimen.ts'

type Props = { readonly frame: Frame; readonly pages: readonly string[] }

export function ComponentsPage({ frame, pages }: Props) {
  const { language, t } = frame
  return (
    <Page frame={frame} title="Specimen" crumbs={[{ text: t.chrome.services, href: '#' }, { text: 'Specimen' }]}>
      <h1>Specimen</h1>
      <nav aria-label="Pages">
        <ul class="ways-in">
          {pages.map(name => (
            <li>
              <a href={`/${language}/_specimen/${name}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Words frame={frame} />
      <Signs frame={frame} />
      <Buttons frame={frame} />
      <Fields frame={frame} />
      <Panels frame={frame} />
      <Signing frame={frame} />
      <Ending frame={frame} />
    </Page>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Words({ frame: { language, t } }: { readonly frame: Frame }) {
  const bank = { kk: '«Отбасы банк» АҚ', ru: '«Отбасы банк» АҚ', en: '«Отбасы банк» АҚ' }
  return (
    <Part title="Words">
      <p class="lead">{t.applications.service}</p>
      <h3>{t.details.facts}</h3>
      <p>
        {t.applications.empty.what} <a href="#main">{t.applications.short}</a>. <b>{t.withdrawal.afterwards}</b>
      </p>
      <p class="muted">{t.withdrawal.notice}</p>
      <p class="footnote">{t.applications.footnote}</p>
      <Facts
        facts={[
          { name: t.details.fact.number, value: '5155344' },
          { name: t.details.counterparty['lump-sum'], value: <ForeignName name={bank} language={language} /> },
          { name: t.details.fact.operatorRelease, value: t.details.released.no, note: t.details.means.operatorRelease },
        ]}
      />
      <Breadcrumbs label="Specimen" crumbs={[{ text: t.chrome.services, href: '#main' }, { text: t.chrome.profile }]} />
    </Part>
  )
}

function Signs({ frame: { t } }: { readonly frame: Frame }) {
  return (
    <Part title="Signs">
      <p>
        {ICON_NAMES.map(name => (
          <>
            <Icon name={name} /> {name}{' '}
          </>
        ))}
      </p>
      {SHOWN_STATUSES.map(status => (
        <p>
          <StatusChip status={status} label={t.applications.status[status]} />
        </p>
      ))}
      <p class="big">
        <StatusChip status="executed" label={t.applications.status.executed} />
      </p>
      <div class="qr">
        <div class="qr-scan">
          <QrCode text="https://cabinet.example" label={t.qrSigning.waiting.picture} />
        </div>
      </div>
    </Part>
  )
}

function Buttons({ frame: { t } }: { readonly frame: Frame }) {
  return (
    <Part title="Buttons">
      <p class="actions">
        <button type="button" class="primary">
          {t.withdrawal.sign}
        </button>
        <button type="button" class="secondary">
          {t.details.withdrawal.button}
        </button>
        <button type="button" class="primary" aria-disabled="true">
          {t.withdrawal.choose}
        </button>
        <button type="button" class="plain">
          {t.chrome.signOut}
        </button>
        <a class="primary" href="#main">
          {t.chrome.services}
        </a>
      </p>
    </Part>
  )
}

function Fields({ frame }: { readonly frame: Frame }) {
  const { t } = frame
  const { contacts, codes } = t.registration
  const wrong = { code: 'mail-malformed' } as const
  return (
    <Part title="Fields">
      <FaultSummary frame={frame} faults={{ wrong }} labels={{ wrong: contacts.mail }} />
      <Field frame={frame} id="plain" label={contacts.mail} hint={contacts.mailHint} autocomplete="off" />
      <Field frame={frame} id="wrong" label={contacts.mail} fault={wrong} value="gumar@" autocomplete="off" />
      <CodeForm
        frame={frame}
        action="#"
        codes={[
          { channel: 'mail', done: codes.came('gumar@example.kz') },
          { channel: 'sms', hint: codes.sentTo('+7 701 000 00 01') },
        ]}
        faults={{ sms: { code: 'code-wrong', left: 3, again: minutesLater(1) } }}
        submit={codes.submit}
      />
      <p class="check">
        <input type="checkbox" id="agree" checked />
        <label for="agree">{t.withdrawal.agree}</label>
      </p>
    </Part>
  )
}

function Panels({ frame: { t } }: { readonly frame: Frame }) {
  return (
    <Part title="Panels">
      <p class="notice">{t.withdrawal.translation}</p>
      <Alert title={t.withdrawal.notDone}>
        <p>{t.ncalayer.cancelled}</p>
      </Alert>
    </Part>
  )
}

/** What waits in templates until the script shows it is shown here at once, as it would be then. */
function Signing({ frame: { t } }: { readonly frame: Frame }) {
  const states = <NcaLayerStates t={t.ncalayer} title={t.withdrawal.notDone} unavailable={t.withdrawal.unavailable} />
  const shown = render(states)
    .replaceAll('<template data-state="connecting">', '<div class="waiting" data-state="connecting">')
    .replaceAll('<template data-state="waiting">', '<div class="waiting" data-state="waiting">')
    .replaceAll('<template data-state="sending">', '<div class="waiting" data-state="sending">')
    .replaceAll('<template', '<div')
    .replaceAll('</template>', '</div>')
  return <Part title="NCALayer">{raw(shown)}</Part>
}

/** The warning before the session ends, as the script shows it. */
function Ending({ frame }: { readonly frame: Frame }) {
  const visit = { key: 'specimen', left: 100, isLast: false, unread: 0, alarmed: false }
  const bar = render(<SessionWatch frame={frame} visit={visit} />)
    .replace('<p role="status"></p><div hidden', `<p role="status">${frame.t.sessions.warning.soon(2)}</p><div`)
    .replace('aria-hidden="true"></b>', 'aria-hidden="true">1:40</b>')
  return raw(bar)
}
