// API №1: who asks, until when, where the documents are and how they are asked for.
import { addressOf } from './address.ts'
import { fieldsOf, textOf, wordOf } from './json-checks.ts'
import { type Localised, NAME_KEYS, namesOf } from './localised.ts'
import type { Place } from './violation.ts'

export type Authorisation = { readonly type: 'Token'; readonly token: string } | { readonly type: 'None' | 'Eds' }

export type Operation = {
  readonly description: string
  readonly until: Date
  readonly organisation: { readonly name: Localised; readonly bin: string }
  readonly documents: URL // API №2
  readonly authorisation: Authorisation
}

export type Circumstances = { readonly now: Date; readonly domains: readonly string[] }

/** Notes everything that is wrong at once; undefined when something is. */
export function readOperation(place: Place, body: unknown, circumstances: Circumstances): Operation | undefined {
  const fields = fieldsOf(place, body, { required: ['description', 'expiry_date', 'organisation', 'document'] })
  const description = textOf(place.at('description'), fields['description'])
  const until = momentOf(place.at('expiry_date'), fields['expiry_date'], circumstances.now)
  const organisation = organisationOf(place.at('organisation'), fields['organisation'])
  const document = documentOf(place.at('document'), fields['document'], circumstances.domains)
  return description !== undefined && until && organisation && document
    ? { description, until, organisation, ...document }
    : undefined
}

/** The documented form and the zones that were seen in use: `+0500`, `+05:00`, `Z`. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:?\d\d)$/

function momentOf(place: Place, value: unknown, now: Date): Date | undefined {
  const text = textOf(place, value)
  if (text === undefined) return undefined
  if (!MOMENT.test(text)) return place.note(`${JSON.stringify(text)} is not like 2026-08-14T15:52:24.138+0500`)
  const moment = new Date(text.replace(/(\d\d)(\d\d)$/, '$1:$2'))
  if (Number.isNaN(moment.getTime()) || !isOnCalendar(text)) return place.note(`${text} is no such moment`)
  return moment > now ? moment : place.note(`is over since ${text}`)
}

/** JavaScript takes 31 February for 3 March. */
function isOnCalendar(text: string): boolean {
  const day = text.slice(0, 10)
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function organisationOf(place: Place, value: unknown): Operation['organisation'] | undefined {
  const fields = fieldsOf(place, value, { required: [...NAME_KEYS, 'bin'] })
  const name = namesOf(place, fields)
  const bin = textOf(place.at('bin'), fields['bin'])
  if (bin !== undefined && !/^\d{12}$/.test(bin)) return place.at('bin').note('is not twelve digits')
  return name && bin !== undefined ? { name, bin } : undefined
}

function documentOf(
  place: Place,
  value: unknown,
  domains: readonly string[],
): Pick<Operation, 'documents' | 'authorisation'> | undefined {
  const fields = fieldsOf(place, value, { required: ['uri', 'auth_type'], optional: ['auth_token'] })
  const uri = textOf(place.at('uri'), fields['uri'])
  const documents = uri === undefined ? undefined : addressOf(place.at('uri'), uri, domains)
  const type = wordOf(place.at('auth_type'), fields['auth_type'], ['Token', 'Eds', 'None'])
  const authorisation = type && authorisationOf(place.at('auth_token'), type, fields['auth_token'])
  return documents && authorisation ? { documents, authorisation } : undefined
}

function authorisationOf(place: Place, type: Authorisation['type'], token: unknown): Authorisation | undefined {
  if (type !== 'Token') {
    const isNone = token === undefined || (type === 'None' && token === '')
    return isNone ? { type } : place.note(`does not belong to ${type}`)
  }
  if (token === undefined) return place.note('is missing')
  const text = textOf(place, token)
  if (text === undefined) return undefined
  const isHeaderSafe = /^[\x21-\x7e]+$/.test(text) // it goes into a header
  return isHeaderSafe ? { type, token: text } : place.note('cannot stand in a header')
}
