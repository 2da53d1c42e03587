// The help of one language.
import type { Language } from '../web/language.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import type { Memo } from './pages.ts'
import { ru } from './ru.ts'

const MEMOS: Readonly<Record<Language, Memo>> = { kk, ru, en }

export function memoFor(language: Language): Memo {
  return MEMOS[language]
}
