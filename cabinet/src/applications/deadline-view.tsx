// The deadline in words: how much is left, overdue, or how it ended; and how it was counted (S-59, O-20, O-30).
import { DateOf } from '../web/components/time.tsx'
import { formatWorkingDays } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Status } from './application.ts'
import { type Family, kindOf } from './kinds.ts'
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
  const t = frame.t.details.deadline
  const { application } = details.row
  const kind = kindOf(application.kind)
  const { deadline } = details
  if (!deadline) return <p class="muted">{t.none}</p>
  const overdue = deadline.state === 'overdue' && !isFinal(application.status.is)
  return (
    <div class="deadline">
      <p>
        {t[LABELS[kind.family]]}: <b>{<DateOf iso={deadline.date} language={language} />}</b>
        <span class={overdue ? 'late' : undefined}>{sentence(frame, deadline, application.status.is)}</span>
      </p>
      <p class="muted">
        {kind.deadline && t.counted(kind.deadline.basis[language])} {t.calendar(deadline.calendarVersion)}
      </p>
    </div>
  )
}

function sentence({ language, t }: Frame, { state, workingDaysLeft }: Deadline, status: Status['is']): string {
  const words = t.details.deadline
  const days = formatWorkingDays(Math.abs(workingDaysLeft), language)
  if (status === 'withdrawn') return words.dropped
  if (!isFinal(status)) {
    if (state === 'overdue') return words.overdue(days)
    return workingDaysLeft === 0 ? words.lastDay : words.left(days)
  }
  if (state === 'overdue') return words.late(days)
  return workingDaysLeft === 0 ? words.onTime : words.early(days)
}

function isFinal(status: Status['is']): boolean {
  return status === 'executed' || status === 'refused' || status === 'withdrawn'
}
