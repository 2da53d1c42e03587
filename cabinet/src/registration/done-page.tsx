// Registered: what one can do now.
import { type Frame, Page } from '../web/page.tsx'

export function DonePage({ frame }: { frame: Frame }) {
  const { language } = frame
  const t = frame.t.registration
  return (
    <Page frame={frame} title={t.done.title}>
      <h1>{t.done.title}</h1>
      <p class="lead">{t.done.lead}</p>
      <p>{t.done.signature}</p>
      <p>
        <a class="primary" href={frame.who ? `/${language}/applications` : `/${language}/sign-in`}>
          {frame.who ? t.done.go : t.signIn}
        </a>
      </p>
      {frame.who && (
        <p>
          <a href={`/${language}/profile`}>{t.done.profile}</a>
        </p>
      )}
    </Page>
  )
}
