// The deadline in words: how much is left, overdue, or how it ended; what changed it; and how it was counted (S-59, O-20, O-30).
import type { DeadlinePolicy } from '../calendar/policy.ts'
import { DateOf } from '../web/components/time.tsx'
import { formatCalendarVersion, formatWorkingDays } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Status } from './application.ts'
import { DeadlineChanged } from './deadline-change.tsx'
import { DeadlineStrip } from './deadline-strip.tsx'
import { type Family, kindOf } from './kinds.ts'
import { SpecialDays } from './special-days.tsx'
import { isUnderWay } from './steps.ts'
import type { Deadline, Details } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

const LABELS = {
  payment: 'payment',
  'bank-details': 'other',
  'insurance-transfer': 'transfer',
  'ipm-transfer': 'transfer',
  'vpc-refund': 'payment',
} as const satisfies Record<Family, 'payment' | 'transfer' | 'other'>

export function DeadlineLine({ frame, details }: Props) {
  const { language } = frame
  const t = frame.t.deadline
  const { application } = details.row
  const { family, deadline: policy } = kindOf(application.kind)
  const { deadline } = details
  if (!deadline) return <p class="muted">{absence(frame, application.status.is, policy)}</p>
  const underWay = isUnderWay(application)
  return (
    <div class="deadline">
      <p>
        {t.label[LABELS[family]]}: <b>{<DateOf iso={deadline.date} language={language} />}</b>
        <span class={underWay && deadline.state === 'overdue' ? 'late' : undefined}>
          {sentence(frame, deadline, application.status.is)}
        </span>
      </p>
      {underWay && deadline.change && <DeadlineChanged frame={frame} change={deadline.change} />}
      {underWay && deadline.isForecast && <p class="muted">{t.forecast(deadline.date.slice(0, 4))}</p>}
      {underWay && deadline.state === 'running' && (
        <p>
          <a href={`/${language}/applications/${encodeURIComponent(application.id)}/deadline.ics`} download>
            {t.toCalendar}
          </a>
        </p>
      )}
      {policy && <Explanation frame={frame} deadline={deadline} policy={policy} />}
    </div>
  )
}

function absence({ t }: Frame, is: Status['is'], policy: DeadlinePolicy | undefined): string {
  if (is === 'withdrawn') return t.deadline.dropped
  return policy ? t.deadline.pastCalendar : t.deadline.noTerm
}

function sentence({ language, t }: Frame, { state, workingDaysLeft }: Deadline, status: Status['is']): string {
  const words = t.deadline
  const days = formatWorkingDays(Math.abs(workingDaysLeft), language)
  if (status === 'withdrawn') return words.dropped
  if (status !== 'executed' && status !== 'refused') {
    if (state === 'overdue') return workingDaysLeft === 0 ? words.over : words.overdue(days)
    return workingDaysLeft === 0 ? words.lastDay : words.left(days)
  }
  if (state === 'overdue') return workingDaysLeft === 0 ? words.afterwards : words.late(days)
  return workingDaysLeft === 0 ? words.onTime : words.early(days)
}

type ExplanationProps = { readonly frame: Frame; readonly deadline: Deadline; readonly policy: DeadlinePolicy }

/** Day by day, for whoever wants to see it add up. */
function Explanation({ frame, deadline, policy }: ExplanationProps) {
  const { language } = frame
  const t = frame.t.deadline
  return (
    <details class="counting">
      <summary>{t.how}</summary>
      <p>
        {t.rule(policy.basis[language])} {policy.cutoff && t.cutoff(policy.cutoff)}
      </p>
      {deadline.days.length === 0 && <p>{t.untold}</p>}
      <DeadlineStrip frame={frame} deadline={deadline} />
      <SpecialDays frame={frame} days={deadline.days} policy={policy} />
      <p class="muted">
        {policy.law ? t.law(policy.law[language]) : t.noLaw}{' '}
        {t.calendar(formatCalendarVersion(deadline.calendarVersion, language))}
      </p>
    </details>
  )
}
