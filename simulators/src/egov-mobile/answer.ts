// What every answer of a service must be: a known status, JSON that nobody keeps, no redirect, no cookie.
import type { Answer } from './call.ts'
import { fieldsOf, textOf } from './json-checks.ts'
import type { Place } from './violation.ts'

export type Heard =
  | { readonly kind: 'taken'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly message: string | undefined }
  | { readonly kind: 'unclear' } // noted why

export type CallName = 'API №1' | 'API №2' | 'PUT'

const ALWAYS = [403, 404, 409, 410, 429, 503]

/** Errors that a service may answer. 400 and 413 are HTTP's own words for a body that cannot be read. */
const REFUSALS: Readonly<Record<CallName, readonly number[]>> = {
  'API №1': ALWAYS,
  'API №2': [401, ...ALWAYS],
  PUT: [400, 401, 413, ...ALWAYS],
}

/** Checks it and opens its JSON. */
export function readAnswer(place: Place, name: CallName, answer: Answer): Heard {
  checkHeaders(place.under('6'), answer)
  const { status } = answer
  const statuses = place.under('5.2').at('status')
  if (status >= 300 && status < 400) return unclear(place.under('6').note(`redirects (${status})`))
  const isRefusal = REFUSALS[name].includes(status)
  if (status !== 200 && !isRefusal) return unclear(statuses.note(`${status} is not one that may come here`))
  const body = jsonOf(place.under('5.2').at('body'), answer.body)
  if (!isRefusal) return body === undefined ? { kind: 'unclear' } : { kind: 'taken', body }
  return { kind: 'refused', message: body === undefined ? undefined : messageOf(place.under('5.2'), body) }
}

function checkHeaders(place: Place, { headers }: Answer): void {
  const type = headers['content-type'] ?? ''
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(type)
  if (!isJson) place.at('Content-Type').note(`${type || 'nothing'} instead of application/json`)
  const isKept = !/(^|[\s,])no-store($|[\s,])/i.test(headers['cache-control'] ?? '')
  if (isKept) place.at('Cache-Control').note('is without no-store')
  if (headers['set-cookie']) place.at('Set-Cookie').note('the app keeps no cookies')
}

function jsonOf(place: Place, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return place.note('is not JSON in UTF-8')
  }
}

function messageOf(place: Place, body: unknown): string | undefined {
  const { message } = fieldsOf(place, body, { required: ['message'] })
  return textOf(place.at('message'), message)
}

function unclear(_: undefined): Heard {
  return { kind: 'unclear' }
}
