// The messages of one language.
import type { Language } from '../language.ts'
import { en } from './en.ts'
import { kk, type Messages } from './kk.ts'
import { ru } from './ru.ts'

const MESSAGES: Readonly<Record<Language, Messages>> = { kk, ru, en }

export function messagesFor(language: Language): Messages {
  return MESSAGES[language]
}
