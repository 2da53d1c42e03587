// How long such applications really take, beside the promise of the law; or that not enough is known to say so.
import { type KindId, kindOf } from '../applications/kinds.ts'
import { MomentIn } from '../web/components/time.tsx'
import { formatCalendarDays, formatWorkingDays } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { PublishedUsual } from './read-published.ts'

type Props = { readonly frame: Frame; readonly kind: KindId; readonly usual: PublishedUsual | undefined }

/** One sentence, for the page of an application, with the way to the rest. */
export function UsualTime({ frame, kind, usual }: Props) {
  const t = frame.t.statistics
  const days = usual?.nineTenths
  return (
    <p class="usual">
      {days === undefined ? t.notEnough : t.nineTenths(daysOf(frame, kind, days))}{' '}
      <a href={`/${frame.language}/kinds/${kind}`}>{t.more}</a>
    </p>
  )
}

/** Everything that is published of a kind. */
export function UsualTimes({ frame, kind, usual }: Props) {
  const t = frame.t.statistics
  const { nineTenths, half, inTime } = usual ?? {}
  if (!usual || nineTenths === undefined) return <p>{t.notEnough}</p>
  return (
    <>
      <p>
        {t.nineTenths(daysOf(frame, kind, nineTenths))} {half !== undefined && t.half(daysOf(frame, kind, half))}
      </p>
      {inTime !== undefined && <p>{inTime === 0 ? t.fewInTime : t.inTime(inTime)}</p>}
      <p class="muted">
        {t.counted(usual.atLeast)} <MomentIn text={t.asOf} at={usual.computedAt} language={frame.language} />{' '}
        {t.noPromise}
      </p>
    </>
  )
}

/** In the unit of the law, so that the two can be compared. */
function daysOf({ language }: Frame, kind: KindId, days: number): string {
  const format = kindOf(kind).deadline?.unit === 'calendarDay' ? formatCalendarDays : formatWorkingDays
  return format(days, language)
}
