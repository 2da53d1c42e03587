// The signature has arrived and the certification authority is being asked. The page is sent with a Refresh header.
import { MomentIn } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'

type Props = { readonly frame: Frame; readonly receivedAt: Date; readonly application: { id: string; number: string } }

export function CheckingPage({ frame, receivedAt, application }: Props) {
  const { language, address } = frame
  const t = frame.t.withdrawal.checking
  return (
    <Page frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <div role="status">
        <p class="lead">
          <MomentIn text={t.received} at={receivedAt} language={language} />
        </p>
        <p>{t.text}</p>
      </div>
      <p>{t.leave}</p>
      <ul class="links">
        <li>
          <a href={`/${language}${address}`}>{t.refresh}</a>
        </li>
        <li>
          <a href={`/${language}/applications/${encodeURIComponent(application.id)}`}>
            {frame.t.withdrawal.result.toApplication}: {frame.t.chrome.number(application.number)}
          </a>
        </li>
      </ul>
    </Page>
  )
}
