// The steps of an application: what has happened, moment by moment and by whom, what is going on, and what usually follows
// (S-58 … S-66). Each step says in words whether it is behind, going on or ahead; the dots only repeat it.
import { almatyDate } from '../calendar/almaty.ts'
import { ForeignName } from '../web/components/foreign-name.tsx'
import { DateIn, DateOf, Moment } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import type { Application } from './application.ts'
import type { Doer } from './road.ts'
import { type Step, stepsOf } from './steps.ts'
import type { Details, TimelineItem } from './view.ts'

export function Timeline({ frame, details }: { readonly frame: Frame; readonly details: Details }) {
  const t = frame.t.road
  const steps = stepsOf(details)
  return (
    <section>
      <h2>{t.title}</h2>
      <ol class="timeline">
        {steps.map((step, i) => (
          <li class={step.is} aria-current={step.is === 'now' ? 'step' : undefined}>
            <span class="when">
              <span class="unseen">{t.step[step.is](i + 1, steps.length)} </span>
              <When frame={frame} step={step} today={almatyDate(details.asOf)} />
            </span>
            <span>
              <What frame={frame} step={step} application={details.row.application} />
            </span>
          </li>
        ))}
      </ol>
      {steps.some(isPromised) && <p class="muted">{t.usual}</p>}
    </section>
  )
}

type StepProps = { readonly frame: Frame; readonly step: Step }

function When({ frame: { language, t }, step, today }: StepProps & { readonly today: string }) {
  if (step.is === 'now') return <b>{t.road.now}</b>
  if (step.is === 'ahead')
    return step.until ? (
      <DateIn text={step.until < today ? t.road.wasDue : t.road.until} iso={step.until} language={language} />
    ) : (
      t.road.noDate
    )
  const { at, dateOnly } = step.item
  return dateOnly ? <DateOf iso={almatyDate(at)} language={language} /> : <Moment at={at} language={language} />
}

function What({ frame, step, application }: StepProps & { readonly application: Application }) {
  const t = frame.t.road
  if (step.is === 'done')
    return (
      <>
        {t.event[step.item.event]}
        <small>{t.by(actorOf(frame, step.item))}</small>
      </>
    )
  return (
    <>
      {step.is === 'now' ? <b>{t.going[step.what]}</b> : t.next[step.what]}
      <small>
        {step.is === 'now' ? t.turn(t.doer[step.by]) : t.willBeBy(t.doer[step.by])}
        <NameOf frame={frame} doer={step.by} application={application} />
      </small>
    </>
  )
}

function actorOf({ language, t }: Frame, { actor }: TimelineItem): string {
  return actor.name?.[language] ?? t.road.doer[actor.kind]
}

/** Who exactly, where the application names them. */
function NameOf({ frame, doer, application }: { frame: Frame; doer: Doer; application: Application }) {
  const isNamed = (doer === 'operator' || doer === 'insurer') && application.counterparty
  if (!isNamed) return null
  return (
    <>
      {' ('}
      <ForeignName name={isNamed} language={frame.language} />)
    </>
  )
}

/** Steps of the fund and of others are no promise; that one may appeal is one. */
function isPromised(step: Step): boolean {
  return step.is === 'ahead' && step.by !== 'person'
}
