// What is the same for all readers of a language, made when the first of them asks and then kept.
import type { Language } from './language.ts'

export function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return language => {
    const known = made.get(language)
    if (known !== undefined) return known
    const first = make(language)
    made.set(language, first)
    return first
  }
}
