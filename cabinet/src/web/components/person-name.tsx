// The name of a person or of an authority as a register has it, in one spelling, marked with the language it is read in
// (WCAG 3.1.2). What stands around it keeps its direction.
import type { Language } from '../language.ts'

export function PersonName({ name, language }: { readonly name: string; readonly language: Language }) {
  const read = readIn(name, language)
  return <bdi lang={read === language ? undefined : read}>{name}</bdi>
}

/** Kazakh letters tell. Other Cyrillic names are read as the page is, or in Russian, of which every reader has a voice. */
export function readIn(name: string, language: Language): Language {
  if (/[әғқңөұүһі]/iu.test(name)) return 'kk'
  if (/\p{Script=Cyrillic}/u.test(name)) return language === 'en' ? 'ru' : language
  return /\p{Script=Latin}/u.test(name) ? 'en' : language
}
