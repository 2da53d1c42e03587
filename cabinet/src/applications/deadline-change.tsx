// What a newer calendar did to the deadline, and through which days.
import { formatCalendarVersion, formatDate, formatDayOfMonth } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { DeadlineChange } from './view.ts'

type Props = { readonly frame: Frame; readonly change: DeadlineChange }

export function DeadlineChanged({ frame, change }: Props) {
  const { language } = frame
  const t = frame.t.deadline.change
  const version = formatCalendarVersion(change.version, language)
  if (change.is === 'unchanged') return <p>{t.unchanged(version)}</p>
  return (
    <>
      <p>
        {change.is === 'kept'
          ? t.kept(version, formatDate(change.wouldBe, language))
          : t.moved(version, formatDate(change.from, language))}
      </p>
      {change.because.length > 0 && (
        <>
          <p>{t.because}</p>
          <ul>
            {change.because.map(({ date, is }) => (
              <li>{(is?.works ? t.works : t.off)(`${formatDayOfMonth(date, language)}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
