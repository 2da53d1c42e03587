// The form that narrows the list: by kind and status (only those the person has), by number or words, and its order.
import type { Frame } from '../web/page.tsx'
import { SHOWN_STATUSES } from './application.ts'
import { kindOf } from './kinds.ts'
import type { ListPage, ListQuery } from './view.ts'

type Props = { readonly frame: Frame; readonly list: ListPage; readonly query: ListQuery }

export function ListFilter({ frame, list, query }: Props) {
  const { language } = frame
  const t = frame.t.applications.filter
  return (
    <form class="filter" method="get" action={`/${language}/applications`} aria-label={t.title}>
      <label class="wide">
        {t.kind}
        <select name="kind">
          <option value="">{t.everyKind}</option>
          {kindsToChoose(list, query).map(({ kind, count }) => (
            <option value={kind} selected={kind === query.kind}>
              {kindOf(kind).name[language]} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.status}
        <select name="status">
          <option value="">{t.everyStatus}</option>
          {statusesToChoose(list, query).map(({ status, count }) => (
            <option value={status} selected={status === query.status}>
              {frame.t.applications.status[status]} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.sort}
        <select name="sort">
          <option value="newest">{t.newest}</option>
          <option value="oldest" selected={query.sort === 'oldest'}>
            {t.oldest}
          </option>
        </select>
      </label>
      <label>
        {t.text}
        <input name="q" value={query.q ?? ''} maxlength={100} autocomplete="off" />
      </label>
      <div class="actions">
        <button type="submit" class="secondary">
          {t.show}
        </button>
      </div>
    </form>
  )
}

/** Those the person has, and the one that is asked for, so that the form says what the list shows. */
function kindsToChoose({ kinds }: ListPage, { kind: asked }: ListQuery): { kind: string; count: number }[] {
  const missing = asked !== undefined && !kinds.some(({ kind }) => kind === asked)
  return missing ? [...kinds, { kind: asked, count: 0 }] : [...kinds]
}

function statusesToChoose({ statuses }: ListPage, { status: asked }: ListQuery) {
  return SHOWN_STATUSES.flatMap(status => {
    const own = statuses.find(one => one.status === status)
    return own ?? (status === asked ? { status, count: 0 } : [])
  })
}
