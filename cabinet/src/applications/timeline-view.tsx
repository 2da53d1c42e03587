// What has happened to an application, moment by moment and by whom, and what is still ahead (S-58 … S-66).
import { almatyDate } from '../calendar/almaty.ts'
import { DateOf, Moment } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import type { Details, TimelineItem } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function Timeline({ frame, details }: Props) {
  const t = frame.t.details
  return (
    <section>
      <h2>{t.timeline}</h2>
      <ol class="timeline">
        {details.timeline.map(item => (
          <Past frame={frame} item={item} />
        ))}
        <Ahead frame={frame} details={details} />
      </ol>
    </section>
  )
}

function Past({ frame, item }: { frame: Frame; item: TimelineItem }) {
  const { language } = frame
  const t = frame.t.details
  return (
    <li>
      <span class="when">
        {item.dateOnly ? (
          <DateOf iso={almatyDate(item.at)} language={language} />
        ) : (
          <Moment at={item.at} language={language} />
        )}
      </span>
      <span>
        {t.event[item.event]}
        <small>{t.by(item.actor.name?.[language] ?? t.actor[item.actor.kind])}</small>
      </span>
    </li>
  )
}

/** The step that is still to come, greyed: only for an application that is under way. */
function Ahead({ frame, details }: Props) {
  const { is } = details.row.application.status
  if (!details.deadline || (is !== 'accepted' && is !== 'executing')) return null
  const t = frame.t.details
  return (
    <li class="ahead">
      <span class="when">
        <span class="unseen">{t.notYet} </span>
        <DateOf iso={details.deadline.date} language={frame.language} />
      </span>
      <span>{t.expected}</span>
    </li>
  )
}
