// How words are written, as rules that find what is wrong in a text. Each gives the pieces that break it.
import type { Language } from '../language.ts'

export type Rule = {
  readonly name: string
  readonly of: readonly Language[]
  readonly wrong: (text: string) => readonly string[]
}

const EVERY = ['kk', 'ru', 'en'] as const
const CYRILLIC = ['kk', 'ru'] as const

const found = (pattern: RegExp) => (text: string) => text.match(pattern) ?? []

/** Where it points is for machines: `[words](target)`, and so are the names of files and of headers. */
const words = (text: string) =>
  text
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\.[a-z]+\d*/g, '')
    .replace(/\b[A-Z][a-z]+-[A-Z][a-z]+\b/g, '')

/** Latin words that are right in a Kazakh or Russian text though each letter could be Cyrillic. */
const LATIN = new Set(['aKey', 'App', 'axe', 'A', 'AA', 'P'])

function mixedWords(text: string): string[] {
  return (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu) ?? []).filter(
    word => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  )
}

/** How deep the quotes and brackets are at the end, and whether one was closed before it was opened. */
function unclosed(text: string): string[] {
  return ['«»', '“”', '()', '[]'].filter(([open, close]) => {
    let depth = 0
    for (const letter of text) {
      if (letter === open) depth++
      if (letter === close && --depth < 0) return true
    }
    return depth !== 0
  })
}

export const RULES: readonly Rule[] = [
  { name: 'mix alphabets inside a word', of: EVERY, wrong: mixedWords },
  {
    name: 'have a Latin word that only looks Cyrillic',
    of: CYRILLIC,
    wrong: text => found(/(?<!\p{L})[aceopxyiABCEHKMOPTXI]+(?!\p{L})/gu)(words(text)).filter(word => !LATIN.has(word)),
  },
  {
    name: 'have a Cyrillic word that only looks Latin',
    of: ['en'],
    wrong: found(/(?<!\p{L})[асеорхуіАВСЕНКМОРТХІ]+(?!\p{L})/gu),
  },
  { name: 'have Kazakh letters in a Russian word', of: ['ru'], wrong: found(/\p{L}*[әғқңөұүһі]\p{L}*/giu) },
  { name: 'have straight quotes', of: EVERY, wrong: found(/["'`]/g) },
  { name: 'have the quotes of another language', of: CYRILLIC, wrong: found(/[“”„]/g) },
  { name: 'have the quotes of another language', of: ['en'], wrong: found(/[«»„]/g) },
  { name: 'leave quotes or brackets open', of: EVERY, wrong: unclosed },
  { name: 'have two spaces, or one at an end', of: EVERY, wrong: found(/\s{2}|^\s|\s$/g) },
  { name: 'have a space before a mark', of: EVERY, wrong: found(/ [,.;:!?](?![a-z])/g) },
  { name: 'have a hyphen or two where a dash belongs', of: EVERY, wrong: found(/ - |--| – /g) },
  { name: 'have three dots for an ellipsis', of: EVERY, wrong: found(/\.\.\./g) },
  { name: 'let a number part from its №', of: EVERY, wrong: found(/(№|No\.) (?=[\d⟨])/g) },
  {
    name: 'give a number a Kazakh ending, which depends on how the number is read',
    of: ['kk'],
    wrong: found(/⟩-?([нтд][ае]н|[ғгқк][ае]|[ндт][ыі]ң?|[дт][ае])(?!\p{L})/gu),
  },
  {
    name: 'write a word without the ё it has',
    of: ['ru'],
    wrong: found(
      /(?<!\p{L})(еще|ее|нее|мое|твое|свое|идет|придет|пойдет|дает|дает|дается|счет\p{L}*|расчет\p{L}*|учет\p{L}*|отчет\p{L}*|заем\p{L}*|прочтете|вернется|подается|остается|начнется|причем|вдвоем|утвержден|произведен|заверен)(?!\p{L})/giu,
    ),
  },
]

/** Words that are written with ё in one place and with е in another; of some both are words of their own. */
export function mixedYo(texts: readonly string[]): string[] {
  const said = new Set(texts.flatMap(text => text.toLowerCase().match(/[а-яё]+/g) ?? []))
  const both = new Set(['все', 'чем', 'нем', 'всем', 'осел', 'небо', 'узнаем'])
  return [...said]
    .filter(word => word.includes('ё'))
    .map(word => word.replaceAll('ё', 'е'))
    .filter(e => said.has(e) && !both.has(e))
}
