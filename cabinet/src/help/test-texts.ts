// The texts of the help laid out for tests.
import { LANGUAGES, type Language } from '../web/language.ts'
import type { Block, HelpText } from './content.ts'
import { plainText } from './linked-text.tsx'
import { memoFor } from './memo-for.ts'
import { CHAPTERS, type PageId } from './pages.ts'

export const PAGE_IDS: readonly PageId[] = [...CHAPTERS, 'easy', 'accessibility']

export const EVERY_PAGE: readonly (readonly [Language, PageId])[] = LANGUAGES.flatMap(language =>
  PAGE_IDS.map(id => [language, id] as const),
)

/** Every text of a page, with its links as they are written. */
export function rawTexts({ title, description, lead, sections }: HelpText): string[] {
  return [title, description, lead, ...sections.flatMap(section => [section.title, ...section.body.flatMap(linesOf)])]
}

export function linesOf(block: Block): readonly string[] {
  if ('p' in block) return [block.p]
  if ('note' in block) return [block.note]
  if ('facts' in block) return block.facts.flat()
  return 'steps' in block ? block.steps : block.list
}

/** What is read of a page, as one text. */
export function wordsOf(language: Language, id: PageId): string {
  return rawTexts(memoFor(language)[id]).map(plainText).join('\n')
}

/** The skeleton of a page: what every language must have alike. */
export function shapeOf({ sections }: HelpText): unknown {
  return sections.map(({ id, body }) => [id, ...body.map(block => `${Object.keys(block)[0]} ${linesOf(block).length}`)])
}
