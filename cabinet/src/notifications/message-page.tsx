// One message: what happened, when, and what to do if it was somebody else.
import { Facts } from '../web/components/facts.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { Message } from './message.ts'
import { isAlert, isOfApplication, type Notice } from './notice.ts'
import { noticeText } from './notice-text.ts'
import { applicationPath, CHOICES_PATH } from './paths.ts'

type Props = { readonly frame: Frame; readonly message: Message }

export function MessagePage({ frame, message: { id, notice, at, isRead } }: Props) {
  const { language } = frame
  const t = frame.t.notifications
  const { title, text, facts, notYou } = noticeText(notice, at, language)
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={[
        { text: frame.t.chrome.services, href: `/${language}/services` },
        { text: frame.t.profile.title, href: `/${language}/profile` },
        { text: t.title, href: `/${language}/messages` },
        { text: title },
      ]}
    >
      <h1>{title}</h1>
      <p>{text}</p>
      <Facts facts={facts} />
      <ul class="links">
        {waysOn(frame, notice, id).map(way => (
          <li>
            <a href={`/${language}${way.href}`}>{way.text}</a>
          </li>
        ))}
      </ul>
      {notYou && (
        <section class="notice">
          <h2>{notYou.title}</h2>
          <ol>
            {notYou.steps.map(step => (
              <li>{step}</li>
            ))}
          </ol>
        </section>
      )}
      {!isRead && (
        <form method="post" action={`/${language}/messages/${id}/reading`}>
          <button type="submit" class="secondary">
            {t.read}
          </button>
        </form>
      )}
      <p>
        <a href={`/${language}/messages`}>{t.all}</a>
      </p>
    </Page>
  )
}

type Way = { readonly text: string; readonly href: string }

function waysOn({ t }: Frame, notice: Notice, id: string): Way[] {
  const { go } = t.notifications
  if (isOfApplication(notice)) {
    const application = { text: go.application, href: applicationPath(notice.id, id) }
    const result = (registration: string) => `/withdrawals/${encodeURIComponent(registration)}`
    if (isAlert(notice)) return [{ text: go.notMe, href: `/messages/${id}/not-me` }, application]
    return notice.kind === 'withdrawn'
      ? [{ text: go.result, href: result(notice.registration) }, application]
      : [application]
  }
  if (notice.kind === 'alarm-raised' || notice.kind === 'alarm-lifted')
    return [{ text: t.shield.protection.title, href: '/protection' }]
  return [
    ...(notice.kind === 'contact-changed' ? [{ text: go.contacts, href: '/profile/contacts' }] : []),
    ...(notice.kind === 'choices-changed' ? [{ text: t.choices.title, href: CHOICES_PATH }] : []),
    { text: go.devices, href: '/profile/devices' },
    ...(tellsOfPassword(notice) ? [{ text: go.password, href: '/profile/password' }] : []),
  ]
}

/** Whoever came by EDS or eGov Mobile need not have one. */
function tellsOfPassword(notice: Notice): boolean {
  if (notice.kind === 'new-device') return notice.way === 'password'
  return notice.kind !== 'signed-out-everywhere' && notice.kind !== 'choices-changed'
}
