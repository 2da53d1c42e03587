// The three languages of the app, and names that a service gives in all of them.
import { type Fields, textOf } from './json-checks.ts'
import type { Place } from './violation.ts'

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export type Localised = { readonly [language in Language]: string }

export const NAME_KEYS = ['nameRu', 'nameKz', 'nameEn'] as const // the field says Kz, the header kk

/** The name in three languages. */
export function namesOf(place: Place, fields: Fields): Localised | undefined {
  const [ru, kk, en] = NAME_KEYS.map(key => textOf(place.at(key), fields[key]))
  return ru !== undefined && kk !== undefined && en !== undefined ? { kk, ru, en } : undefined
}
