// The warning before a session ends. Without a script it stays unseen; every sentence waits here for the script to show it.
import { messagesFor } from '../messages/for.ts'
import type { Frame } from '../page.tsx'
import { perLanguage } from '../per-language.ts'
import { rendered } from '../render.ts'
import type { Visit } from '../visit.ts'

type Props = { readonly frame: Frame; readonly visit: Visit }

export function SessionWatch({ frame, visit }: Props) {
  const { language, address } = frame
  return (
    <aside
      class="session"
      aria-label={frame.t.sessions.warning.title}
      data-session={visit.key}
      data-left={visit.left}
      data-last={visit.isLast ? 'true' : undefined}
      data-look={`/${language}/session`}
      data-sign-in={`/${language}/sign-in?next=${encodeURIComponent(`/${language}${address}`)}`}
    >
      {whatItSays(language)}
    </aside>
  )
}

const whatItSays = perLanguage(language => {
  const { chrome, sessions } = messagesFor(language)
  const t = sessions.warning
  return rendered(
    <>
      <p role="status"></p>
      <div hidden>
        <b class="session-left" data-clock aria-hidden="true"></b>
        <form method="post" action={`/${language}/session/extension`} data-extend>
          <button type="submit" class="primary">
            {t.extend}
          </button>
        </form>
        <form method="post" action={`/${language}/sign-out`}>
          <button type="submit" class="secondary">
            {chrome.signOut}
          </button>
        </form>
      </div>
      <template data-say="soon">{t.soon(2)}</template>
      <template data-say="now">{t.soon(1)}</template>
      <template data-say="last-soon">{t.last(2)}</template>
      <template data-say="last-now">{t.last(1)}</template>
      <template data-say="signing">{t.signing}</template>
      <template data-say="failed">{t.failed}</template>
    </>,
  )
})
