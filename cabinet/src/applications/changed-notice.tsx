// Where the page says that the application has changed since it was opened. Its place is kept free, so that nothing moves; the
// words wait in a template. Without script it stays empty: the page says as of when it is true, and how to ask again.
import type { Frame } from '../web/page.tsx'
import type { Application } from './application.ts'
import { versionOf } from './version-tag.ts'

type Props = {
  readonly frame: Frame
  readonly application: Application
  readonly shown?: Parameters<typeof versionOf>[1] // what else the page shows of it
}

export function ChangedNotice({ frame, application, shown }: Props) {
  const { language, address } = frame
  const t = frame.t.details.changed
  return (
    <div
      class="changed"
      role="status"
      data-changed={`/${language}/applications/${encodeURIComponent(application.id)}/version`}
      data-version={versionOf(application, shown)}
    >
      <template>
        <p>
          {t.text} <a href={`/${language}${address}`}>{t.see}</a>
        </p>
      </template>
    </div>
  )
}
