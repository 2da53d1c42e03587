// A letter as plain text: greeting, what happened, what to do, who writes.
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { CodeText } from './code-text.ts'
import type { NoticeText } from './notice-text.ts'

export function letterOfNotice({ text, facts, notYou }: NoticeText, language: Language): string {
  const { notYou: t } = messagesFor(language).notifications
  const told = facts.map(({ name, value }) => `${name}: ${value}`).join('\n')
  const steps = notYou.map((step, i) => `${i + 1}. ${step}`).join('\n')
  return framed([text, told, `${t.title}:\n${steps}`], language)
}

export function letterOfCode({ lines }: CodeText, language: Language): string {
  return framed(lines, language)
}

function framed(paragraphs: readonly string[], language: Language): string {
  const { letter } = messagesFor(language).notifications
  return `${[letter.greeting, ...paragraphs, letter.noLinks, letter.automatic].join('\n\n')}\n`
}
