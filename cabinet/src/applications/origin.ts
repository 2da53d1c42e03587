// Where the reader of an application came from, as its address says: «Жабу» leads back there. Whatever the address says, it is
// read and written anew, so it can only be a page of ours.
import { readCursor } from './cursor.ts'
import { listAddress, readListQuery } from './list-query.ts'

const LIST = '/applications'
const MESSAGE = /^messages(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/
const LONGEST = 2_000 // a Cyrillic letter of the search is six characters here

/** A path below the language: the list with its filter and page, a message, or the whole list. */
export function readOrigin(from: string | undefined): string {
  if (!from || from.length > LONGEST) return LIST
  if (MESSAGE.test(from)) return `/${from}`
  if (!from.startsWith('?')) return LIST
  const query = readListQuery(Object.fromEntries(new URLSearchParams(from)))
  const cursor = query.cursor !== undefined && readCursor(query.cursor) ? query.cursor : undefined
  return LIST + listAddress(query, cursor)
}
