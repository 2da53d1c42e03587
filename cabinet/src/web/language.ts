// The three languages of the service. Kazakh is the source language and the default.

export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same words in each language: names of kinds, organisations, officials. */
export type Localised = Readonly<Record<Language, string>>

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}
