// «Хабарламалар»: what happened, newest first. Opening an unread one is a form, since it marks the message as read.
import { Moment } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { Inbox } from './inbox-store.ts'
import type { Message } from './message.ts'
import { isOfApplication } from './notice.ts'
import { noticeText } from './notice-text.ts'
import { CHOICES_PATH } from './paths.ts'

type Shown = { readonly frame: Frame; readonly inbox: Inbox; readonly isFirst: boolean }
type Props = Shown & { readonly isLost?: boolean } // came by a link that leads to nothing of theirs

export function InboxPage({ frame, inbox, isFirst, isLost = false }: Props) {
  const { language } = frame
  const t = frame.t.notifications
  const { messages, unread } = inbox
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
      {isLost && (
        <p class="notice" role="status">
          {t.noSuchLink}
        </p>
      )}
      <p class="lead">
        {t.lead} <a href={`/${language}${CHOICES_PATH}`}>{frame.t.choices.title}</a>
      </p>
      {unread > 1 && isFirst && <ReadAll frame={frame} newest={messages[0]} />}
      {messages.length === 0 ? (
        <p class="notice">{t.empty}</p>
      ) : (
        <ul class="messages">
          {messages.map(message => (
            <Line frame={frame} message={message} />
          ))}
        </ul>
      )}
      <Pager frame={frame} inbox={inbox} isFirst={isFirst} />
    </Page>
  )
}

function Line({ frame, message }: { frame: Frame; message: Message }) {
  const { language } = frame
  const t = frame.t.notifications
  const { id, notice, at, isRead } = message
  const { title } = noticeText(notice, at, language)
  const address = `/${language}/messages/${id}`
  return (
    <li class={isRead ? undefined : 'fresh'}>
      {isRead ? (
        <a href={address}>{title}</a>
      ) : (
        <form method="post" action={`${address}/reading`}>
          <button type="submit" class="plain">
            <span class="mark">{t.unread}</span> <span class="title">{title}</span>
          </button>
        </form>
      )}
      <span class="muted">
        {isOfApplication(notice) && <>{frame.t.chrome.number(notice.number)} · </>}
        <Moment at={at} language={language} />
      </span>
    </li>
  )
}

function ReadAll({ frame, newest }: { frame: Frame; newest: Message | undefined }) {
  if (!newest) return null
  return (
    <form class="read-all" method="post" action={`/${frame.language}/messages/reading`}>
      <input type="hidden" name="upTo" value={newest.id} />
      <button type="submit" class="secondary">
        {frame.t.notifications.readAll}
      </button>
    </form>
  )
}

function Pager({ frame, inbox, isFirst }: Shown) {
  if (isFirst && inbox.next === undefined) return null
  const t = frame.t.notifications
  const address = `/${frame.language}/messages`
  return (
    <nav class="pager" aria-label={t.pages}>
      {!isFirst && <a href={address}>{t.newest}</a>}
      {inbox.next !== undefined && (
        <a rel="next" href={`${address}?after=${inbox.next}`}>
          {t.older}
        </a>
      )}
    </nav>
  )
}
