// The words of the service: three complete languages, no Latin letter in a Cyrillic word, no word left empty.
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../applications/kinds.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { PROBLEMS } from '../problems.ts'
import { messagesFor } from './for.ts'

/** Every text of a tree with the path to it; a message with parameters is called with names of them. */
function texts(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree === 'function') return [[path, String(tree('⟨1⟩', '⟨2⟩', '⟨3⟩'))]]
  return Object.entries(tree as object).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

/** Words that mix alphabets: «өтiніш» with a Latin i looks right and is found by no search. */
function mixedWords(text: string): string[] {
  return (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu) ?? []).filter(
    word => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  )
}

const localised = (language: Language): [string, string][] => [
  ...texts(messagesFor(language)),
  ...Object.entries(PROBLEMS).map(([code, { text }]) => [`problem.${code}`, text[language]] as [string, string]),
  ...Object.entries(KINDS).map(([id, { name }]) => [`kind.${id}`, name[language]] as [string, string]),
]

describe('messages', () => {
  it('finds a Latin look-alike when there is one', () => {
    expect(mixedWords('кілтiнiң көмегімен NCALayer-мен')).toEqual(['кілтiнiң'])
  })

  for (const language of LANGUAGES) {
    it(`in ${language} mix no alphabets inside a word`, () => {
      const mixed = localised(language).flatMap(([path, text]) => mixedWords(text).map(word => `${path}: ${word}`))
      expect(mixed).toEqual([])
    })

    it(`in ${language} are all there, with all their parameters`, () => {
      const messages = texts(messagesFor(language))
      const parameters = (text: string) => [...text.matchAll(/⟨\d⟩/g)].map(String).sort().join()
      const asInKazakh = texts(messagesFor('kk')).map(([path, text]) => `${path} ${parameters(text)}`)
      expect(messages.map(([path, text]) => `${path} ${parameters(text)}`).sort()).toEqual(asInKazakh.sort())
      for (const [path, text] of messages) expect(text.trim(), path).not.toBe('')
    })

    it(`in ${language} have no straight quotes, no double spaces and no abbreviation of the old memo`, () => {
      const wrong = localised(language).filter(([, text]) => /"|'|\s{2}|БЖЗК|ЕНПФ-/.test(text))
      expect(wrong).toEqual([])
    })
  }

  it('in Kazakh use none of the memo’s machine translations', () => {
    const wrong = localised('kk').filter(([, text]) => /қолданба|мәлімдеме|өтінім|ИИН|пароль|ЭЦП/i.test(text))
    expect(wrong).toEqual([])
  })

  it('in Kazakh and in Russian say different things', () => {
    const same = new Set(localised('ru').map(([path, text]) => `${path}=${text}`))
    const alike = localised('kk').filter(([path, text]) => same.has(`${path}=${text}`) && /\p{L}{4}/u.test(text))
    expect(alike.map(([, text]) => text)).toEqual([
      'Сертификат',
      'ГОСТ 34.10-2015, 512 бит',
      'ГОСТ 34.10-2015, 256 бит',
    ])
  })
})
