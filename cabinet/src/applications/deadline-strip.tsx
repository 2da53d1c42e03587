// The calendar of a term: a table of weeks. Whoever hears it is told each day in words; the dashes and rings only repeat it.
import { formatDayOfMonth, formatLongDate, formatShortDay, weekdays } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import { type StripDay, weeksOf } from './strip.ts'
import type { Deadline } from './view.ts'

type Props = { readonly frame: Frame; readonly deadline: Deadline }

export function DeadlineStrip({ frame, deadline }: Props) {
  const { language } = frame
  const t = frame.t.deadline.strip
  const { days } = deadline
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  return (
    <>
      <table class="strip">
        <caption>{t.title(formatLongDate(first.date, language), formatLongDate(last.date, language))}</caption>
        <thead>
          <tr>
            {weekdays(language).map(({ long, short }) => (
              <th scope="col">
                <span aria-hidden="true">{short}</span>
                <span class="unseen">{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map(week => (
            <tr>
              {week.map(day =>
                day ? <Cell frame={frame} day={day} isToday={day.date === deadline.today} /> : <td></td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">
        {t.legend} {days.some(day => day.date === deadline.today) && t.todayIs}
      </p>
    </>
  )
}

type CellProps = { readonly frame: Frame; readonly day: StripDay; readonly isToday: boolean }

function Cell({ frame, day, isToday }: CellProps) {
  const { language } = frame
  const t = frame.t.deadline.strip
  const words = [
    day.number === undefined ? t.notCounted : t.counted(String(day.number)),
    ...(day.isLast ? [t.last] : []),
    ...(isToday ? [t.today] : []),
  ]
  return (
    <td
      class={[day.number === undefined ? 'skipped' : 'counted', ...(day.isLast ? ['last'] : [])].join(' ')}
      aria-current={isToday ? 'date' : undefined}
    >
      <span class="unseen">
        {formatDayOfMonth(day.date, language)}: {words.join(', ')}
      </span>
      <span class="date" aria-hidden="true">
        {day.namesMonth ? formatShortDay(day.date, language) : Number(day.date.slice(8))}
      </span>
      <span class="number" aria-hidden="true">
        {day.number ?? '–'}
      </span>
    </td>
  )
}
