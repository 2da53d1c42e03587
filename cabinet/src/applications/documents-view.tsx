// The documents of an application: each can be had as PDF, or the page says why not (S-65, S-68, O-10).

import { almatyDate } from '../calendar/almaty.ts'
import { DateOf } from '../web/components/time.tsx'
import { formatSize } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Details, DocumentItem } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function DocumentsSection({ frame, details }: Props) {
  const t = frame.t.documents.list
  const folder = `/${frame.language}/applications/${encodeURIComponent(details.row.application.id)}/documents`
  return (
    <section>
      <h2>{t.title}</h2>
      <ul class="documents">
        {details.documents.map(item => (
          <Document frame={frame} item={item} folder={folder} />
        ))}
      </ul>
    </section>
  )
}

type ItemProps = { readonly frame: Frame; readonly item: DocumentItem; readonly folder: string }

function Document({ frame, item, folder }: ItemProps) {
  const { language } = frame
  const t = frame.t.documents.list
  const name = frame.t.documents.name[item.kind]
  if ('reason' in item)
    return (
      <li>
        {name}
        <small>{t.none[item.reason]}</small>
      </li>
    )
  return (
    <li>
      {name}
      <a href={`${folder}/${item.kind}`} download>
        {frame.t.details.download}
        <span class="unseen">: {name}</span> (PDF, {formatSize(item.size, language)})
      </a>
      <small>
        {t.madeBy[item.madeBy]} <DateOf iso={almatyDate(item.at)} language={language} />
      </small>
    </li>
  )
}
