// «Өтініштерім»: one row per application or operation, newest first (memo items S-31 … S-53).
import { MomentIn } from '../web/components/time.tsx'
import { type Frame, Page } from '../web/page.tsx'
import { AttentionSection } from './attention-view.tsx'
import { ListFilter } from './list-filter.tsx'
import { isNarrowed, listAddress } from './list-query.ts'
import { ListTable } from './list-table.tsx'
import type { ListPage as List, ListQuery, Part } from './view.ts'

type Props = {
  readonly frame: Frame
  readonly list: List
  readonly query: ListQuery
  readonly unclear: readonly Part[] // of the address
  readonly silent: boolean // the fund's core, for so long that what is shown may be old
}

export function ListPage(props: Props) {
  const { frame, list, query } = props
  const { language } = frame
  const t = frame.t.applications
  const nothing = list.rows.length === 0 && !isNarrowed(query) && !query.cursor
  return (
    <Page
      frame={frame}
      title={t.title}
      crumbs={[{ text: frame.t.chrome.services, href: `/${language}/services` }, { text: t.short }]}
    >
      <h1>{t.title}</h1>
      <Notes {...props} />
      {nothing ? <Empty frame={frame} list={list} /> : <Filled {...props} />}
    </Page>
  )
}

/** What the reader has to know before reading: that the data are old, that the address was not clear. */
function Notes({ frame: { language, t }, list: { asOf }, unclear, silent }: Props) {
  return (
    <>
      {silent && asOf && (
        <p class="notice">
          <MomentIn text={t.applications.silent} at={asOf} language={language} />
        </p>
      )}
      {unclear.length > 0 && (
        <div class="notice">
          {unclear.map(part => (
            <p>{t.applications.misunderstood[part]}</p>
          ))}
        </div>
      )}
    </>
  )
}

function Filled({ frame, list, query }: Props) {
  const { language } = frame
  const t = frame.t.applications
  const narrowed = isNarrowed(query)
  const from = listAddress(query, query.cursor)
  return (
    <>
      <AttentionSection frame={frame} attention={list.attention} from={from} />
      <ListFilter frame={frame} list={list} query={query} />
      <p class="tally">
        <span>
          {narrowed ? t.found(list.total) : t.total(list.total)}{' '}
          {narrowed && <a href={`/${language}/applications`}>{t.filter.clear}</a>}
        </span>
        <span class="muted">{list.asOf && <MomentIn text={t.asOf} at={list.asOf} language={language} />}</span>
      </p>
      {list.rows.length > 0 ? (
        <ListTable frame={frame} rows={list.rows} from={from} />
      ) : (
        <p class="notice">{t.nothingFound}</p>
      )}
      <Pager frame={frame} list={list} query={query} />
      <p class="footnote">{t.footnote}</p>
    </>
  )
}

/** The way on, back, and to the start; pages are found by key, so they have no numbers. */
function Pager({ frame, list, query }: Pick<Props, 'frame' | 'list' | 'query'>) {
  const { nextCursor, previousCursor } = list
  if (!nextCursor && !query.cursor) return null
  const t = frame.t.applications
  const address = `/${frame.language}/applications`
  return (
    <nav class="pager" aria-label={t.pages}>
      {query.cursor && <a href={address + listAddress(query)}>{t.firstPage}</a>}
      {previousCursor && (
        <a rel="prev" href={address + listAddress(query, previousCursor)}>
          {t.previousPage}
        </a>
      )}
      {nextCursor && (
        <a rel="next" href={address + listAddress(query, nextCursor)}>
          {t.nextPage}
        </a>
      )}
    </nav>
  )
}

function Empty({ frame: { language, t }, list: { asOf } }: Pick<Props, 'frame' | 'list'>) {
  const { asOf: known, empty } = t.applications
  return (
    <>
      <div class="notice">
        <h2>{empty.title}</h2>
        <p>{empty.what}</p>
        <p>{empty.where}</p>
      </div>
      {asOf && (
        <p class="muted">
          <MomentIn text={known} at={asOf} language={language} />
        </p>
      )}
    </>
  )
}
