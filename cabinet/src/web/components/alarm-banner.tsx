// On every page of a person who has said «бұл мен емес»: what is stopped, and the way to open it again.
import type { Frame } from '../page.tsx'
import { Icon } from './icon.tsx'

export function AlarmBanner({ frame: { language, t, address } }: { frame: Frame }) {
  const { banner } = t.shield
  return (
    <aside class="announcements" aria-label={banner.title}>
      <div class="announcement">
        <Icon name="alert" />
        <p>
          <b>{banner.title}</b> {banner.text}{' '}
          {address !== '/protection' && <a href={`/${language}/protection`}>{banner.more}</a>}
        </p>
      </div>
    </aside>
  )
}
