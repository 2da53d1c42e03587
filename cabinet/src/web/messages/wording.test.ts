// How the words are written: no look-alikes, no lost quotes, no wrong dash; each rule shown on an example first.
import { describe, expect, it } from 'vitest'
import { everyText } from '../../specimen/every-text.ts'
import { LANGUAGES } from '../language.ts'
import { mixedYo, RULES } from './test-wording.ts'

const EXAMPLES: readonly (readonly [text: string, finds: readonly string[]])[] = [
  ['кілтiнiң көмегімен NCALayer-мен', ['кілтiнiң']],
  ['Войдите c ключом; aKey и [закон](act:K95)', ['c']],
  ['Press the вуtton «оК»', ['вуtton']],
  ['Нажмите «Келісемін»', ['Келісемін']],
  ['the "list"', ['"', '"']],
  ['в “списке”', ['“', '”']],
  ['the «list»', ['«', '»']],
  ['«Келісемін', ['«»']],
  ['дата) (', ['()']],
  ['два  слова ', ['  ', ' ']],
  ['дата , файл .p12', [' ,']],
  ['ключ - это файл', [' - ']],
  ['подождите...', ['...']],
  ['№ 12', ['№ ']],
  ['⟨1⟩-ден бастап', ['⟩-ден']],
  ['еще раз на счете', ['еще', 'счете']],
]

describe('the rules of wording', () => {
  for (const [text, finds] of EXAMPLES)
    it(`find ${finds.join(' and ')} in ${text}`, () => {
      expect(RULES.map(({ wrong }) => [...wrong(text)])).toContainEqual(finds)
    })

  it('find a word that is written with ё and without', () => {
    expect(mixedYo(['Подпишете её', 'Всё и все ее'])).toEqual(['ее'])
  })

  it('find nothing in what is right', () => {
    const right = {
      kk: 'Өтініш №\u00a0⟨1⟩: «Күшін жою» (PDF/A), ⟨2⟩ күн қалды… NCALayer-мен',
      ru: 'Заявление №\u00a0⟨1⟩ — ещё не исполнено; файл начинается с GOST512 и кончается на .p12',
      en: 'Application No.\u00a0⟨1⟩: press “Withdraw”, UAPF’s answer ends in “-ИБР”',
    }
    for (const { of, wrong, name } of RULES)
      for (const language of of) expect([...wrong(right[language])], `${language}: ${name}`).toEqual([])
  })
})

describe('the words of the service', () => {
  const texts = everyText()

  for (const language of LANGUAGES)
    it(`in ${language} break no rule`, () => {
      const broken = texts.flatMap(({ key, words }) =>
        RULES.filter(({ of }) => of.includes(language)).flatMap(({ name, wrong }) => {
          const pieces = wrong(words[language])
          return pieces.length > 0 ? [`${key} ${name}: ${pieces.join(' ')}`] : []
        }),
      )
      expect(broken).toEqual([])
    })

  it('in Russian write a word with ё everywhere or nowhere', () => {
    expect(mixedYo(texts.map(({ words }) => words.ru))).toEqual([])
  })

  it('in Kazakh use none of the memo’s machine translations', () => {
    const wrong = texts.filter(({ words }) => /қолданба(?!л)|мәлімдеме|өтінім(?!д)|ИИН|пароль|ЭЦП|БЖЗК/i.test(words.kk))
    expect(wrong.map(({ key, words }) => `${key}: ${words.kk}`)).toEqual([])
  })
})
