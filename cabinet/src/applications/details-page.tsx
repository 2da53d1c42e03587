// One application: where it stands, until when, what one can do; then its steps and what is known of it (S-54 … S-79).
import type { Child } from 'hono/jsx'
import { Facts } from '../web/components/facts.tsx'
import { MomentIn } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import { ChangedNotice } from './changed-notice.tsx'
import { factsOf, Operations } from './details-facts.tsx'
import { Refusal } from './details-refusal.tsx'
import { Standing } from './details-standing.tsx'
import { WithdrawalSection } from './details-withdrawal.tsx'
import { DocumentsSection } from './documents-view.tsx'
import { kindOf } from './kinds.ts'
import { roadOf } from './road.ts'
import { Timeline } from './timeline-view.tsx'
import type { Details } from './view.ts'

type Props = {
  readonly frame: Frame
  readonly details: Details
  readonly origin: string // below the language: «Жабу» leads there
  readonly contactHours?: string | undefined
  readonly isSilent?: boolean // the fund's core, for so long that what is shown may be old
  readonly usual?: Child // how long such applications really take, beside the promise of the law; while this one is under way
}

export function DetailsPage({ frame, details, origin, contactHours, isSilent, usual }: Props) {
  const { language, t } = frame
  const { application } = details.row
  const name = kindOf(application.kind).name[language]
  const back = `/${language}${origin}`
  const list = origin.startsWith('/applications') ? back : `/${language}/applications`
  return (
    <Page
      frame={frame}
      title={`${name}, ${t.chrome.number(application.number)}`}
      crumbs={[
        { text: t.chrome.services, href: `/${language}/services` },
        { text: t.applications.short, href: list },
        { text: t.chrome.number(application.number) },
      ]}
      island="changed.js"
    >
      <h1>{name}</h1>
      <p class="lead">{t.details.of(application.number, formatDate(application.filedOn, language))}</p>
      {roadOf(application.kind) === 'unknown' && <p class="muted">{t.details.unknownKind}</p>}
      {isSilent && details.heardAt && (
        <p class="notice">
          <MomentIn text={t.details.silent} at={details.heardAt} language={language} />
        </p>
      )}
      <Standing frame={frame} details={details} contactHours={contactHours}>
        {usual}
      </Standing>
      <Refusal frame={frame} details={details} />
      <WithdrawalSection frame={frame} details={details} />
      <Timeline frame={frame} details={details} />
      <section>
        <h2>{t.details.facts}</h2>
        <Facts facts={factsOf(frame, details)} />
        <Operations frame={frame} application={application} />
      </section>
      <DocumentsSection frame={frame} details={details} />
      <p class="close">
        <a href={back}>{t.details.close}</a>
      </p>
      <ChangedNotice frame={frame} application={application} shown={details} />
    </Page>
  )
}
