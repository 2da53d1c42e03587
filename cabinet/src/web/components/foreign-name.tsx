// A name that came from outside, marked with the language it is really in, so that it is read out rightly (WCAG 3.1.2). What
// stands around it keeps its direction, whatever the name is written in.
import type { Language, Localised } from '../language.ts'

export function ForeignName({ name, language }: { name: Localised; language: Language }) {
  const real = writtenIn(name, language)
  return <bdi lang={real === language ? undefined : real}>{name[language]}</bdi>
}

/** Often a name is given in one language only, and stands in all three places. */
export function writtenIn(name: Localised, language: Language): Language {
  const text = name[language]
  if (!/\p{Script=Cyrillic}/u.test(text)) return /\p{Script=Latin}/u.test(text) ? 'en' : language
  if (/[әғқңөұүһі]/iu.test(text)) return 'kk'
  if (language === 'en') return text === name.ru ? 'ru' : 'kk'
  return text === name.ru ? 'ru' : language
}
