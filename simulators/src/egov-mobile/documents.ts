// API №2: the documents to sign.
import { base64Of, type Fields, fieldsOf, integerOf, listOf, textOf, wordOf } from './json-checks.ts'
import { type Localised, NAME_KEYS, namesOf } from './localised.ts'
import type { Place } from './violation.ts'

const METHODS = ['XML', 'CMS_WITH_DATA', 'CMS_SIGN_ONLY', 'SIGN_BYTES_ARRAY'] as const
export type Method = (typeof METHODS)[number]

export type Content =
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'file'; readonly mime: string; readonly bytes: Uint8Array }

export type Document = {
  readonly id: number
  readonly method: Method
  readonly title: Localised
  readonly meta: readonly { readonly name: string; readonly value: string }[]
  readonly content: Content
  readonly served: Fields // as it came: it goes back so, but for what is signed
}

export type Documents = { readonly list: readonly Document[]; readonly served: Fields }

/** How forgiving the app is: an older one knows no `version`, and other names of the PDF. */
export type Age = 'current' | 'old'

/** Notes everything that is wrong at once; undefined when something is. */
export function readDocuments(place: Place, body: unknown, age: Age): Documents | undefined {
  const isOld = age === 'old'
  const keys = { required: ['signMethod', 'documentsToSign', ...(isOld ? [] : ['version'])], optional: ['version'] }
  const fields = fieldsOf(place, body, keys)
  const version = integerOf(place.at('version'), fields['version'])
  if (version !== undefined && version !== 1) place.at('version').note(`is ${version}, not 1`)
  const method = wordOf(place.at('signMethod'), fields['signMethod'], [...METHODS, 'MIX_SIGN'])
  const items = listOf(place.at('documentsToSign'), fields['documentsToSign'])
  if (items.length === 0) place.at('documentsToSign').note('holds no document')
  if (!method) return undefined
  const read = items.map((item, i) => readDocument(place.at('documentsToSign').at(i), item, method, age))
  const list = read.flatMap(document => document ?? [])
  if (new Set(list.map(({ id }) => id)).size < list.length) place.at('documentsToSign').note('the same id twice')
  return list.length > 0 && list.length === items.length ? { list, served: fields } : undefined
}

function readDocument(place: Place, item: unknown, whole: Method | 'MIX_SIGN', age: Age): Document | undefined {
  const named = typeof item === 'object' && item !== null && 'signMethod' in item ? item.signMethod : undefined
  const method = whole === 'MIX_SIGN' ? wordOf(place.at('signMethod'), named, METHODS) : whole
  const body = method === 'XML' ? 'documentXml' : 'document'
  const own = whole === 'MIX_SIGN' ? ['signMethod'] : []
  const fields = fieldsOf(place, item, { required: ['id', ...NAME_KEYS, ...own, body], optional: ['meta'] })
  const id = integerOf(place.at('id'), fields['id'])
  const title = namesOf(place, fields)
  const meta = readMeta(place.at('meta'), fields['meta'])
  const content = method && readContent(place.at(body), fields[body], method, age)
  return id !== undefined && method && title && meta && content
    ? { id, method, title, meta, content, served: fields }
    : undefined
}

function readMeta(place: Place, value: unknown): Document['meta'] | undefined {
  const rows = listOf(place, value).map((row, i) => {
    const fields = fieldsOf(place.at(i), row, { required: ['name', 'value'] })
    const [name, text] = ['name', 'value'].map(key => textOf(place.at(i).at(key), fields[key]))
    return name !== undefined && text !== undefined ? { name, value: text } : undefined
  })
  const whole = rows.flatMap(row => row ?? [])
  return whole.length === rows.length ? whole : undefined
}

function readContent(place: Place, value: unknown, method: Method, age: Age): Content | undefined {
  if (method === 'XML') return readXml(place, value)
  const { file } = fieldsOf(place, value, { required: ['file'] })
  const fields = fieldsOf(place.at('file'), file, { required: ['mime', 'data'] })
  const data = place.at('file').at('data')
  const mime = wordOf(place.at('file').at('mime'), fields['mime'], mimesOf(method, age))
  if (mime === undefined) return undefined
  if (method === 'SIGN_BYTES_ARRAY' && mime !== 'application/pdf') {
    const text = textOf(data, fields['data']) // raw, not base64
    return text === undefined ? undefined : { kind: 'file', mime, bytes: Buffer.from(text) }
  }
  const bytes = base64Of(data, fields['data'])
  return bytes && fits(data, mime, bytes) ? { kind: 'file', mime, bytes } : undefined
}

function readXml(place: Place, value: unknown): Content | undefined {
  const text = textOf(place, value)
  if (text === undefined) return undefined
  return /^\s*<[\s\S]+>\s*$/.test(text) ? { kind: 'xml', text } : place.note('is not XML')
}

const LEGACY_PDF = ['@file/pdf', '']

function mimesOf(method: Method, age: Age): readonly string[] {
  const xml = method === 'SIGN_BYTES_ARRAY' ? ['application/xml'] : []
  return ['text/plain', 'application/pdf', ...xml, ...(age === 'old' ? LEGACY_PDF : [])]
}

/** Whether a person could be shown it as what it says it is. */
function fits(place: Place, mime: string, bytes: Uint8Array): boolean {
  if (mime === 'text/plain' && plainText(bytes) === undefined) place.note('is not a text in UTF-8')
  else if (mime === 'application/pdf' && !Buffer.from(bytes).toString('latin1').startsWith('%PDF-'))
    place.note('is no PDF')
  else return true
  return false
}

/** A text that can be shown whole: no control characters but the ends of lines. */
export function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /\p{Cc}/u.test(text.replaceAll(/[\r\n\t]/g, '')) ? undefined : text
  } catch {
    return undefined
  }
}
