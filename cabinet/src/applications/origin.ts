// Where the reader of an application came from, as its address says: «Жабу» leads back there. Whatever the address says, it is
// read and written anew, so it can only be a page of ours.
import { listAddress, readListQuery } from './list-query.ts'

const LIST = '/applications'
const MESSAGE = /^messages(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/
const ROW = /^n\d{1,9}$/
const LONGEST = 2_000 // a Cyrillic letter of the search is six characters here

/** A path below the language: the list with its filter, page and row; a message; or the whole list. */
export function readOrigin(from: string | undefined): string {
  if (!from || from.length > LONGEST) return LIST
  if (MESSAGE.test(from)) return `/${from}`
  const [question = '', row] = from.split('#')
  if (question !== '' && !question.startsWith('?')) return LIST
  const query = readListQuery(Object.fromEntries(new URLSearchParams(question)))
  return LIST + listAddress(query, query.cursor) + (row && ROW.test(row) ? `#${row}` : '')
}

/** The same, as the list writes it into the links of its rows. */
export function writeOrigin(question: string, ordinal: number): string {
  return encodeURIComponent(`${question}#${rowId(ordinal)}`)
}

/** By its number a row is found again on the page that it stood on. */
export function rowId(ordinal: number): string {
  return `n${ordinal}`
}
