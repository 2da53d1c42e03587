// What needs its person, above the list: what it is, what to do, and the way there.
import { DateIn, MomentIn } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
import type { Attention, Need } from './attention.ts'
import { kindOf } from './kinds.ts'
import { listAddress } from './list-query.ts'

type Props = {
  readonly frame: Frame
  readonly attention: Attention
  readonly from: string // the question of this list, so that one comes back to it
}

export function AttentionSection({ frame, attention, from }: Props) {
  if (attention.items.length === 0) return null
  const { language } = frame
  const t = frame.t.applications.attention
  const list = `/${language}/applications`
  return (
    <section class="attention" aria-labelledby="attention">
      <h2 id="attention">{t.title}</h2>
      <ul>
        {attention.items.map(({ application, need }) => (
          <li>
            <a href={`${list}/${encodeURIComponent(application.id)}?from=${encodeURIComponent(from)}`}>
              {kindOf(application.kind).name[language]}, <bdi>{frame.t.chrome.number(application.number)}</bdi>
            </a>
            <p>
              <NeedText frame={frame} need={need} />
            </p>
          </li>
        ))}
        {attention.others.map(status => (
          <li>
            <a href={list + listAddress({ status })}>{t.others[status]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NeedText({ frame: { language, t }, need }: { frame: Frame; need: Need }) {
  const text = t.applications.attention.need
  if (need.is === 'appeal-open') return <DateIn text={text['appeal-open']} iso={need.until} language={language} />
  if (need.is === 'overdue') return <DateIn text={text.overdue} iso={need.since} language={language} />
  if (need.is === 'unclear') return <MomentIn text={text.unclear} at={need.syncedAt} language={language} />
  return text[need.is]
}
