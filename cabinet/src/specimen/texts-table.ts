// `npm run messages`: every text in the three languages side by side, for whoever reviews the words. Markdown, or with --tsv
// for a spreadsheet. A parameter is shown as ⟨1⟩. Further arguments narrow by the beginning of the key: npm run messages -- help.
import { everyText, type Text } from './every-text.ts'

type Format = 'markdown' | 'tsv'
const HEADS = ['key', 'kk', 'ru', 'en'] as const

/** The table as text. In Markdown a bar inside a text would end its cell; a line break would end the row in both. */
export function textsTable(texts: readonly Text[], format: Format): string {
  const cell = (text: string) => {
    const line = text.replace(/\s*\n\s*/g, ' ')
    return format === 'tsv' ? line.replaceAll('\t', ' ') : line.replaceAll('|', '\\|')
  }
  const row = (cells: readonly string[]) =>
    format === 'tsv' ? cells.map(cell).join('\t') : `| ${cells.map(cell).join(' | ')} |`
  return [
    row(HEADS),
    ...(format === 'markdown' ? ['|---|---|---|---|'] : []),
    ...texts.map(({ key, words }) => row([key, words.kk, words.ru, words.en])),
  ].join('\n')
}

export function chosen(keys: readonly string[]): Text[] {
  return everyText().filter(({ key }) => keys.length === 0 || keys.some(start => key.startsWith(start)))
}
