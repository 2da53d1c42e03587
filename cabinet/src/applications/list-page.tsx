// «Өтініштерім»: one row per application or operation, newest first (memo items S-31 … S-53).
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, MomentIn } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { kindOf } from './kinds.ts'
import { ListFilter } from './list-filter.tsx'
import { isNarrowed, listAddress } from './list-query.ts'
import type { ListPage as List, ListItem, ListQuery } from './view.ts'

type Props = { readonly frame: Frame; readonly list: List; readonly query: ListQuery }

export function ListPage({ frame, list, query }: Props) {
  const { language } = frame
  const t = frame.t.applications
  const narrowed = isNarrowed(query)
  const nothing = list.rows.length === 0 && !narrowed && !query.cursor
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[{ text: frame.t.chrome.services, href: `/${language}/services` }, { text: t.short }]}
    >
      <h1>{t.title}</h1>
      {nothing ? (
        <Empty t={t.empty} />
      ) : (
        <>
          <ListFilter frame={frame} list={list} query={query} />
          <p class="tally">
            <span>
              {narrowed ? t.found(list.total) : t.total(list.total)}{' '}
              {narrowed && <a href={`/${language}/applications`}>{t.filter.clear}</a>}
            </span>
            <span class="muted">{list.asOf && <MomentIn text={t.asOf} at={list.asOf} language={language} />}</span>
          </p>
          {list.rows.length > 0 ? <Rows frame={frame} rows={list.rows} /> : <p class="notice">{t.nothingFound}</p>}
          <Pager frame={frame} list={list} query={query} />
          <p class="footnote">{t.footnote}</p>
        </>
      )}
    </Page>
  )
}

function Rows({ frame, rows }: { frame: Frame; rows: readonly ListItem[] }) {
  const t = frame.t.applications
  return (
    <table class="rows">
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          {Object.values(t.column).map(column => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row frame={frame} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ frame, row }: { frame: Frame; row: ListItem }) {
  const { language } = frame
  const t = frame.t.applications
  const { application, operation, status, withdrawal } = row
  const contracts = operation ? [operation.contractType] : application.contractTypes
  return (
    <tr>
      <td data-label={t.column.ordinal}>{row.ordinal}</td>
      <th scope="row">
        <a href={`/${language}/applications/${encodeURIComponent(application.id)}`}>
          {kindOf(application.kind).name[language]}
        </a>
      </th>
      <td data-label={t.column.contract}>{contracts.map(type => t.contract[type].short).join(', ')}</td>
      <td data-label={t.column.filedOn}>
        <DateOf iso={operation?.on ?? application.filedOn} language={language} />
      </td>
      <td data-label={t.column.number}>{application.number}</td>
      <td data-label={t.column.status}>
        <StatusChip status={status} label={t.status[status]} />
        <small class={withdrawal.allowed ? 'can' : undefined}>
          {withdrawal.allowed ? t.canBeWithdrawn : t.bar[withdrawal.reason]}
        </small>
      </td>
    </tr>
  )
}

/** The way on and back to the start; pages are found by key, so they have no numbers. */
function Pager({ frame, list, query }: Props) {
  if (!list.nextCursor && !query.cursor) return null
  const t = frame.t.applications
  const address = `/${frame.language}/applications`
  return (
    <nav class="pager" aria-label={t.pages}>
      {query.cursor && <a href={address + listAddress(query)}>{t.firstPage}</a>}
      {list.nextCursor && (
        <a rel="next" href={address + listAddress(query, list.nextCursor)}>
          {t.nextPage}
        </a>
      )}
    </nav>
  )
}

function Empty({ t }: { t: Frame['t']['applications']['empty'] }) {
  return (
    <div class="notice">
      <h2>{t.title}</h2>
      <p>{t.what}</p>
      <p>{t.where}</p>
    </div>
  )
}
