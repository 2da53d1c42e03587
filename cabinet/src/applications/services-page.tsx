// «Қызметтер»: what the cabinet offers. Later services become entries of this list.
import { type Frame, Page } from '../web/page.tsx'

export function ServicesPage({ frame }: { frame: Frame }) {
  const { language, t } = frame
  return (
    <Page frame={frame} title={t.chrome.services}>
      <h1>{t.chrome.services}</h1>
      <ul class="services">
        <li>
          <h2>
            <a href={`/${language}/applications`}>{t.applications.title}</a>
          </h2>
          <p>{t.applications.service}</p>
        </li>
        <li>
          <h2>
            <a href={`/${language}/kinds`}>{t.kinds.title}</a>
          </h2>
          <p>{t.kinds.description}</p>
        </li>
      </ul>
      <p>
        <a href={`/${language}/help`}>{t.help.fromServices}</a>
      </p>
    </Page>
  )
}
