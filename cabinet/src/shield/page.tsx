// What an alert is about and what pressing does; what was done; and how an alarm is taken back. The first two are for whoever has
// the code: nothing stands on them that the message did not say.
import { noticeText } from '../notifications/notice-text.ts'
import { Alert as Warning } from '../web/components/alert.tsx'
import { Facts } from '../web/components/facts.tsx'
import { Moment } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import type { Alert } from './alert.ts'
import { ALARM_PATH, PROTECTION_PATH } from './paths.ts'

type AlertProps = { readonly frame: Frame; readonly alert: Pick<Alert, 'notice' | 'at'>; readonly code: string }

export function AlertPage({ frame, alert: { notice, at }, code }: AlertProps) {
  const { language } = frame
  const t = frame.t.shield
  const told = noticeText(notice, at, language)
  return (
    <Page frame={frame} title={t.alert.title}>
      <h1>{t.alert.title}</h1>
      <p class="lead">{t.alert.lead}</p>
      <h2>{told.title}</h2>
      <Facts facts={told.facts} />
      <h2>{t.alert.does}</h2>
      <ul>
        {t.alert.effects.map(effect => (
          <li>{effect}</li>
        ))}
      </ul>
      <form class="act" method="post" action={`/${language}${ALARM_PATH}`}>
        <input type="hidden" name="code" value={code} />
        <button type="submit" class="primary">
          {t.alert.button}
        </button>
      </form>
      <p>{t.alert.wasMe}</p>
    </Page>
  )
}

type RaisedProps = { readonly frame: Frame; readonly checking: readonly string[] }

export function RaisedPage({ frame, checking }: RaisedProps) {
  const t = frame.t.shield
  return (
    <Page frame={frame} title={t.raised.title}>
      <h1>{t.raised.title}</h1>
      {checking.length > 0 && (
        <Warning title={t.raised.checking}>
          <p>{checking.map(number => frame.t.chrome.number(number)).join(', ')}</p>
          <p>{t.raised.callAtOnce}</p>
        </Warning>
      )}
      <p class="lead" role="status">
        {t.raised.lead}
      </p>
      <h2>{t.raised.done}</h2>
      <ul>
        {t.raised.effects.map(effect => (
          <li>{effect}</li>
        ))}
      </ul>
      <h2>{t.raised.next}</h2>
      <ol>
        {t.raised.steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      <h2>{t.raised.back}</h2>
      <p>{t.raised.lifting}</p>
      <p>
        <a
          class="secondary"
          href={`/${frame.language}/sign-in?next=${encodeURIComponent(`/${frame.language}${PROTECTION_PATH}`)}`}
        >
          {frame.t.chrome.problem.toSignIn}
        </a>
      </p>
    </Page>
  )
}

export type ProtectionView = {
  readonly raisedAt: Date | undefined
  readonly mayLift: boolean // signed in since then by a way that proves the person
  readonly refused?: boolean | undefined // just now
  readonly lifted?: boolean | undefined // just now
}

type ProtectionProps = { readonly frame: Frame; readonly view: ProtectionView }

export function ProtectionPage({ frame, view }: ProtectionProps) {
  const { language } = frame
  const t = frame.t.shield.protection
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[
        { text: frame.t.chrome.services, href: `/${language}/services` },
        { text: frame.t.profile.title, href: `/${language}/profile` },
        { text: t.title },
      ]}
    >
      <h1>{t.title}</h1>
      {view.refused && (
        <Warning title={t.notLifted}>
          <p>{PROBLEMS['alarm-needs-signature'].text[language]}</p>
        </Warning>
      )}
      {view.raisedAt ? (
        <Raised frame={frame} view={view} raisedAt={view.raisedAt} />
      ) : (
        <Quiet frame={frame} view={view} />
      )}
      <p>
        <a href={`/${language}/profile`}>{frame.t.registration.change.back}</a>
      </p>
    </Page>
  )
}

function Quiet({ frame, view }: ProtectionProps) {
  const t = frame.t.shield.protection
  return (
    <>
      {view.lifted && (
        <p class="notice" role="status">
          {t.lifted}
        </p>
      )}
      <p class="lead">{t.quiet}</p>
      <ul>
        {t.explained.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Raised({ frame, view, raisedAt }: ProtectionProps & { readonly raisedAt: Date }) {
  const { language } = frame
  const t = frame.t.shield.protection
  return (
    <>
      <p class="lead">{t.stopped}</p>
      <Facts facts={[{ name: t.since, value: <Moment at={raisedAt} language={language} /> }]} />
      <ul>
        {t.stays.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t.lifting}</h2>
      {view.mayLift ? (
        <form class="act" method="post" action={`/${language}${PROTECTION_PATH}/lifting`}>
          <p>{t.sure}</p>
          <button type="submit" class="primary">
            {t.button}
          </button>
        </form>
      ) : (
        <>
          <p>{t.how}</p>
          <form class="act" method="post" action={`/${language}/sign-out`}>
            <button type="submit" class="primary">
              {t.signInAnew}
            </button>
          </form>
        </>
      )}
      <p>{t.notMe}</p>
    </>
  )
}
