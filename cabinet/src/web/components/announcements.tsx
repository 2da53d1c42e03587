// Planned maintenance and outages, above the page and apart from it. They are there when the page comes, so nothing moves.
import type { Announcement } from '../announcement.ts'
import { formatSpan, formatWhen } from '../format-span.ts'
import type { Frame } from '../page.tsx'
import { Icon } from './icon.tsx'

export function Announcements({ frame }: { frame: Frame }) {
  const { announcements, language, t, address } = frame
  if (announcements.length === 0) return null
  return (
    <aside class="announcements" aria-label={t.serviceStatus.announcements}>
      {announcements.map(one => (
        <div class="announcement">
          <Icon name={one.is === 'planned' ? 'clock' : 'alert'} />
          <p>
            <b>{titleOf(one, frame)}</b> {wordsOf(one, frame)}{' '}
            {address !== '/status' && <a href={`/${language}/status`}>{t.serviceStatus.more}</a>}
          </p>
        </div>
      ))}
    </aside>
  )
}

function titleOf(one: Announcement, { language, t }: Frame): string {
  const { banner } = t.serviceStatus
  return one.is === 'planned'
    ? banner.planned(formatSpan(one.from, one.until, language))
    : banner.outage[one.what === 'signing' ? 'signing' : 'persons'](formatWhen(one.since, language))
}

function wordsOf(one: Announcement, { language, t }: Frame): string {
  if (one.is === 'planned') return one.text?.[language] ?? t.serviceStatus.meanwhile[one.what]
  return t.serviceStatus.meanwhile[one.what]
}
