// The language in which a command speaks to people. Reports in JSON and complaints about usage have one language only.
import { en } from './messages/en.ts'
import { kk } from './messages/kk.ts'
import type { Messages } from './messages/messages.ts'
import { ru } from './messages/ru.ts'
import { UsageError } from './usage.ts'

/** English unless said otherwise: what a script reads must not depend on whose machine it runs on. Throws UsageError. */
export function readLanguage(text = 'en'): Messages {
  const messages = LANGUAGES.get(text)
  if (!messages) throw new UsageError(`--lang is kk, ru or en, not "${text}"`)
  return messages
}

const LANGUAGES: ReadonlyMap<string, Messages> = new Map([
  ['kk', kk],
  ['ru', ru],
  ['en', en],
])
