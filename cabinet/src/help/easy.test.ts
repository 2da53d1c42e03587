// The easy version is measured: short sentences, no abbreviation that is not explained.
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { plainText } from './linked-text.tsx'
import { memoFor } from './memo-for.ts'
import { linesOf } from './test-texts.ts'

function sentencesOf(language: Language): string[] {
  const { lead, sections } = memoFor(language).easy
  const lines = [lead, ...sections.flatMap(({ title, body }) => [title, ...body.flatMap(linesOf)])].map(plainText)
  return lines.flatMap(line => line.split(/(?<=[.?!:])\s+/)).filter(Boolean)
}

const lengthOf = (sentence: string) => sentence.match(/[\p{L}\p{N}]+(?:[-’][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** What is explained where it first stands: the square picture “is called a QR code”; eGov is how the app is called. */
const EXPLAINED = ['QR']

for (const language of LANGUAGES)
  describe(`the easy version in ${language}`, () => {
    const sentences = sentencesOf(language)

    it('has sentences of 10 words at most on average, and none of more than 15', () => {
      const lengths = sentences.map(lengthOf)
      expect(sentences.length).toBeGreaterThan(40)
      expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(10)
      expect(sentences.filter(sentence => lengthOf(sentence) > 15)).toEqual([])
    })

    it('has no abbreviation that is not explained', () => {
      const found =
        sentences
          .join(' ')
          .replaceAll('NCALayer', '')
          .match(/(?<![\p{L}])\p{Lu}{2,}(?![\p{Ll}])/gu) ?? []
      expect([...new Set(found)].filter(word => !EXPLAINED.includes(word))).toEqual([])
    })
  })

it('in Russian and English hardly anything is done by nobody', () => {
  const passive = {
    ru: /\b(был[аио]?|будет|будут)\s+\p{L}+(ан|ен|ян|ана|ено|ены|аны)\b|\p{L}+(ируется|ается|яется)\b/u,
    en: /\b(is|are|was|were|be|been|being)\s+\p{L}+ed\b/u,
  }
  expect(sentencesOf('en').filter(sentence => passive.en.test(sentence))).toEqual([
    'It is called a QR code.',
    'Status being clarified', // as the service says it
  ])
  expect(sentencesOf('ru').filter(sentence => passive.ru.test(sentence))).toEqual([])
})
