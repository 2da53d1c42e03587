// The important thing first: the status, what it means, whose turn it is, until when, and as of when that is true.
import type { Child } from 'hono/jsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment, MomentIn } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import { type Application, shown } from './application.ts'
import { DeadlineLine } from './deadline-view.tsx'
import { CheckedSignatureView } from './pending-signature-view.tsx'
import { roadOf } from './road.ts'
import { isUnderWay, isWithOperator } from './steps.ts'
import type { Details } from './view.ts'

type Props = {
  readonly frame: Frame
  readonly details: Details
  readonly contactHours: string | undefined
  readonly children?: Child // what stands beside the promise of the law
}

export function Standing({ frame, details, contactHours, children }: Props) {
  const { language } = frame
  const { status } = details.row.application
  return (
    <section class="standing" aria-labelledby="now">
      <h2 id="now" class="unseen">
        {frame.t.details.now}
      </h2>
      <p class="big">
        <StatusChip status={shown(status.is)} label={frame.t.applications.status[shown(status.is)]} />
        <SinceWhen frame={frame} details={details} />
      </p>
      <p>{meaningOf(frame, details.row.application)}</p>
      {status.is === 'unclear' && (
        <p class="muted">
          <MomentIn text={frame.t.details.lastSync} at={status.syncedAt} language={language} />{' '}
          {contactHours && frame.t.details.phone(contactHours)}
        </p>
      )}
      {details.signature?.is === 'checking' && <CheckedSignatureView frame={frame} signature={details.signature} />}
      <DeadlineLine frame={frame} details={details} />
      <Overdue frame={frame} details={details} contactHours={contactHours} />
      {children}
      <p class="as-of muted">
        <MomentIn text={frame.t.details.asOf} at={details.asOf} language={language} />{' '}
        {details.heardAt && <MomentIn text={frame.t.details.heard} at={details.heardAt} language={language} />}{' '}
        <a href={`/${language}${frame.address}`}>{frame.t.details.refresh}</a>
      </p>
    </section>
  )
}

/** What the state means, and whose turn it is: of an executed one, what was done with the money. */
function meaningOf({ t }: Frame, application: Application): string {
  const { is } = application.status
  const { meaning, turn } = t.details
  if (is !== 'executed') return `${meaning[is]} ${turn[is]}`
  const done = `${meaning.executed} ${t.road.executed[roadOf(application.kind)]}`
  return `${done} ${isWithOperator(application) ? t.road.operatorsTurn : turn.executed}`
}

/** When the application came to stand there, for those that are finished. */
function SinceWhen({ frame: { language }, details }: Pick<Props, 'frame' | 'details'>) {
  const { status } = details.row.application
  if (status.is === 'executed' || status.is === 'refused') return <DateOf iso={status.on} language={language} />
  if (status.is === 'withdrawn') return <Moment at={status.at} language={language} />
  return null
}

/** The term has passed: said plainly, with an apology and what to do. */
function Overdue({ frame, details, contactHours }: Omit<Props, 'children'>) {
  if (details.deadline?.state !== 'overdue' || !isUnderWay(details.row.application)) return null
  const t = frame.t.details
  return (
    <div class="overdue">
      <p>
        <b>{t.overdue.sorry}</b>
      </p>
      <ul>
        {t.overdue.todo.map(way => (
          <li>{way}</li>
        ))}
      </ul>
      {contactHours && <p class="muted">{t.phone(contactHours)}</p>}
    </div>
  )
}
