// Strict reading of JSON: every key known, none missing, each of its type. What is wrong is noted and nothing is guessed.
import type { Place } from './violation.ts'

export type Fields = Readonly<Record<string, unknown>>

export type Keys = { readonly required: readonly string[]; readonly optional?: readonly string[] }

/** An object with exactly these keys. Keys that are unknown or missing are noted, what is there can still be read. */
export function fieldsOf(place: Place, value: unknown, { required, optional = [] }: Keys): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== undefined) place.note(`an object is expected, not ${kindOf(value)}`)
    return {}
  }
  const fields = value as Fields
  const known = [...required, ...optional]
  for (const key of Object.keys(fields).filter(key => !known.includes(key))) place.at(key).note('an unknown key')
  for (const key of required.filter(key => fields[key] === undefined)) place.at(key).note('is missing')
  return fields
}

/** A string that says something. An absent value was noted with the keys. */
export function textOf(place: Place, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string') return place.note(`a string is expected, not ${kindOf(value)}`)
  return value.trim() === '' ? place.note('is empty') : value
}

/** One of these words, letter case included. */
export function wordOf<W extends string>(place: Place, value: unknown, words: readonly W[]): W | undefined {
  if (value === undefined) return undefined
  return words.find(word => word === value) ?? place.note(`${JSON.stringify(value)} is none of ${words.join(', ')}`)
}

/** A whole number, not a string of digits. */
export function integerOf(place: Place, value: unknown): number | undefined {
  if (value === undefined) return undefined
  return Number.isSafeInteger(value) ? Number(value) : place.note(`an integer is expected, not ${kindOf(value)}`)
}

/** A list; absent gives an empty one. */
export function listOf(place: Place, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value !== undefined) place.note(`a list is expected, not ${kindOf(value)}`)
  return []
}

/** Base64 of at least one octet, in the usual alphabet, padded, on one line. */
export function base64Of(place: Place, value: unknown): Uint8Array | undefined {
  const text = textOf(place, value)
  if (text === undefined) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : place.note('is not base64')
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`
}
