// Where a page of the list ended, so that the next begins after it (keyset): opaque to everyone else.
import { APPLICATION_ID } from './application.ts'

/** The place of a row in the order: its day, its moment, its application, its position in it. */
export type Place = { readonly day: string; readonly at: Date; readonly id: string; readonly position: number }

/** From a place onwards in the order asked, or back towards its beginning. */
export type Cursor = Place & { readonly back?: boolean }

export function writeCursor({ day, at, id, position, back }: Cursor): string {
  return Buffer.from(JSON.stringify([day, at.toISOString(), id, position, ...(back ? [BACK] : [])])).toString(
    'base64url',
  )
}

/** `undefined` for anything that we did not write. */
export function readCursor(text: string): Cursor | undefined {
  if (!/^[A-Za-z0-9_-]{1,300}$/.test(text)) return undefined
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(read) ? cursorOf(read) : undefined
  } catch {
    return undefined
  }
}

const BACK = 'back'

function cursorOf([day, moment, id, position, ...rest]: unknown[]): Cursor | undefined {
  if (rest.length > 1 || (rest.length === 1 && rest[0] !== BACK)) return undefined
  if (typeof day !== 'string' || typeof moment !== 'string' || typeof id !== 'string') return undefined
  if (!Number.isInteger(position) || Number(position) < 0 || Number(position) > 32_767) return undefined
  const ours = APPLICATION_ID.test(id) && isWritten(day, DAY) && isWritten(moment, MOMENT)
  return ours ? { day, at: new Date(moment), id, position: Number(position), back: rest.length === 1 } : undefined
}

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/
const MOMENT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Of this form, and a day that exists: JavaScript takes 30 February for 2 March, PostgreSQL takes it for a mistake. */
function isWritten(text: string, form: RegExp): boolean {
  const read = form.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(read) && new Date(read).toISOString().startsWith(text)
}
