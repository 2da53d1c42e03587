// What is on the pages of a statement alone: where the app is had, and the end of signing (memo items S-102, S-110).
import { LINKS } from '../help/links.ts'
import { type Frame, Page } from '../web/page.tsx'

export function Install({ frame }: { readonly frame: Frame }) {
  return (
    <p class="qr-install muted">
      {frame.t.phoneSigning.install} <a href={LINKS.egovMobileIos}>App Store</a>,{' '}
      <a href={LINKS.egovMobileAndroid}>Google Play</a>.
    </p>
  )
}

/** Sent with a Refresh header: it goes on by itself, with or without a script. */
export function SignedStatementPage({ frame, draft }: { readonly frame: Frame; readonly draft: string }) {
  const t = frame.t.phoneSigning.signed
  return (
    <Page frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead" role="status">
        {t.lead}
      </p>
      <p>
        <a class="primary" href={`/${frame.language}/withdrawal-drafts/${encodeURIComponent(draft)}`}>
          {t.button}
        </a>
      </p>
    </Page>
  )
}
