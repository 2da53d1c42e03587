// The signature has arrived and the certifying authority is being asked. The page is sent with a Refresh header.
import { type CheckedSignature, CheckedSignatureView } from '../applications/pending-signature-view.tsx'
import { type Frame, Page } from '../web/page.tsx'

type Props = {
  readonly frame: Frame
  readonly signature: CheckedSignature
  readonly application: { readonly id: string; readonly number: string }
}

export function CheckingPage({ frame, signature, application }: Props) {
  const { language, address } = frame
  const t = frame.t.withdrawal.checking
  return (
    <Page frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <CheckedSignatureView frame={frame} signature={signature}>
        <p>{t.leave}</p>
      </CheckedSignatureView>
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
