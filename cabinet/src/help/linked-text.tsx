// A text of the help with its links: `[words](target)`.
import type { Language } from '../web/language.ts'
import { addressOf } from './links.ts'

const LINK = /\[([^\]]+)\]\(([^)]+)\)/

/** Splitting by a pattern with two groups gives text, words, target, text, words, target, … text. */
export function LinkedText({ text, language }: { text: string; language: Language }) {
  const parts = text.split(LINK)
  return (
    <>
      {parts.map((part, i) => {
        if (i % 3 === 0) return part
        return i % 3 === 1 ? <a href={addressOf(parts[i + 1] ?? '', language)}>{part}</a> : null
      })}
    </>
  )
}

/** The words alone. */
export function plainText(text: string): string {
  return text
    .split(LINK)
    .filter((_, i) => i % 3 !== 2)
    .join('')
}
