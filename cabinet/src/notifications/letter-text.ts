// A letter as plain text: greeting, what happened, what to do, who writes and how to tell it from a forged one.
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { CodeText } from './code-text.ts'
import type { NoticeText } from './notice-text.ts'

/** The only one in the letter: it leads to what is told of, or to where one says that it was somebody else. */
export type LetterLink = { readonly to: 'open' | 'notMe'; readonly href: string }

/** A letter about the account has no link at all. */
export function letterOfNotice(
  { text, facts, notYou }: NoticeText,
  language: Language,
  link: LetterLink | undefined,
): string {
  const { letter } = messagesFor(language).notifications
  const told = facts.map(({ name, value }) => `${name}: ${value}`).join('\n')
  const steps = notYou?.steps.map((step, i) => `${i + 1}. ${step}`).join('\n')
  return framed(
    [
      text,
      told,
      ...(link === undefined ? [] : [`${letter[link.to]}\n${link.href}`]),
      ...(notYou && steps ? [`${notYou.title}:\n${steps}`] : []),
      link === undefined ? letter.noLinks : letter.genuine(new URL(link.href).host),
      ...(link?.to === 'notMe' ? [] : [letter.choose]), // nobody chooses of alerts
    ],
    language,
  )
}

export function letterOfCode({ lines }: CodeText, language: Language): string {
  const { letter } = messagesFor(language).notifications
  return framed([...lines, letter.noLinks], language)
}

/** It has no link: what it is about lies beside it. */
export function letterOfProof(
  registration: string,
  language: Language,
): { readonly title: string; readonly letter: string } {
  const { proof, letter } = messagesFor(language).notifications
  const lines = [proof.text(registration), proof.files, proof.check, letter.noLinks, proof.choose]
  return { title: proof.title, letter: framed(lines, language) }
}

function framed(paragraphs: readonly string[], language: Language): string {
  const { letter } = messagesFor(language).notifications
  return `${[letter.greeting, ...paragraphs, letter.automatic].join('\n\n')}\n`
}
