// «Кім менің деректерімді қарады»: who, when, what, and of which application.
import { Moment } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import type { History, Look } from './history.ts'

type Props = { readonly frame: Frame; readonly history: History; readonly isFirst: boolean }

export function HistoryPage({ frame, history, isFirst }: Props) {
  const { language } = frame
  const t = frame.t.profile.history
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
      <p class="lead">{t.lead}</p>
      {history.looks.length === 0 ? (
        <p class="notice">{t.empty}</p>
      ) : (
        <ol class="looks">
          {history.looks.map(look => (
            <Line frame={frame} look={look} />
          ))}
        </ol>
      )}
      <Pager frame={frame} history={history} isFirst={isFirst} />
      <p>{t.ourselves}</p>
      <p class="footnote">{t.kept}</p>
    </Page>
  )
}

function Line({ frame, look }: { frame: Frame; look: Look }) {
  const { language } = frame
  const t = frame.t.profile.history
  const { at, by, act, application } = look
  return (
    <li>
      <span class="muted">
        <Moment at={at} language={language} />
      </span>
      <div>
        <b>{wordOf(t.by, by) ?? t.otherBy}</b>: {wordOf(t.act, act) ?? t.otherAct}
        {application && (
          <>
            {' '}
            <a href={`/${language}/applications/${encodeURIComponent(application.id)}`}>
              {frame.t.chrome.number(application.number)}
            </a>
          </>
        )}
      </div>
    </li>
  )
}

/** A line whose act has no words yet is shown all the same: nothing is kept from the person. */
function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

function Pager({ frame, history, isFirst }: Props) {
  if (isFirst && history.next === undefined) return null
  const t = frame.t.profile.history
  const address = `/${frame.language}/profile/history`
  return (
    <nav class="pager" aria-label={t.pages}>
      {!isFirst && <a href={address}>{t.newest}</a>}
      {history.next !== undefined && (
        <a rel="next" href={`${address}?before=${history.next}`}>
          {t.older}
        </a>
      )}
    </nav>
  )
}
