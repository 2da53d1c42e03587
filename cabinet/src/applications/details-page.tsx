// One application: where it stands, until when, what one can do; then what happened and what is known (S-54 … S-79).
import { Facts } from '../web/components/facts.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment, MomentIn } from '../web/components/time.tsx'
import { formatDate } from '../web/format.ts'
import { type Frame, Page } from '../web/page.tsx'
import { PROBLEMS } from '../web/problems.ts'
import { shown } from './application.ts'
import { DeadlineLine } from './deadline-view.tsx'
import { factsOf, Operations } from './details-facts.tsx'
import { DocumentsSection } from './documents-view.tsx'
import { kindOf } from './kinds.ts'
import { CheckedSignatureView } from './pending-signature-view.tsx'
import { Timeline } from './timeline-view.tsx'
import type { Details } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function DetailsPage({ frame, details }: Props) {
  const { language, t } = frame
  const { application } = details.row
  const name = kindOf(application.kind).name[language]
  const list = `/${language}/applications`
  return (
    <Page
      frame={frame}
      title={`${name}, ${t.chrome.number(application.number)}`}
      crumbs={[
        { text: t.chrome.services, href: `/${language}/services` },
        { text: t.applications.short, href: list },
        { text: t.chrome.number(application.number) },
      ]}
    >
      <h1>{name}</h1>
      <p class="lead">{t.details.of(application.number, formatDate(application.filedOn, language))}</p>
      <Standing frame={frame} details={details} />
      <Refusal frame={frame} details={details} />
      <WithdrawalSection frame={frame} details={details} />
      <Timeline frame={frame} details={details} />
      <section>
        <h2>{t.details.facts}</h2>
        <Facts facts={factsOf(frame, details)} />
        <Operations frame={frame} application={application} />
      </section>
      <DocumentsSection frame={frame} details={details} />
      <p>
        <a href={list}>{t.details.close}</a>
      </p>
    </Page>
  )
}

/** The important thing first: the status, what it means, whose turn it is, until when. */
function Standing({ frame, details }: Props) {
  const { language } = frame
  const t = frame.t.details
  const { status } = details.row.application
  return (
    <section class="standing" aria-labelledby="now">
      <h2 id="now" class="unseen">
        {t.now}
      </h2>
      <p class="big">
        <StatusChip status={shown(status.is)} label={frame.t.applications.status[shown(status.is)]} />
        <SinceWhen frame={frame} details={details} />
      </p>
      <p>
        {t.meaning[status.is]} {t.turn[status.is]}
      </p>
      {status.is === 'unclear' && (
        <p class="muted">
          <MomentIn text={t.lastSync} at={status.syncedAt} language={language} />
        </p>
      )}
      {details.signature?.is === 'checking' && <CheckedSignatureView frame={frame} signature={details.signature} />}
      <DeadlineLine frame={frame} details={details} />
    </section>
  )
}

/** When the application came to stand there, for those that are finished. */
function SinceWhen({ frame, details }: Props) {
  const { language } = frame
  const { status } = details.row.application
  if (status.is === 'executed' || status.is === 'refused') return <DateOf iso={status.on} language={language} />
  if (status.is === 'withdrawn') return <Moment at={status.at} language={language} />
  return null
}

/** Why the fund refused, what to do next, and until when one may appeal. */
function Refusal({ frame, details }: Props) {
  const { status } = details.row.application
  if (status.is !== 'refused') return null
  const { language } = frame
  const t = frame.t.details.refusal
  const { text, next, appealUntil } = status.refusal
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{text[language]}</p>
      {(next || appealUntil) && <h3>{t.next}</h3>}
      {next && <p>{next[language]}</p>}
      {appealUntil && <p>{t.appeal(formatDate(appealUntil, language))}</p>}
    </section>
  )
}

/** The way to withdraw, a secondary action; or why not and what instead. */
function WithdrawalSection({ frame, details }: Props) {
  const { language } = frame
  const t = frame.t.details
  const { application, withdrawal } = details.row
  return (
    <section>
      <h2>{t.withdrawal.title}</h2>
      {withdrawal.allowed ? (
        <form method="post" action={`/${language}/applications/${encodeURIComponent(application.id)}/withdrawal`}>
          {details.signature?.is === 'rejected' && (
            <div class="notice">
              <p>
                <b>{t.withdrawal.notCounted}</b>
              </p>
              <p>{PROBLEMS[details.signature.code].text[language]}</p>
            </div>
          )}
          <p>
            {t.withdrawal.allowed} {t.withdrawal.steps}
          </p>
          <button type="submit" class="secondary">
            {t.withdrawal.button}
          </button>
        </form>
      ) : (
        <p>{t.why[withdrawal.reason]}</p>
      )}
      {details.registration && (
        <p>
          <a href={`/${language}/withdrawals/${encodeURIComponent(details.registration)}`}>{t.withdrawal.result}</a>
        </p>
      )}
    </section>
  )
}
