// What the address of the list asks for. What we do not understand is left out, and the reader is told: a stale link still
// shows a list.
import { SHOWN_STATUSES } from './application.ts'
import { readCursor } from './cursor.ts'
import { KIND_CODE, KIND_IDS } from './kinds.ts'
import { type ListPage, type ListQuery, PARTS, type Part } from './view.ts'

const ROWS_PER_PAGE = 25
const MAX_TEXT = 100 // longer than any number the fund prints

type Asked = Readonly<Record<string, string | undefined>>

export type Reading = { readonly query: ListQuery; readonly unclear: readonly Part[] }

export function readList(asked: Asked): Reading {
  const { kind, status, sort, cursor } = asked
  const q = readText(asked['q'])
  const query = {
    kind: kind && KIND_CODE.test(kind) ? kind : undefined, // perhaps one of a newer instance: see `withKnownKind`
    status: SHOWN_STATUSES.find(shown => shown === status),
    q: q.slice(0, MAX_TEXT).trim() || undefined,
    sort: sort === 'oldest' ? 'oldest' : 'newest',
    cursor: cursor && readCursor(cursor) ? cursor : undefined,
    limit: ROWS_PER_PAGE,
  } as const
  const understood: Readonly<Record<Part, boolean>> = {
    kind: !kind || query.kind !== undefined,
    status: !status || query.status !== undefined,
    q: q.length <= MAX_TEXT,
    sort: !sort || sort === 'newest' || sort === 'oldest',
    cursor: !cursor || query.cursor !== undefined,
  }
  return { query, unclear: PARTS.filter(part => !understood[part]) }
}

export function readListQuery(asked: Asked): ListQuery {
  return readList(asked).query
}

/** A kind that neither the catalogue nor the person has is a mistake of the address. */
export function withKnownKind({ query, unclear }: Reading, kinds: ListPage['kinds']): Reading {
  const { kind } = query
  const isKnown = kind === undefined || [...KIND_IDS, ...kinds.map(one => one.kind)].some(id => id === kind)
  return isKnown ? { query, unclear } : { query: { ...query, kind: undefined }, unclear: ['kind', ...unclear] }
}

/** The same question as an address, with another cursor. */
export function listAddress(query: Partial<ListQuery>, cursor?: string): string {
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

/** Without what nobody types: control characters, and those that turn a line. */
function readText(text = ''): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, ' ').trim()
}
