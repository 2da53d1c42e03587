// The words of the service: three complete languages with the same parameters, no word left empty or untranslated.
import { describe, expect, it } from 'vitest'
import { everyText, PARAMETERS } from '../../specimen/every-text.ts'
import { LANGUAGES } from '../language.ts'
import { messagesFor } from './for.ts'

const texts = everyText()

/** How many parameters each message with parameters takes, by its key. */
function takes(tree: unknown, path = ''): [string, number][] {
  if (typeof tree === 'function') return [[path, tree.length]]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => takes(value, path ? `${path}.${key}` : key))
}

const parameters = (text: string) => [...new Set(text.match(/⟨\d⟩/g) ?? [])].sort()

describe('messages', () => {
  for (const language of LANGUAGES) {
    it(`in ${language} are all there, and none is empty`, () => {
      expect(texts.filter(({ words }) => words[language].trim() === '').map(({ key }) => key)).toEqual([])
    })

    it(`in ${language} say everything that they are told`, () => {
      const said = new Map(texts.map(({ key, words }) => [key, parameters(words[language])]))
      const asked = takes(messagesFor('kk'))
      expect(asked.length).toBeGreaterThan(50)
      for (const [key, count] of asked) expect(said.get(key), key).toEqual(PARAMETERS.slice(0, count))
    })

    it(`in ${language} say of a statement and a problem what they say in Kazakh`, () => {
      const differing = texts.filter(({ words }) => `${parameters(words[language])}` !== `${parameters(words.kk)}`)
      expect(differing.map(({ key }) => key)).toEqual([])
    })
  }

  it('in Kazakh and in Russian say different things', () => {
    const alike = texts.filter(({ words }) => words.kk === words.ru && /\p{Script=Cyrillic}{4}/u.test(words.kk))
    expect(alike.map(({ words }) => words.kk)).toEqual([
      'Сертификат',
      'ГОСТ 34.10-2015, 512 бит',
      'ГОСТ 34.10-2015, 256 бит',
      'Наурыз мейрамы',
    ])
  })
})
