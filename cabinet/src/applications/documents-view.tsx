// The documents of an application: each can be had as PDF, or the page says why not (S-65, S-68, O-10).

import { almatyDate } from '../calendar/almaty.ts'
import { formatDate, formatSize } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Details, DocumentItem } from './view.ts'

type Props = { readonly frame: Frame; readonly details: Details }

export function DocumentsSection({ frame, details }: Props) {
  const { list, certificate } = frame.t.documents
  const application = `/${frame.language}/applications/${encodeURIComponent(details.row.application.id)}`
  return (
    <section>
      <h2>{list.title}</h2>
      <ul class="documents">
        {details.documents.map(item => (
          <Document frame={frame} item={item} folder={`${application}/documents`} />
        ))}
      </ul>
      <form method="post" action={`${application}/certificate`}>
        <h3>{certificate.title}</h3>
        <p>{certificate.lead}</p>
        <button type="submit" class="secondary">
          {certificate.button}
        </button>
      </form>
    </section>
  )
}

type ItemProps = { readonly frame: Frame; readonly item: DocumentItem; readonly folder: string }

function Document({ frame, item, folder }: ItemProps) {
  const { language } = frame
  const t = frame.t.documents.list
  if ('reason' in item)
    return (
      <li>
        {frame.t.documents.name.fund[item.kind]}
        <small>{t.none[item.reason]}</small>
      </li>
    )
  const name = frame.t.documents.name[item.madeBy][item.kind]
  return (
    <li>
      {name}
      <a href={`${folder}/${item.kind}`} download>
        {frame.t.details.download}
        <span class="unseen">: {name}</span> (PDF, {formatSize(item.size, language)})
      </a>
      <small>{t.madeBy[item.madeBy](formatDate(almatyDate(item.at), language))}</small>
    </li>
  )
}
