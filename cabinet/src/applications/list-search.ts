// What the text of a search may mean: words of a kind's name, or part of a printed number.
import { KIND_IDS, type KindId, kindOf } from './kinds.ts'
import { numberKey } from './number-key.ts'

export type Search =
  | { readonly by: 'kind'; readonly kinds: readonly KindId[] }
  | { readonly by: 'number'; readonly key: string }

/** A text that names a kind is no number. A number of no letters and digits ('---') is found nowhere. */
export function searchOf(text: string): Search {
  const kinds = kindsNamed(text)
  return kinds.length > 0 ? { by: 'kind', kinds } : { by: 'number', key: numberKey(text) }
}

/** The kinds whose name has every word, in whichever language: people type in the one they think in. */
function kindsNamed(text: string): KindId[] {
  const words = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (!words.some(word => /\p{L}{3}/u.test(word))) return [] // two letters are in almost every name
  return KIND_IDS.filter(id => words.every(word => NAMES[id].some(name => name.includes(word))))
}

/** Kazakh letters as they are typed where a keyboard has none. */
const WITHOUT_KAZAKH: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, letter => WITHOUT_KAZAKH[letter] ?? letter)
}

const NAMES = Object.fromEntries(
  KIND_IDS.map(id => [id, Object.values(kindOf(id).name).map(plain)]),
) as unknown as Readonly<Record<KindId, readonly string[]>>
