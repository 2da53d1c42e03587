// The frame of a page on the way to a withdrawal: below its application, with the way back to it, and the title first.
import type { Child } from 'hono/jsx'
import type { Application } from '../applications/application.ts'
import { type Frame, Page } from '../web/page.tsx'
import { addressOfApplication } from './ways-on.ts'

type Props = {
  readonly frame: Frame
  readonly application: Pick<Application, 'id' | 'number'>
  readonly title: string
  readonly island?: string
  readonly children?: Child
}

export function BelowApplication({ frame, application, title, children, ...rest }: Props) {
  const { language, t } = frame
  return (
    <Page
      {...rest}
      frame={frame}
      title={title}
      crumbs={[
        { text: t.applications.short, href: `/${language}/applications` },
        { text: t.chrome.number(application.number), href: `/${language}${addressOfApplication(application.id)}` },
        { text: title },
      ]}
    >
      <h1>{title}</h1>
      {children}
    </Page>
  )
}
