// What the address of the list asks for. Values that we do not know are left out: a stale link still shows a list.
import { SHOWN_STATUSES, type ShownStatus } from './application.ts'
import { KIND_IDS, type KindId } from './kinds.ts'
import type { ListQuery } from './view.ts'

const ROWS_PER_PAGE = 25
const MAX_TEXT = 100 // longer than any number the fund prints

type Asked = Readonly<Record<string, string | undefined>>

export function readListQuery({ kind, status, q, sort, cursor }: Asked): ListQuery {
  return {
    kind: KIND_IDS.find(id => id === kind) satisfies KindId | undefined,
    status: SHOWN_STATUSES.find(shown => shown === status) satisfies ShownStatus | undefined,
    q: q?.trim().slice(0, MAX_TEXT) || undefined,
    sort: sort === 'oldest' ? 'oldest' : 'newest',
    cursor: cursor || undefined,
    limit: ROWS_PER_PAGE,
  }
}

/** The same question as an address, with another cursor. */
export function listAddress(query: ListQuery, cursor?: string): string {
  const parameters = new URLSearchParams()
  if (query.kind) parameters.set('kind', query.kind)
  if (query.status) parameters.set('status', query.status)
  if (query.q) parameters.set('q', query.q)
  if (query.sort === 'oldest') parameters.set('sort', query.sort)
  if (cursor) parameters.set('cursor', cursor)
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** Is the list narrowed, so that an empty one does not mean that the person has nothing? */
export function isNarrowed({ kind, status, q }: ListQuery): boolean {
  return Boolean(kind ?? status ?? q)
}
